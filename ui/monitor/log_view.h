// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/log_model.h"

#include <QListView>

namespace renum::ui {

class Theme;

/// The log as a list that follows its end until the person scrolls away from it.
class LogView : public QListView {
    Q_OBJECT

public:
    LogView(LogModel *model, Theme *theme, QWidget *parent = nullptr);

signals:
    /// A row about an agent was chosen.
    void agentChosen(const renum::AgentId &agent);

private:
    bool m_follow = true;
};

} // namespace renum::ui
