// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/prompt_envelope.h"

#include "core/team/team_protocol.h"

namespace renum {

using namespace Qt::StringLiterals;

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
    // All in one text: with a large context, writing it is most of what a step costs.
    if (!context.contextObject().empty()) {
        prompt += u"\n\n--- TEAM CONTEXT (execution %1, step %2/%3, your role: %4) ---\n"_s.arg(
            executionId, QString::number(step.order), QString::number(totalSteps),
            step.role.isEmpty() ? u"member"_s : step.role);
        context.writeContextObject(prompt, MaxContextCharacters);
    }
    if (!context.sharedMemory().empty()) {
        prompt += context.contextObject().empty() ? "\n\n"_L1 : "\n"_L1;
        prompt += "--- TEAM MEMORY ---\n"_L1 + compactJsonText(context.sharedMemory());
    }
    return prompt;
}

} // namespace renum
