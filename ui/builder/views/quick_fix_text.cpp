// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/quick_fix_text.h"

#include <QCoreApplication>

namespace renum::ui {

namespace {

struct QuickFixText {
    Q_DECLARE_TR_FUNCTIONS(QuickFixText)
};

QString nameOf(const AgentId &id, const WorkflowDefinition &workflow)
{
    const WorkflowAgent *member = workflow.find(id);
    return member ? member->displayName() : id.toString();
}

/// Those that need no names.
QString plainText(QuickFix::Kind kind)
{
    switch (kind) {
    case QuickFix::Kind::ListMembers:
        return QuickFixText::tr("List exactly the agents of the workflow");
    case QuickFix::Kind::RemoveTwin:
        return QuickFixText::tr("Remove the second one");
    case QuickFix::Kind::NumberMembers:
        return QuickFixText::tr("Number all from 1");
    case QuickFix::Kind::ChainMembers:
        return QuickFixText::tr("Give each the result of the one before");
    case QuickFix::Kind::MakeSequential:
        return QuickFixText::tr("Make the team sequential");
    case QuickFix::Kind::MakeParallel:
        return QuickFixText::tr("Make the team parallel");
    case QuickFix::Kind::UsePrompt:
        return QuickFixText::tr("Give it the prompt");
    case QuickFix::Kind::DropReference:
        return QuickFixText::tr("Forget the reference");
    case QuickFix::Kind::DropCondition:
        return QuickFixText::tr("Remove the condition");
    case QuickFix::Kind::ReplaceAgents:
        return QuickFixText::tr("Replace missing agents…");
    case QuickFix::Kind::UseDefault:
        return QuickFixText::tr("Use the default");
    default:
        return {};
    }
}

} // namespace

QString quickFixText(const QuickFix &fix, const WorkflowDefinition &workflow)
{
    switch (fix.kind) {
    case QuickFix::Kind::StopWaiting:
        return QuickFixText::tr("Let %1 not wait for %2")
            .arg(nameOf(fix.member, workflow), nameOf(fix.other, workflow));
    case QuickFix::Kind::MoveBefore:
        return QuickFixText::tr("Move %1 before %2")
            .arg(nameOf(fix.other, workflow), nameOf(fix.member, workflow));
    case QuickFix::Kind::SwitchOn:
        return QuickFixText::tr("Switch %1 on").arg(nameOf(fix.other, workflow));
    case QuickFix::Kind::LimitRounds:
        return QuickFixText::tr("Allow at most %n round(s)", nullptr, DefaultRounds);
    case QuickFix::Kind::DropKey:
        return QuickFixText::tr("Do not read “%1”").arg(fix.text);
    case QuickFix::Kind::DropConditionsOn:
        return QuickFixText::tr("Remove the conditions on “%1”").arg(fix.text);
    default:
        return plainText(fix.kind);
    }
}

} // namespace renum::ui
