// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "core/workflow/scheduler.h"

#include <QHash>
#include <QStringList>

#include <deque>

namespace renum::test {

/// Plays the engine: feeds events, does what is commanded in no time, and writes the commands down
/// as short texts:
///
///     start a | start a try 2 | start a#2      complete a     skip c upstream_failed
///     fail b agent_crash after 3               cancel b running | cancel c
///     retry b 2/3 in 1000                      context v2 agent_a_result x
///     ask b | ask b for 60 | agreed b          hold before b | hold after b
///     interrupt a                              reopen a#2
///     finish completed | finish failed steps_failed | finish completed with errors
class SchedulerDriver {
public:
    explicit SchedulerDriver(const QByteArray &workflow, const ExecutionConfig &config = {});
    explicit SchedulerDriver(ExecutionPlan plan, const ExecutionConfig &config = {});

    /// What the agent answers, attempt by attempt; the last one for all later ones. An agent
    /// without a script answers its id in upper case.
    void answer(const QString &agent, const QStringList &texts);
    void answer(const QString &agent, const StepOutput &output);
    /// These attempts (from 1, over all iterations) fail; 0 means all.
    void fail(const QString &agent, ErrorCategory category, const QList<int> &attempts = { 0 });

    void feed(const SchedulerEvent &event);
    /// Begins and answers until nothing works any more.
    void run();
    /// Begins; afterwards attempts are answered one by one.
    void begin() { feed(ExecutionBegan {}); }
    /// Answers the oldest working attempt. False when there is none.
    bool answerNext();

    QStringList log; ///< without `context` lines unless `logContext`
    bool logContext = false;
    SchedulerState state;
    std::vector<StartStep> starts;
    std::optional<FinishExecution> end;

    [[nodiscard]] QString prompt(const QString &agent) const; ///< of its last start
    [[nodiscard]] QString input(const QString &agent) const;

private:
    void note(const SchedulerCommand &command);
    [[nodiscard]] SchedulerEvent outcome(const StepId &step);

    QHash<QString, QList<StepOutput>> m_answers;
    QHash<QString, ErrorCategory> m_failures;
    QHash<QString, QList<int>> m_failingAttempts;
    QHash<QString, int> m_attempts;
    std::deque<SchedulerEvent> m_due; ///< stops and retries
    std::deque<StepId> m_working;
};

[[nodiscard]] Json seeds(const QString &type = QStringLiteral("sequential"));
[[nodiscard]] QString toText(const SchedulerCommand &command);

} // namespace renum::test
