// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_request.h"

#include "core/model/error_codes.h"
#include "core/workflow/kept_results.h"
#include "core/workflow/validation.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxPromptLength = 200'000; // contract §1.5.1
constexpr int MaxSteps = 1000; // design §4: the engine's own limit

Error promptError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::PromptInvalid),
        u"Write what the team should do, in at most %1 characters."_s.arg(MaxPromptLength),
        { { u"max"_s, MaxPromptLength } } };
}

Error inactiveError(const Team &team)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamInactive),
        u"The team \"%1\" is switched off. Switch it on to run it."_s.arg(team.name),
        { { u"team"_s, team.name } } };
}

} // namespace

std::optional<Error> refusalOf(const ExecutionRequest &request)
{
    const QString prompt = request.initialPrompt.trimmed();
    if (prompt.isEmpty() || request.initialPrompt.size() > MaxPromptLength)
        return promptError();
    if (!request.team.isActive)
        return inactiveError(request.team);
    return keptResultsRefusal(request.config.pinned, request.team.workflow);
}

Error workflowError(const Problems &problems)
{
    QStringList sentences;
    for (const Problem &problem : problems) {
        if (problem.severity == Problem::Severity::Error)
            sentences.append(problem.message);
    }
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::WorkflowInvalid),
        u"The team cannot run: %1"_s.arg(sentences.join(u' ')), { { u"problems"_s, sentences } } };
}

Result<TeamDraft> checkedDraft(const ExecutionRequest &request)
{
    const TeamDraft draft = request.team.draft();
    if (request.plan)
        return draft;
    const Validation validation = validateTeam(draft, { .maxAgents = MaxSteps });
    if (!validation.valid())
        return workflowError(validation.problems);
    return validation.normalized;
}

} // namespace renum
