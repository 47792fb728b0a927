// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler_driver.h"

#include "core/workflow/planner.h"
#include "team_json.h"

#include <algorithm>
#include <ranges>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

QString name(const StepId &step, int iteration)
{
    return iterationStepId(step, iteration).toString();
}

struct CommandText {
    QString operator()(const StartStep &c) const
    {
        const QString text = u"start "_s + name(c.step, c.iteration);
        return c.attempt == 1 ? text : text + u" try %1"_s.arg(c.attempt);
    }
    QString operator()(const ScheduleRetry &c) const
    {
        return u"retry %1 %2/%3 in %4"_s.arg(name(c.step, c.iteration),
            QString::number(c.nextAttempt), QString::number(c.maxAttempts),
            QString::number(c.delay.count()));
    }
    QString operator()(const AskApproval &c) const
    {
        const QString step = name(c.step, c.iteration);
        if (c.automatic)
            return u"agreed "_s + step;
        return u"ask "_s + step + (c.timeout ? u" for %1"_s.arg(c.timeout->count()) : QString());
    }
    QString operator()(const SkipStep &c) const
    {
        return u"skip %1 %2"_s.arg(
            name(c.step, c.iteration), c.reason ? toString(*c.reason) : u"by_person"_s);
    }
    QString operator()(const CompleteStep &c) const
    {
        return u"complete "_s + name(c.step, c.iteration);
    }
    QString operator()(const FailStep &c) const
    {
        return u"fail %1 %2 after %3"_s.arg(
            name(c.step, c.iteration), toString(c.error.category), QString::number(c.attempts));
    }
    QString operator()(const CancelStep &c) const
    {
        return u"cancel "_s + name(c.step, c.iteration) + (c.running ? u" running"_s : QString());
    }
    QString operator()(const InterruptStep &c) const
    {
        return u"interrupt "_s + name(c.step, c.iteration);
    }
    QString operator()(const ReopenStep &c) const
    {
        return u"reopen "_s + name(c.step, c.iteration);
    }
    QString operator()(const HoldExecution &c) const
    {
        const bool after = c.hold.place == Breakpoint::Place::After;
        return (after ? u"hold after "_s : u"hold before "_s) + c.hold.step.toString();
    }
    QString operator()(const PublishContext &c) const
    {
        QString text = u"context"_s;
        if (!c.changes.empty())
            text += u" v%1"_s.arg(c.changes.front().version);
        for (const ContextChange &change : c.changes)
            text += u' ' + change.key + (change.deleted ? u" deleted"_s : QString());
        return text;
    }
    QString operator()(const FinishExecution &c) const
    {
        QString text = u"finish "_s + toString(c.status);
        if (c.status == ExecutionStatus::Failed)
            text += u' ' + (c.error ? c.error->code : u"without an error"_s);
        return c.hasErrors && c.status == ExecutionStatus::Completed ? text + u" with errors"_s
                                                                     : text;
    }
};

} // namespace

Json seeds(const QString &type)
{
    return { { "initial_prompt", "Go" }, { "team_id", "t1" }, { "execution_id", "e1" },
        { "workflow_type", toJson(type) } };
}

QString toText(const SchedulerCommand &command)
{
    return std::visit(CommandText(), command);
}

SchedulerDriver::SchedulerDriver(const QByteArray &workflow, const ExecutionConfig &config)
    : SchedulerDriver(planExecution(validDraft(workflow), config), config)
{
}

SchedulerDriver::SchedulerDriver(ExecutionPlan plan, const ExecutionConfig &config)
    : state(initialState(plan, u"Go"_s, seeds(toString(plan.strategy)), config))
{
}

void SchedulerDriver::answer(const QString &agent, const QStringList &texts)
{
    for (const QString &text : texts)
        m_answers[agent].append(readStepOutput(text));
}

void SchedulerDriver::answer(const QString &agent, const StepOutput &output)
{
    m_answers[agent].append(output);
}

void SchedulerDriver::fail(const QString &agent, ErrorCategory category, const QList<int> &attempts)
{
    m_failures[agent] = category;
    m_failingAttempts[agent] = attempts;
}

void SchedulerDriver::feed(const SchedulerEvent &event)
{
    const std::vector<SchedulerCommand> commands = advance(state, event);
    for (const SchedulerCommand &command : commands)
        note(command);
}

void SchedulerDriver::note(const SchedulerCommand &command)
{
    if (logContext || !std::holds_alternative<PublishContext>(command))
        log.append(toText(command));
    if (const auto *start = std::get_if<StartStep>(&command)) {
        starts.push_back(*start);
        m_working.push_back(start->step);
    } else if (const auto *retry = std::get_if<ScheduleRetry>(&command)) {
        m_due.push_back(RetryDue { retry->step });
    } else if (const auto *cancel = std::get_if<CancelStep>(&command); cancel && cancel->running) {
        std::erase(m_working, cancel->step);
        m_due.push_back(StepStopped { cancel->step });
    } else if (const auto *interrupt = std::get_if<InterruptStep>(&command)) {
        std::erase(m_working, interrupt->step);
        m_due.push_back(StepStopped { interrupt->step });
    } else if (const auto *finish = std::get_if<FinishExecution>(&command)) {
        end = *finish;
    }
}

SchedulerEvent SchedulerDriver::outcome(const StepId &step)
{
    const QString agent = step.toString();
    const int attempt = ++m_attempts[agent];
    const QList<int> failing = m_failingAttempts.value(agent);
    if (failing.contains(0) || failing.contains(attempt)) {
        return AttemptFailed { step,
            Error { m_failures[agent], u"agent_timeout"_s, agent + u" is broken."_s } };
    }
    const QList<StepOutput> answers = m_answers.value(agent, { readStepOutput(agent.toUpper()) });
    return AttemptSucceeded { step, answers[std::min<qsizetype>(attempt, answers.size()) - 1] };
}

bool SchedulerDriver::answerNext()
{
    if (!m_due.empty()) {
        const SchedulerEvent event = m_due.front();
        m_due.pop_front();
        feed(event);
        return true;
    }
    if (m_working.empty())
        return false;
    const StepId step = m_working.front();
    m_working.pop_front();
    feed(outcome(step));
    return true;
}

void SchedulerDriver::run()
{
    begin();
    while (answerNext()) { }
}

QString SchedulerDriver::prompt(const QString &agent) const
{
    for (const StartStep &start : starts | std::views::reverse) {
        if (start.step.toString() == agent)
            return start.prompt;
    }
    return {};
}

QString SchedulerDriver::input(const QString &agent) const
{
    for (const StartStep &start : starts | std::views::reverse) {
        if (start.step.toString() == agent)
            return start.input;
    }
    return {};
}

} // namespace renum::test
