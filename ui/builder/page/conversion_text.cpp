// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/conversion_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace renum::ui {

namespace {

struct Conversion {
    Q_DECLARE_TR_FUNCTIONS(Conversion)
};

QString nameIn(const WorkflowDefinition &workflow, const AgentId &id)
{
    const WorkflowAgent *member = workflow.find(id);
    return member ? member->displayName() : id.toString();
}

QString sourceText(const WorkflowDefinition &workflow, const InputSource &source)
{
    switch (source.kind) {
    case InputSource::Kind::InitialPrompt:
        return Conversion::tr("the prompt");
    case InputSource::Kind::AgentResult:
        return Conversion::tr("the result of %1").arg(nameIn(workflow, source.agentId));
    case InputSource::Kind::ContextVariable:
        return Conversion::tr("the value “%1”").arg(source.variableName);
    }
    Q_UNREACHABLE();
}

} // namespace

QString lossText(const ConversionLoss &loss, const TeamDraft &before)
{
    const QString member = nameIn(before.workflow, loss.member);
    const QString other = nameIn(before.workflow, loss.other);
    switch (loss.kind) {
    case ConversionLoss::Kind::Input:
        return Conversion::tr("%1 no longer gets the result of %2.").arg(member, other);
    case ConversionLoss::Kind::Prompt:
        return Conversion::tr("%1 no longer gets the prompt.").arg(member);
    case ConversionLoss::Kind::Variable:
        return Conversion::tr("%1 no longer gets the value “%2”.").arg(member, loss.text);
    case ConversionLoss::Kind::Dependency:
        return Conversion::tr("%1 no longer waits for %2.").arg(member, other);
    case ConversionLoss::Kind::Feedback:
        return Conversion::tr("%1 no longer sends its work back to %2.").arg(member, other);
    case ConversionLoss::Kind::FailFast:
        return Conversion::tr("The others are no longer stopped when one fails.");
    }
    Q_UNREACHABLE();
}

QString seenText(const WorkflowDefinition &workflow, const WorkflowAgent &member)
{
    if (!member.input || member.input->sources.empty())
        return Conversion::tr("the prompt");
    QStringList parts;
    for (const InputSource &source : member.input->sources)
        parts.append(sourceText(workflow, source));
    return QLocale().createSeparatedList(parts);
}

} // namespace renum::ui
