// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_writer.h"

#include "core/model/error_codes.h"
#include "core/model/step_iteration.h"
#include "core/store/connection.h"
#include "core/store/store_errors.h"

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

using Texts = ExecutionProjection::Texts;

constexpr int KeptStates = 256;

Error seqConflict(const QString &file, const ExecutionId &id, qint64 given, qint64 expected)
{
    return storeError(code::StoreSeqConflict, file,
        u"Event %1 of execution %2 does not continue its log, which expects event %3. Another "
        "program may be running the same execution. Nothing of this change was stored."_s.arg(
            QString::number(given), id.toString(), QString::number(expected)),
        { { u"id"_s, id.toString() }, { u"given"_s, given }, { u"expected"_s, expected } });
}

// Within one call too, seq grows by one and the execution stays the same.
bool isConsecutive(const ExecutionEvents &events)
{
    for (qsizetype i = 1; i < events.size(); ++i) {
        if (events[i].seq != events[i - 1].seq + 1
            || events[i].executionId != events.first().executionId)
            return false;
    }
    return true;
}

/// The step whose row an event changes: iterations of feedback, `agent#2`, share that of `agent`
/// (contract §3.9).
StepId rowOf(const Execution &execution, const ExecutionEvent &event)
{
    const StepId id(stringAt(event.data, "step_id").value_or(QString()));
    return execution.step(id) ? id : stepIteration(id).step;
}

/// It has one now, or that of an earlier iteration is gone.
bool changesOutput(const QString &eventType)
{
    return eventType == "step_completed"_L1 || eventType == "step_reopened"_L1
        || eventType == "step_skipped"_L1 || eventType == "step_failed"_L1
        || eventType == "step_cancelled"_L1;
}

} // namespace

EventWriter::EventWriter(Connection *connection)
    : m_connection(connection)
    , m_executions(connection)
    , m_steps(connection)
    , m_events(connection)
    , m_starts(connection)
    , m_usage(connection)
    , m_reader(&m_executions, &m_steps, &m_events)
    , m_states(KeptStates)
{
}

void EventWriter::forget()
{
    m_states.clear();
}

Result<void> EventWriter::append(const OutgoingEvents &outgoing)
{
    const ExecutionId id = outgoing.events().first().executionId;
    const Result<State *> state = stateFor(outgoing.events());
    if (!state)
        return state.error();
    const Result<void> appended = appendTo(**state, outgoing);
    if (!appended || isTerminal((*state)->projection.execution().status))
        m_states.remove(id);
    return appended;
}

Result<EventWriter::State *> EventWriter::stateFor(const ExecutionEvents &events)
{
    const ExecutionEvent &first = events.first();
    State *kept = m_states.object(first.executionId);
    if (kept && kept->projection.execution().lastSeq + 1 == first.seq && isConsecutive(events))
        return kept;
    // Another process may have gone on with the log: the database knows.
    Result<State> stored = storedOrNew(first);
    if (!stored)
        return stored.error();
    const qint64 expected = stored->projection.execution().lastSeq + 1;
    if (first.seq != expected || !isConsecutive(events)) {
        m_states.remove(first.executionId);
        return seqConflict(m_connection->file(), first.executionId, first.seq, expected);
    }
    auto state = std::make_unique<State>(*std::move(stored));
    State *borrowed = state.get();
    m_states.insert(first.executionId, state.release());
    return borrowed;
}

Result<EventWriter::State> EventWriter::storedOrNew(const ExecutionEvent &event)
{
    Result<ExecutionRow> stored = m_reader.read(event.executionId);
    if (stored)
        return State { ExecutionProjection(std::move(stored->execution), Texts::LeaveOut),
            stored->key };
    if (stored.error().code != QLatin1StringView(code::NotFound))
        return stored.error();
    Execution fresh;
    fresh.id = event.executionId;
    fresh.teamId = event.teamId;
    return State { ExecutionProjection(std::move(fresh), Texts::LeaveOut), std::nullopt };
}

Result<void> EventWriter::appendTo(State &state, const OutgoingEvents &outgoing)
{
    const ExecutionEvents &events = outgoing.events();
    Changes changes;
    const Execution &execution = state.projection.execution();
    const int completedBefore = execution.completedSteps;
    for (const ExecutionEvent &event : events) {
        state.projection.apply(event);
        note(changes, execution, event);
    }
    changes.progress = changes.parts || execution.completedSteps != completedBefore;
    Result<void> written = writeExecution(state, changes);
    if (written)
        written = writeSteps(*state.key, execution, changes);
    for (qsizetype i = 0; written && i < events.size(); ++i)
        written = writeEvent(*state.key, events[i], outgoing.data(i));
    if (written)
        written = m_starts.apply(*state.key, events);
    return written;
}

