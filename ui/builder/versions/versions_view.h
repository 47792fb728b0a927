// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace renum {
class Workspace;
struct Error;
}

namespace renum::ui {

class ComparisonPanel;
class LiveRefresh;
class MemberSelection;
class StatePanel;
class TeamDocument;
class TeamHistory;
class Theme;
class VersionList;

/// The history of a team: its stored versions, what is different between one of them and another,
/// or what is in the editor, and a way back to it (feature TM-09).
class VersionsView : public QWidget {
    Q_OBJECT

public:
    /// All of them outlive this.
    VersionsView(TeamDocument *document, MemberSelection *selection, Workspace *workspace,
        Theme *theme, QWidget *parent = nullptr);

signals:
    /// The person wants to go on editing.
    void closeRequested();
    /// That version is in the editor now, as one step of the history.
    void restored(int version);
    void failed(const renum::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    /// Esc leads back to the canvas.
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What a version is compared with, where it is none of the other versions.
    enum Other { Editor = 0, VersionBefore = -1 };

    void arrange(Theme *theme);
    QWidget *makeHead(Theme *theme);
    void connectParts();
    void retranslate();
    void fillOthers();
    void compare();
    void showTexts(const QString &older, const QString &newer);
    void showReading();
    void showFailure(const Error &error);
    [[nodiscard]] int otherVersion(int version) const;
    [[nodiscard]] QString nameOf(int version) const;
    void restore();
    void choose(const AgentId &member);

    TeamDocument *m_document;
    MemberSelection *m_selection;
    TeamHistory *m_history;
    VersionList *m_list;
    QLabel *m_between;
    QLabel *m_otherLabel;
    QComboBox *m_other;
    QPushButton *m_restore;
    QToolButton *m_close;
    ComparisonPanel *m_comparison;
    StatePanel *m_state;
    QStackedWidget *m_stack;
    LiveRefresh *m_live;
    QTimer m_pause; ///< while the person types
};

} // namespace renum::ui
