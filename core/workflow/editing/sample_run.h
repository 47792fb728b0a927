// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/team.h"
#include "core/workflow/condition.h"
#include "core/workflow/step_input.h"

#include <QByteArrayView>
#include <QHash>

#include <optional>

/// What a team would find while it runs, so that an editor can show what inputs and conditions make
/// of it. Taken from an execution, written by a person, or invented. Pure.
namespace renum {

struct SampleRun {
    QString executionId; ///< as prompts name it
    QString initialPrompt;
    TeamContext context; ///< with the results in it
    QHash<AgentId, QString> results; ///< texts, of the members that are done
};

/// The words of an invented run, in the person's language.
struct SampleWords {
    QString prompt;
    QString result; ///< with %1 for a member's name
};
/// Every member is done: with an example of its output schema, or a sentence.
[[nodiscard]] SampleRun inventedRun(const WorkflowDefinition &workflow, const SampleWords &words);
/// What an execution had at its end.
[[nodiscard]] SampleRun sampleOf(const Execution &execution);

/// As text that a person can change: `initial_prompt`, `results` by member (text or object),
/// `context`, `memory`.
[[nodiscard]] QByteArray sampleText(const SampleRun &run);
/// From such a text; every part may be left out. Errors: json_invalid and the like.
[[nodiscard]] Result<SampleRun> readSample(QByteArrayView text);

/// The run as this member finds it: without its own result and those of members that come later.
[[nodiscard]] SampleRun sampleBefore(
    SampleRun run, const WorkflowDefinition &workflow, const AgentId &member);

/// For resolveInput(). Borrows the run.
[[nodiscard]] InputMaterial inputMaterial(const SampleRun &run);
/// For the conditions of a member of the workflow. Borrows the run.
[[nodiscard]] ConditionScope conditionScope(const SampleRun &run,
    const WorkflowDefinition &workflow, const std::optional<InputSpec> &input = {});

/// What a member would be asked.
struct PromptPreview {
    QString prompt; ///< without the rules of the team, which come when it runs
    std::optional<InputMissing> missing; ///< then there is no prompt
};
/// Resolved as the engine does it. The run is as sampleBefore() gives it.
[[nodiscard]] PromptPreview previewPrompt(
    const TeamDraft &draft, const AgentId &member, const SampleRun &run);

} // namespace renum
