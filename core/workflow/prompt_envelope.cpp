// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/prompt_envelope.h"

#include "core/team/team_protocol.h"

#include <QStringList>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// The context object as compact JSON. Members are written one by one and no more of them than fit,
/// so that a large context costs no more than a prompt.
QString limitedJson(const TeamContext &context, qsizetype limit)
{
    QString text = u"{"_s;
    const Json &object = context.contextObject();
    for (auto member = object.begin(); member != object.end() && text.size() <= limit; ++member) {
        if (text.size() > 1)
            text += u',';
        const QString key = QString::fromStdString(member.key());
        text += compactJsonText(toJson(key)) + u':' + QString::fromUtf8(context.compactValue(key));
    }
    text += u'}';
    if (text.size() <= limit)
        return text;
    text.truncate(limit - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text + u'…';
}

} // namespace

QString composePrompt(const PlanStep &step, int totalSteps, const QString &input,
    const TeamContext &context, const QString &executionId)
{
    QString prompt;
    if (const QString instructions = step.config.instructions.trimmed(); !instructions.isEmpty())
        prompt = instructions + "\n\n"_L1;
    prompt += quoteTeamHeadings(input);
    // A person and a team read no envelope; what agents wrote reaches them as the input.
    if (!step.input.includeContext || step.kind != MemberKind::Agent)
        return prompt;
    QStringList sections;
    if (!context.contextObject().empty()) {
        sections.append(u"--- TEAM CONTEXT (execution %1, step %2/%3, your role: %4) ---"_s.arg(
            executionId, QString::number(step.order), QString::number(totalSteps),
            step.role.isEmpty() ? u"member"_s : step.role));
        sections.append(limitedJson(context, MaxContextCharacters));
    }
    if (!context.sharedMemory().empty()) {
        sections.append(u"--- TEAM MEMORY ---"_s);
        sections.append(compactJsonText(context.sharedMemory()));
    }
    return sections.isEmpty() ? prompt : prompt + "\n\n"_L1 + sections.join(u'\n');
}

} // namespace renum
