// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/attention/inbox_panel.h"

#include <QToolButton>

namespace renum::ui {

class Theme;

/// How much waits for the person, in the window's header; opens the list of it.
class InboxButton : public QToolButton {
    Q_OBJECT

public:
    InboxButton(
        Workspace *workspace, AttentionWatch *watch, Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] InboxPanel *panel() const { return m_panel; }
    void openPanel();

signals:
    void executionRequested(const renum::ExecutionId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    AttentionWatch *m_watch;
    Theme *m_theme;
    InboxPanel *m_panel; ///< a popup
};

} // namespace renum::ui
