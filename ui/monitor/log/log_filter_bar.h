// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log_filter.h"

#include <QList>
#include <QWidget>

#include <utility>
#include <vector>

class QToolButton;

namespace renum::ui {

class FlowLayout;

/// Chips for the levels, categories and agents that a log can be narrowed to. Nothing chosen of a
/// kind means all of it.
class LogFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit LogFilterBar(QWidget *parent = nullptr);

    /// Id and name of each member. Chosen ones that are still there stay chosen.
    void setAgents(const QList<std::pair<AgentId, QString>> &agents);
    /// Only lines about this agent.
    void choose(const AgentId &agent);
    void clear();
    [[nodiscard]] bool narrows() const;
    /// Sets levels, categories and agents of a filter.
    void writeTo(LogFilter &filter) const;

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addChip(const QString &name);
    void addAgentChips();
    void addAgentMenu();
    void retranslate();

    FlowLayout *m_layout;
    std::vector<std::pair<LogLevel, QToolButton *>> m_levels;
    std::vector<std::pair<LogCategory, QToolButton *>> m_categories;
    QList<std::pair<AgentId, QString>> m_agents;
    std::vector<std::pair<AgentId, QAction *>> m_agentActions;
    QList<QToolButton *> m_agentButtons;
};

} // namespace renum::ui