void EventWriter::note(Changes &changes, const Execution &execution, const ExecutionEvent &event)
{
    if (event.type == "step_update"_L1) {
        noteStep(changes, execution, event);
    } else if (event.type == "context_change"_L1) {
        changes.parts |= ExecutionPart::Context;
    } else if (event.type == "execution_update"_L1) {
        changes.wholeRow |= event.eventType != "execution_progress"_L1;
        if (event.eventType == "execution_created"_L1) {
            if (const Json *config = memberAt(event.data, "execution_config"))
                changes.config = *config;
        } else if (event.eventType == "plan_created"_L1) {
            changes.newPlan = true;
            changes.planSeq = event.seq;
        }
    }
}

void EventWriter::noteStep(
    Changes &changes, const Execution &execution, const ExecutionEvent &event)
{
    if (event.eventType == "step_output"_L1 || event.eventType == "step_waiting"_L1
        || event.eventType == "step_team_action"_L1 || event.eventType == "step_nested_waiting"_L1
        || event.eventType == "step_nested_continued"_L1
        || event.eventType == "step_repeat_requested"_L1)
        return; // what passes is read from the log
    StepChanges &step = changes.steps[rowOf(execution, event)];
    if (event.eventType == "step_usage"_L1) {
        step.usage = true;
        changes.parts |= ExecutionPart::Usage;
        return;
    }
    if (event.eventType.startsWith("step_run_"_L1)) {
        step.run = true;
        return;
    }
    step.state = true;
    if (event.eventType == "step_nested_ended"_L1) {
        step.usage = true;
        changes.parts |= ExecutionPart::Usage;
    }
    if (event.eventType == "step_started"_L1) {
        step.attemptSeq = event.seq;
        step.parts |= StepPart::Output; // that of an earlier iteration is gone
        const Json *prompt = memberAt(event.data, "prompt");
        step.parts.setFlag(StepPart::Prompt, !prompt || !prompt->is_string());
    } else if (changesOutput(event.eventType)) {
        step.parts |= StepPart::Output;
    }
}

Result<void> EventWriter::writeExecution(State &state, const Changes &changes)
{
    const Execution &execution = state.projection.execution();
    if (!state.key) {
        const Result<ExecutionKey> key
            = m_executions.insert({ {}, execution, changes.planSeq, changes.config });
        if (!key)
            return key.error();
        state.key = *key;
        return {};
    }
    if (changes.wholeRow)
        return m_executions.update(*state.key, { {}, execution, changes.planSeq, changes.config });
    if (changes.progress)
        return m_executions.updateProgress(*state.key, execution, changes.parts);
    return {};
}

Result<void> EventWriter::writeSteps(
    ExecutionKey key, const Execution &execution, const Changes &changes)
{
    Result<void> written;
    if (changes.newPlan)
        written = replaceSteps(key, execution);
    for (const auto &[id, stepChanges] : changes.steps) {
        const auto step = std::ranges::find(execution.steps, id, &StepRecord::id);
        if (written && step != execution.steps.end()) {
            const int position = int(step - execution.steps.begin()) + 1;
            written = writeStep(key, execution, position, stepChanges);
        }
    }
    return written;
}

Result<void> EventWriter::replaceSteps(ExecutionKey key, const Execution &execution)
{
    Result<void> written = m_steps.clear(key);
    int position = 0;
    for (const StepRecord &step : execution.steps) {
        if (written)
            written = m_steps.insert(key, step, ++position);
    }
    return written;
}

Result<void> EventWriter::writeStep(
    ExecutionKey key, const Execution &execution, int position, const StepChanges &changes)
{
    const StepRecord &step = execution.steps[std::size_t(position - 1)];
    if (changes.state) {
        StepRow row { step, changes.attemptSeq, std::nullopt };
        if (isTerminal(step.status))
            row.endSeq = execution.lastSeq;
        StepParts parts = changes.parts;
        parts.setFlag(StepPart::Usage, changes.usage);
        if (parts.testFlag(StepPart::Prompt)) {
            // What a start does not say again is what was said before.
            const Result<QString> prompt = m_steps.prompt(key, position);
            if (!prompt)
                return prompt.error();
            row.record.prompt = *prompt;
        }
        return m_steps.update(key, position, row, parts);
    }
    Result<void> written;
    if (changes.run)
        written = m_steps.updateRun(key, position, step);
    if (written && changes.usage)
        written = m_steps.updateUsage(key, position, step);
    return written;
}

Result<void> EventWriter::writeEvent(
    ExecutionKey key, const ExecutionEvent &event, const QByteArray &data)
{
    if (const Result<void> inserted = m_events.insert(key, event, data); !inserted) {
        if (m_events.seqWasTaken())
            return seqConflict(m_connection->file(), event.executionId, event.seq, event.seq + 1);
        if (m_events.executionWasMissing())
            return notFoundError(u"execution"_s, event.executionId.toString());
        return inserted;
    }
    return m_usage.apply(event);
}

} // namespace renum
