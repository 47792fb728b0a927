// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/monitor/log/log_exporter.h"
#include "ui/monitor/log/log_model.h"
#include "ui/monitor/log/log_view.h"

#include <QStringList>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace renum::ui {

class LogDelegate;
class LogDetails;
class LogFilterBar;
class LogList;
class LogSearchBar;

/// What the log view is made of and does.
class LogView::Private {
public:
    Private(LogView *view, Workspace *workspace, Theme *theme);

    // --- building ------------------------------------------------------------------------------
    void build();
    QWidget *buildLines();
    QWidget *buildMessage();
    QWidget *buildFoot();
    void connectParts();
    void addShortcuts();
    void retranslate();

    // --- filter and search ---------------------------------------------------------------------
    void search();
    void goToHit(int step);
    void showHits();
    void clearFilters();
    [[nodiscard]] QList<LogWord> words() const;

    // --- one line ------------------------------------------------------------------------------
    void choose(const QModelIndex &index);
    void toggleDetails();
    void closeDetails();
    void showDetails(const QModelIndex &index);
    QCoro::Task<> readDetails(qint64 seq, QString sentence);
    void showMenu(const QPoint &at);
    void emitStep();

    // --- where the list stands -----------------------------------------------------------------
    void showState();
    void goToSeq(qint64 seq);
    void goToTyped();
    QCoro::Task<> goToTime(Timestamp time);

    // --- taking lines elsewhere ----------------------------------------------------------------
    void copySelected();
    QCoro::Task<> copy(QList<qint64> lines);
    void askForFile();
    void exportTo(const QString &path, LogFormat format);
    void showExport(const QString &text);

    LogView *q;
    ExecutionArchive *archive;
    Theme *theme;
    LogModel *model;
    LogFinder *hits; ///< as the model's, while other lines are shown too
    LogExporter *exporter;
    LogSearchBar *searchBar = nullptr;
    LogFilterBar *filterBar = nullptr;
    QStackedWidget *stack = nullptr;
    QSplitter *split = nullptr;
    LogList *list = nullptr;
    LogDelegate *delegate = nullptr;
    LogDetails *details = nullptr;
    QLabel *message = nullptr;
    QPushButton *messageAction = nullptr;
    QLabel *count = nullptr;
    QLineEdit *time = nullptr;
    QToolButton *follow = nullptr;
    QToolButton *save = nullptr;
    QProgressBar *progress = nullptr;
    QToolButton *cancel = nullptr;
    AgentNames names;
    std::size_t members = 0; ///< steps that the names are of
    bool isGoing = false; ///< to a line that the person did not choose
    std::optional<Error> error;
    std::optional<qint64> until;
    std::optional<qint64> pending; ///< to go to once the search has reached it
    QString exportText; ///< how the last export ended
    TaskScope tasks;
};

} // namespace renum::ui
