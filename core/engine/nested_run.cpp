// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/nested_run.h"

#include "core/model/error_codes.h"

#include <QPointer>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// What a team hands on: a single text as it is, else its results as JSON.
QString resultText(const Execution &execution)
{
    const Json result = execution.finalResult.value_or(Json());
    if (const std::optional<QString> text = stringAt(result, "result"))
        return *text;
    return result.is_string() ? toQString(result) : compactJsonText(result);
}

Error failureOf(const Execution &execution)
{
    const bool stopped = execution.status == ExecutionStatus::Cancelled;
    Error error = execution.error.value_or(Error {});
    error.message = u"The team %1 %2: %3"_s.arg(
        execution.teamName, stopped ? u"was stopped"_s : u"failed"_s, execution.errorMessage);
    // Not a category that is retried by itself: the whole team would work and cost once more.
    error.category = stopped ? ErrorCategory::UserCancelled : ErrorCategory::DependencyError;
    if (error.code.isEmpty())
        error.code = QString::fromLatin1(stopped ? code::UserCancelled : code::StepsFailed);
    return error;
}

} // namespace

NestedRun::NestedRun(NestedSpec spec, Services services, Callbacks callbacks, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_services(std::move(services))
    , m_callbacks(std::move(callbacks))
{
}

void NestedRun::start()
{
    m_tasks.start(drive());
}

void NestedRun::cancel()
{
    m_cancelled = true;
    m_services.teams->stopNested(m_spec.execution);
}

void NestedRun::pause(bool paused)
{
    m_services.teams->pauseNested(m_spec.execution, paused);
}

QCoro::Task<> NestedRun::drive()
{
    const QPointer<NestedRun> self(this);
    if (!m_spec.begun) { // intent before effect: a crash after this finds the execution by its id
        ExecutionEvents events;
        events.append(
            m_services.events->nestedStarted(m_spec.step, m_spec.attempt, m_spec.execution));
        const OneShot<Result<void>> answer = m_services.log->commit(std::move(events));
        const Result<void> stored = co_await answer;
        if (!self)
            co_return;
        if (!stored || m_cancelled) {
            end({ AttemptEnd::Kind::Stopped, {}, stored ? cancelledError() : stored.error(), {} });
            co_return;
        }
    }
    const std::function<void(bool)> waits = [self](bool waiting) {
        if (self && !self->m_ended && !self->m_silent)
            self->m_callbacks.waitsForPerson(waiting);
    };
    const Result<Execution> ended = co_await m_services.teams->runNested(
        m_spec.execution, m_spec.request, m_services.backend, m_services.spending, waits);
    if (!self)
        co_return;
    if (ended)
        conclude(*ended);
    else
        end({ m_cancelled ? AttemptEnd::Kind::Stopped : AttemptEnd::Kind::Failed, {}, ended.error(),
            {} });
}

void NestedRun::conclude(const Execution &execution)
{
    if (!m_spec.booked) {
        m_services.log->post(
            m_services.events->nestedEnded(m_spec.step, m_spec.attempt, execution));
        m_callbacks.used({}, execution.usage);
    }
    AttemptEnd result;
    if (execution.status == ExecutionStatus::Completed) {
        result.kind = AttemptEnd::Kind::Succeeded;
        result.output = readStepOutput(resultText(execution));
        result.output.outputContext = Json::object(); // the contexts of two teams are apart
        result.output.attempts = m_spec.attempt;
        if (execution.startedAt && execution.completedAt) {
            result.output.executionSeconds
                = std::chrono::duration<double>(*execution.completedAt - *execution.startedAt)
                      .count();
        }
    } else {
        result.kind = m_cancelled ? AttemptEnd::Kind::Stopped : AttemptEnd::Kind::Failed;
        result.error = failureOf(execution);
    }
    end(std::move(result));
}

void NestedRun::end(AttemptEnd end)
{
    if (!std::exchange(m_ended, true))
        m_callbacks.ended(end); // may destroy this
}

} // namespace renum
