// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/inspector_part.h"

class QLabel;

namespace renum::ui {

class ChoiceField;
class ConditionEditor;
class FlagField;
class MemberListField;
class NumberField;

/// Who has to agree, who may ask whom, and who is told.
class TeamPeoplePart : public InspectorPart {
    Q_OBJECT

public:
    explicit TeamPeoplePart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;
    [[nodiscard]] Problems showProblems(const Problems &problems) override;
    void forgetTyping() override;

private:
    void connectApprovals();
    void connectTeamwork();
    void refreshApprovals();

    MemberListField *m_before;
    QLabel *m_heading;
    ConditionEditor *m_autoApprove;
    NumberField *m_timeout;
    FlagField *m_restrict;
    ChoiceField *m_tools;
    FlagField *m_notify;
};

} // namespace renum::ui
