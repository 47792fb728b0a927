// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/agent.h"
#include "core/model/team.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QPushButton;

namespace renum::ui {

using AgentBySlot = QHash<QString, AgentId>;

/// Asks which agent takes each place of a template. What was matched already is preset.
class SlotDialog : public QDialog {
    Q_OBJECT

public:
    SlotDialog(const TeamTemplate &teamTemplate, const QList<AgentInfo> &agents,
        const AgentBySlot &matched, QWidget *parent = nullptr);

    [[nodiscard]] AgentBySlot chosen() const;

private:
    QComboBox *makeChoice(
        const TemplateSlot &slot, const QList<AgentInfo> &agents, const AgentId &preset);
    void updateAccept();

    QHash<QString, QComboBox *> m_choices;
    QPushButton *m_accept = nullptr;
};

} // namespace renum::ui
