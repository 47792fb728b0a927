// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/script_plan.h"

#include "app/simulator/scenario/prompt_text.h"

#include <algorithm>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// The usual rule of thumb: a token is about four letters.
qint64 tokensOf(const QString &text)
{
    return (text.size() + 3) / 4;
}

/// Turns steps into calls: a tool closes a call, the text after it belongs to the next one.
class Planner {
public:
    Planner(const RunScript &script, SeededRandom random)
        : m_script(script)
        , m_defaults(script.scenario->defaults)
        , m_values(templateValues(*script.scenario, *script.agent, script.prompt, script.call))
        , m_random(random)
    {
        beginCall();
    }

    QList<PlannedCall> plan()
    {
        for (const Step &step : m_script.response->steps) {
            std::visit([this](const auto &concrete) { add(concrete); }, step);
            if (m_ended)
                break;
        }
        // Nothing after the last tool: the model is not asked again.
        if (m_calls.size() > 1 && m_calls.constLast().parts.isEmpty() && !m_ended)
            m_calls.removeLast();
        addUsage();
        return m_calls;
    }

private:
    PlannedCall &current() { return m_calls.last(); }

    void beginCall()
    {
        PlannedCall call;
        call.firstToken = m_script.response->firstToken.value_or(m_defaults.firstToken);
        m_calls.append(call);
    }

    void addText(const QString &text, std::optional<double> speed, bool reasoning)
    {
        const QString expanded = expand(text, m_values);
        current().parts.append(
            PlannedText { splitIntoChunks(expanded, speed.value_or(m_defaults.charsPerSecond),
                              m_defaults.jitter, m_random),
                reasoning });
    }

    void add(const SayStep &step) { addText(step.text, step.charsPerSecond, false); }
    void add(const ReasonStep &step) { addText(step.text, std::nullopt, true); }
    void add(const PauseStep &step) { current().parts.append(PlannedPause { step.duration }); }
    void add(const ToolStep &step)
    {
        current().tool = PlannedTool { step.name, expand(step.arguments, m_values),
            expand(step.result, m_values), step.duration, step.ok };
        if (current().tool->terminates())
            m_ended = true;
        else
            beginCall();
    }
    void add(const LlmErrorStep &step) { end(PlannedEnding::Kind::LlmError, step.message); }
    void add(const FailStep &step) { end(PlannedEnding::Kind::Failure, step.message); }
    void add(const HangStep & /*step*/) { end(PlannedEnding::Kind::Hang, {}); }

    void end(PlannedEnding::Kind kind, const QString &message)
    {
        current().ending = PlannedEnding { kind, expand(message, m_values), {} };
        m_ended = true;
    }

    void addUsage()
    {
        const ScriptedUsage usage = m_script.response->usage.value_or(m_defaults.usage);
        if (usage.kind == ScriptedUsage::Kind::Given)
            shareUsage(usage);
        else if (usage.kind == ScriptedUsage::Kind::FromText)
            countUsage();
    }

    /// The scenario gives the run's tokens: the calls share them, the last takes the rest.
    void shareUsage(const ScriptedUsage &usage)
    {
        const qint64 count = m_calls.size();
        const auto share = [count](qint64 total, qint64 index) {
            return index + 1 < count ? total / count : total - total / count * (count - 1);
        };
        for (qint64 index = 0; index < count; ++index)
            m_calls[index].usage = CallUsage { share(usage.inputTokens, index),
                share(usage.outputTokens, index), share(usage.cachedTokens, index) };
    }

    /// Each call reads the prompt and all that was said before it.
    void countUsage()
    {
        qint64 context = tokensOf(m_script.agent->systemPrompt) + tokensOf(m_script.prompt);
        for (PlannedCall &call : m_calls) {
            const qint64 output = tokensOf(call.text()) + tokensOf(call.reasoning());
            call.usage = CallUsage { context, output, 0 };
            context += output + (call.tool ? tokensOf(call.tool->resultText()) : 0);
        }
    }

    const RunScript &m_script;
    const ScenarioDefaults &m_defaults;
    TemplateValues m_values;
    SeededRandom m_random;
    QList<PlannedCall> m_calls;
    bool m_ended = false;
};

QString joined(const QList<PlannedPart> &parts, bool reasoning)
{
    QString text;
    for (const PlannedPart &part : parts) {
        const auto *said = std::get_if<PlannedText>(&part);
        if (!said || said->reasoning != reasoning)
            continue;
        for (const TextChunk &chunk : said->chunks)
            text += chunk.text;
    }
    return text;
}

} // namespace

bool PlannedTool::terminates() const
{
    return name == "complete"_L1 || name == "ask"_L1;
}

QString PlannedTool::resultText() const
{
    return result.is_string() ? toQString(result) : compactJsonText(result);
}

QString PlannedCall::text() const
{
    return joined(parts, false);
}

QString PlannedCall::savedText() const
{
    return savedBefore + text();
}

QString PlannedCall::reasoning() const
{
    return joined(parts, true);
}

RunPlan planRun(const RunScript &script, SeededRandom random)
{
    RunPlan plan;
    for (const QString &model : { script.response->model, script.requestedModel,
             script.agent->model, script.scenario->defaults.model }) {
        if (plan.model.isEmpty())
            plan.model = model;
    }
    if (!script.response->workerMissing)
        plan.calls = Planner(script, random).plan();
    return plan;
}

} // namespace renum::sim
