// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/sample_run.h"

#include "core/model/error_codes.h"
#include "core/net/json_limits.h"
#include "core/workflow/editing/member_choices.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/editing/schema_example.h"
#include "core/workflow/planner.h"
#include "core/workflow/prompt_envelope.h"
#include "core/workflow/step_references.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Json *valueIn(Json &object, const QString &key)
{
    const auto found = object.find(key.toStdString());
    return found == object.end() ? nullptr : &*found;
}

/// The context with the prompt and the results where the engine has them.
TeamContext contextWith(
    const QString &prompt, const QHash<AgentId, StepOutput> &outputs, Json values, Json memory)
{
    values["initial_prompt"] = toJson(prompt);
    for (const auto &[id, output] : outputs.asKeyValueRange())
        values[resultKey(id).toStdString()] = toJson(output);
    return TeamContext(std::move(values), Json::object(), std::move(memory));
}

SampleRun madeOf(const QString &executionId, const QString &prompt,
    const QHash<AgentId, StepOutput> &outputs, Json values, Json memory)
{
    SampleRun run;
    run.executionId = executionId;
    run.initialPrompt = prompt;
    for (const auto &[id, output] : outputs.asKeyValueRange())
        run.results.insert(id, output.result);
    run.context = contextWith(prompt, outputs, std::move(values), std::move(memory));
    return run;
}

StepOutput inventedOutput(const WorkflowAgent &member, const QString &sentence)
{
    if (!member.config.outputSchema)
        return readStepOutput(sentence.arg(member.displayName()));
    const Json example = schemaExample(*member.config.outputSchema);
    return readStepOutput(QString::fromUtf8(prettyJson(example)));
}

Error wrongShape(const QString &what)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::JsonInvalid),
        u"The sample data is not as expected: %1."_s.arg(what), { { u"detail"_s, what } } };
}

/// A member that must be an object where it is there.
Result<Json> objectAt(const Json &json, const char *key)
{
    const Json *member = memberAt(json, key);
    if (!member || member->is_null())
        return Json::object();
    if (!member->is_object())
        return wrongShape(u"\"%1\" must be an object"_s.arg(QLatin1StringView(key)));
    return *member;
}

StepOutput outputOf(const Json &value)
{
    StepOutput output = readStepOutput(plainText(value));
    if (value.is_object())
        output.data = value;
    return output;
}

/// What a person gave to a context: neither the seeds nor the results.
Json ownValues(const Json &contextObject)
{
    Json values = Json::object();
    for (const auto &[key, value] : contextObject.items()) {
        if (!isReservedContextKey(QString::fromStdString(key)))
            values[key] = value;
    }
    return values;
}

} // namespace

SampleRun inventedRun(const WorkflowDefinition &workflow, const SampleWords &words)
{
    QHash<AgentId, StepOutput> outputs;
    for (const WorkflowAgent &member : workflow.agents)
        outputs.insert(member.agentId, inventedOutput(member, words.result));
    return madeOf(u"example"_s, words.prompt, outputs, Json::object(), Json::object());
}

SampleRun sampleOf(const Execution &execution)
{
    QHash<AgentId, StepOutput> outputs;
    for (const StepRecord &step : execution.steps) {
        if (step.status == StepStatus::Completed && step.output)
            outputs.insert(step.agentId, *step.output);
    }
    return madeOf(execution.id.toString(), execution.initialPrompt, outputs,
        execution.contextObject.is_object() ? execution.contextObject : Json::object(),
        execution.sharedMemory);
}

QByteArray sampleText(const SampleRun &run)
{
    Json results = Json::object();
    for (const auto &[id, text] : run.results.asKeyValueRange()) {
        const StepOutput output = readStepOutput(text);
        results[id.toString().toStdString()] = output.data ? *output.data : toJson(text);
    }
    return prettyJson({ { "initial_prompt", toJson(run.initialPrompt) },
        { "results", std::move(results) }, { "context", ownValues(run.context.contextObject()) },
        { "memory", run.context.sharedMemory() } });
}

Result<SampleRun> readSample(QByteArrayView text)
{
    const Result<Json> json = parseJson(text);
    if (!json)
        return json.error();
    if (!json->is_object())
        return wrongShape(u"it must be an object"_s);
    const Result<Json> results = objectAt(*json, "results");
    const Result<Json> context = objectAt(*json, "context");
    const Result<Json> memory = objectAt(*json, "memory");
    for (const Result<Json> *part : { &results, &context, &memory }) {
        if (!*part)
            return part->error();
    }
    QHash<AgentId, StepOutput> outputs;
    for (const auto &[id, value] : results->items())
        outputs.insert(AgentId(QString::fromStdString(id)), outputOf(value));
    return madeOf(u"sample"_s, stringAt(*json, "initial_prompt").value_or(QString()), outputs,
        ownValues(*context), *memory);
}

SampleRun sampleBefore(SampleRun run, const WorkflowDefinition &workflow, const AgentId &member)
{
    const std::vector<AgentId> before = possibleProducers(workflow, member);
    const QSet<AgentId> kept(before.begin(), before.end());
    Json values = run.context.contextObject();
    for (const WorkflowAgent &other : workflow.agents) {
        if (kept.contains(other.agentId))
            continue;
        run.results.remove(other.agentId);
        const QString key = resultKey(other.agentId);
        if (valueIn(values, key))
            values.erase(key.toStdString());
    }
    run.context = TeamContext(std::move(values), Json::object(), run.context.sharedMemory());
    return run;
}

InputMaterial inputMaterial(const SampleRun &run)
{
    return { run.initialPrompt, &run.context, run.results };
}

ConditionScope conditionScope(
    const SampleRun &run, const WorkflowDefinition &workflow, const std::optional<InputSpec> &input)
{
    const QList<AgentId> done = run.results.keys();
    return { &run.context.contextObject(), &run.context.sharedMemory(), memberIds(workflow),
        QSet<AgentId>(done.begin(), done.end()), input ? singleAgent(*input) : std::nullopt };
}

PromptPreview previewPrompt(const TeamDraft &draft, const AgentId &member, const SampleRun &run)
{
    PromptPreview preview;
    const ExecutionPlan plan = planExecution(draft);
    const PlanStep *step = plan.findAgent(member);
    if (!step)
        return preview;
    const std::variant<ResolvedInput, InputMissing> input
        = resolveInput(step->input, inputMaterial(run));
    if (const auto *missing = std::get_if<InputMissing>(&input)) {
        preview.missing = *missing;
        return preview;
    }
    preview.prompt = composePrompt(*step, int(plan.steps.size()),
        std::get<ResolvedInput>(input).text, run.context, run.executionId);
    return preview;
}

} // namespace renum
