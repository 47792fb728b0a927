// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QToolButton>

namespace renum::ui {

class Theme;

/// Says where work runs and whether the agents' service answers.
class ConnectionChip : public QToolButton {
    Q_OBJECT

public:
    ConnectionChip(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStatus(const ConnectionStatus &status);

    Workspace *m_workspace;
    Theme *m_theme;
};

} // namespace renum::ui
