// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "ui/builder/inspector/inspector_part.h"

class QPushButton;

namespace renum::ui {

class ChoiceField;
class LongTextField;
class TextField;

/// Who a member is: its name, the agent (or team) behind it, its role, what it is told, its model.
class BasicsPart : public InspectorPart {
    Q_OBJECT

public:
    explicit BasicsPart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;

private:
    void connectFields();
    void refreshAgent();
    void refreshTeam();
    void refreshRole();
    void replaceAgent(const AgentId &agent);
    void changeRole(const QString &role, const QString &mergeKey);
    void changeModel(const QString &model, const QString &mergeKey);

    TextField *m_name;
    ChoiceField *m_agent;
    QPushButton *m_replace;
    ChoiceField *m_team;
    ChoiceField *m_role;
    LongTextField *m_instructions;
    ChoiceField *m_model;
};

} // namespace renum::ui
