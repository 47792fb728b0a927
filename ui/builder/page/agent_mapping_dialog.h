// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/agent.h"
#include "core/model/team.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace renum::ui {

/// Asks which agents take the places of those that the connected services do not have (feature
/// TM-07). Everyone may stay missing.
class AgentMappingDialog : public QDialog {
    Q_OBJECT

public:
    /// `missing` are members of the team.
    AgentMappingDialog(const TeamDraft &team, const std::vector<AgentId> &missing,
        const QList<AgentInfo> &agents, QWidget *parent);

    /// The team with the chosen agents. What named the missing ones names these.
    [[nodiscard]] TeamDraft replaced(TeamDraft team) const;

protected:
    bool event(QEvent *event) override;

private:
    void addRows(QVBoxLayout *layout, const TeamDraft &team, const std::vector<AgentId> &missing,
        const QList<AgentInfo> &agents);
    QComboBox *makeChoice(const WorkflowAgent &member, const QList<AgentInfo> &agents);
    QWidget *makeButtons();
    void preset();
    void check();

    struct Row {
        AgentId member;
        QComboBox *choice;
    };
    std::vector<Row> m_rows;
    QHash<AgentId, QString> m_names; ///< of the agents
    QLabel *m_twice;
    QPushButton *m_accept = nullptr;
};

} // namespace renum::ui
