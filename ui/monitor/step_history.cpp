// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step_history.h"

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QString textIn(const Json &object, const char *key)
{
    return stringAt(object, key).value_or(QString());
}

int attemptOf(const ExecutionEvent &event)
{
    return static_cast<int>(integerAt(event.data, "attempt").value_or(1));
}

QList<AgentId> agentsIn(const Json &object, const char *key)
{
    QList<AgentId> agents;
    const Json *list = memberAt(object, key);
    if (!list || !list->is_array())
        return agents;
    for (const Json &agent : *list) {
        if (agent.is_string())
            agents << AgentId(QString::fromStdString(agent.get<std::string>()));
    }
    return agents;
}

void closeLast(StepHistory &history, const ExecutionEvent &event, AttemptRecord::State state)
{
    if (history.attempts.empty() || history.attempts.back().end)
        return;
    AttemptRecord &last = history.attempts.back();
    last.end = event.timestamp;
    last.state = state;
    const Json *detail = memberAt(event.data, "error_detail");
    if (detail && detail->is_object())
        last.error = errorFromDetail(*detail);
}

} // namespace

const StepHistory &StepHistories::of(const AgentId &agent) const
{
    static const StepHistory nothing;
    const auto found = m_byAgent.constFind(agent);
    return found == m_byAgent.cend() ? nothing : *found;
}

void StepHistories::apply(const ExecutionEvent &event)
{
    if (event.type != "step_update"_L1 || event.agentId.isEmpty())
        return;
    StepHistory &history = m_byAgent[event.agentId];
    if (event.eventType == "step_output"_L1)
        applyTool(history, event);
    else
        applyAttempt(history, event);
}

void StepHistories::applyTool(StepHistory &history, const ExecutionEvent &event)
{
    const QString kind = textIn(event.data, "kind");
    const bool call = kind == "tool_call"_L1;
    if (!call && kind != "tool_result"_L1)
        return;
    const Json *tool = memberAt(event.data, "tool");
    const Json nothing = Json::object();
    const Json &facts = tool ? *tool : nothing;
    const QString delta = textIn(event.data, "delta");
    const QString callId = textIn(facts, "call_id");
    const QString name = textIn(facts, "name");

    // An answer belongs to its call; one without a known call stands for itself.
    auto known = call || callId.isEmpty()
        ? history.tools.end()
        : std::ranges::find(history.tools, callId, &ToolUse::callId);
    if (known == history.tools.end()) {
        history.tools.push_back({ callId, attemptOf(event), name.isEmpty() ? delta : name,
            textIn(facts, "arguments").left(MostToolText), {}, false, true });
        known = history.tools.end() - 1;
    }
    if (!call) {
        known->output = delta.left(MostToolText);
        known->answered = true;
        known->ok = boolAt(facts, "ok").value_or(true);
    }
    if (history.tools.size() > MostTools) {
        history.tools.erase(history.tools.begin());
        ++history.droppedTools;
    }
}

void StepHistories::applyAttempt(StepHistory &history, const ExecutionEvent &event)
{
    const QString &type = event.eventType;
    if (type == "step_reused"_L1) {
        history.borrowed = boolAt(event.data, "kept").value_or(false) ? BorrowedResult::Kept
                                                                      : BorrowedResult::Earlier;
    } else if (type == "step_started"_L1) {
        history.borrowed = BorrowedResult::None; // it runs after all
        closeLast(history, event, AttemptRecord::State::Failed);
        AttemptRecord attempt;
        attempt.number = attemptOf(event);
        attempt.start = event.timestamp;
        attempt.source = textIn(event.data, "source");
        attempt.contextVersion
            = static_cast<int>(integerAt(event.data, "context_version").value_or(0));
        attempt.inputs = agentsIn(event.data, "resolved_from");
        history.attempts.push_back(attempt);
    } else if (history.attempts.empty()) {
        return;
    } else if (type == "step_run_sent"_L1) {
        history.attempts.back().thread = ThreadId(textIn(event.data, "thread_id"));
    } else if (type == "step_run_bound"_L1) {
        history.attempts.back().run = RunId(textIn(event.data, "agent_run_id"));
        history.attempts.back().thread = ThreadId(textIn(event.data, "thread_id"));
    } else if (type == "step_completed"_L1) {
        closeLast(history, event, AttemptRecord::State::Done);
    } else if (type == "step_failed"_L1 || type == "step_retrying"_L1) {
        closeLast(history, event, AttemptRecord::State::Failed);
    } else if (type == "step_cancelled"_L1) {
        closeLast(history, event, AttemptRecord::State::Stopped);
    }
}

} // namespace renum::ui
