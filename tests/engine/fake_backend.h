// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/net/clock.h"
#include "core/net/one_shot.h"

#include <QHash>
#include <QQueue>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>

namespace renum::test {

/// What a run of an agent does.
struct RunScript {
    QString text = {}; ///< the final text; empty: the agent's id in upper case
    std::optional<Error> error = {}; ///< ends as failed with it
    std::optional<Error> lost = {}; ///< it works on, but following it fails
    bool works = false; ///< does not end before finish() or stop
    std::optional<Usage> usage = {}; ///< what the service tells of it
};

/// How a start request is answered.
struct StartScript {
    StartAnswer::Kind kind = StartAnswer::Kind::Bound;
    Error error = {};
    bool makesRun = true; ///< a run appears at the service (also behind an unknown answer)
    int extraRuns = 0; ///< further runs that appear in the thread
    bool held = false; ///< not answered before releaseStart()
};

/// An agent service in memory: it keeps a ledger of all it was asked, and does what a test says.
/// What nothing was said about succeeds at once.
class FakeBackend : public AgentBackend {
public:
    struct Run {
        RunRef ref;
        AgentId agent;
        RunScript script;
        QString status = QStringLiteral("running");
        Timestamp startedAt;
        RunEventSink sink;
        OneShot<Result<RunOutcome>> ended;
        [[nodiscard]] bool active() const { return status == QStringLiteral("running"); }
    };

    explicit FakeBackend(Clock *clock);

    // --- script --------------------------------------------------------------------------------
    QString where = QStringLiteral("memory");
    BackendCapabilities capabilities { true, true, true, true };
    QHash<AgentId, QQueue<RunScript>> runScripts; ///< for the next runs of an agent
    QQueue<StartScript> startScripts; ///< for the next start requests of anyone
    std::optional<Error> probeError;
    std::optional<Error> prepareError;
    std::optional<Error> findError;
    std::optional<Error> stopError;
    bool stopHangs = false;
    bool holdPrepare = false; ///< threads are not made before releasePrepare()
    std::function<void(const RunRequest &)> onStart; ///< looks on before anything happens

    void say(const QString &agent, const RunScript &script);
    /// Ends a working run.
    void finish(const RunId &run, const QString &text);
    /// Someone stops it at the service.
    void interrupt(const RunId &run);
    void show(const RunId &run, const RunEvent &event);
    void releaseStart();
    void releasePrepare();
    /// A run that nobody here asked for appears in the thread.
    RunId appear(const ThreadRef &thread);

    /// What the agents have been given and not been taken away, by agent.
    QHash<AgentId, ToolServer> tools;
    bool refusesTools = false;

    // --- ledger --------------------------------------------------------------------------------
    QList<RunRequest> starts;
    int prepares = 0; ///< requests for a thread, also those that failed
    QStringList threads;
    QStringList stops; ///< run ids, as often as asked
    int finds = 0;
    std::map<RunId, Run> runs;
    [[nodiscard]] RunId runOf(const QString &agent, int number = 0) const;
    [[nodiscard]] QList<RunId> activeRuns() const;

    // --- AgentBackend --------------------------------------------------------------------------
    [[nodiscard]] QString address() const override { return where; }
    [[nodiscard]] QCoro::Task<Result<BackendInfo>> probe(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<AgentInfo>>> listAgents(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ThreadRef>> prepareThread(
        QString title, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<StartAnswer> startRun(
        RunRequest request, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<RunOutcome>> observeRun(
        RunRef run, RunEventSink sink, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> stopRun(RunRef run, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Usage>> runUsage(RunRef run, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<RunSummary>>> findRuns(
        ThreadRef thread, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ToolRegistration>> registerTools(
        AgentId agent, ToolServer server, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> unregisterTools(
        ToolRegistration registration, std::stop_token stop) override;

private:
    RunRef addRun(const AgentId &agent, const ThreadRef &thread, const RunScript &script);

    Clock *m_clock;
    OneShot<bool> m_held;
    OneShot<bool> m_heldPrepare;
    int m_lastNumber = 0;
};

[[nodiscard]] Error testError(ErrorCategory category, const char *errorCode);

} // namespace renum::test
