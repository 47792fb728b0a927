// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/page.h"
#include "ui/shell/rail.h"

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace renum::ui {

class AppSettings;
class KeyBindings;
class Theme;
class ToastHost;

/// Rail, header and the pages that were added. Knows no page in particular.
class MainWindow : public QWidget {
    Q_OBJECT

public:
    MainWindow(Workspace *workspace, Theme *theme, AppSettings *settings);

    /// The page is made when it is first needed. Ctrl+1, Ctrl+2 … follow the order of adding.
    void addPage(PageEntry entry, PageMaker make, Rail::Place place = Rail::Place::Top);
    /// Does nothing when there is no such page, or when it is there already.
    void showPage(const QString &id);
    /// The page with that id, which is made if need be; the window owns it. Null: none.
    [[nodiscard]] Page *page(const QString &id);
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] QString currentPageId() const;
    void showToast(const Toast &toast);
    /// Something that belongs to no page, left of the connection.
    void addToHeader(QWidget *widget);
    /// Where it was, and the page that was shown, when last closed.
    void restore();

signals:
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeHeader();
    void addActions();
    QAction *makeAction(const char *name, const QList<QKeySequence> &keys);
    [[nodiscard]] QList<QAction *> commands() const;
    void setActionTexts();
    [[nodiscard]] int indexOf(const QString &id) const; ///< -1: none
    [[nodiscard]] Page *pageAt(int index);
    void activate(int index);
    void updateHeader();
    void showShortcuts();
    void showCommands();

    Workspace *m_workspace;
    Theme *m_theme;
    AppSettings *m_settings;
    Rail *m_rail;
    QLabel *m_title;
    QHBoxLayout *m_headerSlot;
    QHBoxLayout *m_headerEnd;
    QStackedWidget *m_stack;
    ToastHost *m_toasts;
    KeyBindings *m_bindings;
    struct Destination {
        PageEntry entry;
        PageMaker make;
        QAction *action;
        Page *page = nullptr; ///< until somebody goes there
    };
    QList<Destination> m_destinations;
    int m_current = -1;
    QAction *m_searchAction = nullptr;
    QAction *m_refreshAction = nullptr;
    QAction *m_settingsAction = nullptr;
    QAction *m_commandsAction = nullptr;
    QAction *m_shortcutsAction = nullptr;
    QAction *m_quitAction = nullptr;
};

} // namespace renum::ui
