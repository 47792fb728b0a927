// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_tools.h"
#include "core/agents/tool_registration.h"
#include "core/model/agent.h"
#include "core/model/ids.h"
#include "core/model/result.h"
#include "core/model/timestamp.h"
#include "core/model/usage.h"

#include <QCoroTask>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

/// The seam between the engine and whatever runs agents (design §2 `agents/`). The engine knows
/// nothing of Suna's wire format; a backend knows nothing of workflows.
namespace renum {

/// What this backend can do; the engine and the interface adapt to it.
struct BackendCapabilities {
    bool threadBeforeStart = false; ///< prepareThread works: a start can be looked up afterwards
    bool listsRuns = false; ///< findRuns works
    bool resumesStream = false;
    bool followUpTurns = false;
    bool teamTools = false; ///< registerTools works
    /// A run lives in this process, on a connection: after a crash nothing of it is left, nothing
    /// of it can be found, and nothing of it goes on.
    bool endsWithConnection = false;
};

/// What answered at the address, in words for a person.
struct BackendInfo {
    QString name; ///< "Suna"
    QString version; ///< family, for example "V3"
    QString address;
    BackendCapabilities capabilities;
};

/// Where a run lives at the service.
struct ThreadRef {
    ThreadId thread;
    ProjectId project;
    friend bool operator==(const ThreadRef &, const ThreadRef &) = default;
};

struct RunRef {
    RunId run;
    ThreadRef thread;
    friend bool operator==(const RunRef &, const RunRef &) = default;
};

struct RunRequest {
    AgentId agent; ///< empty: the service's default agent
    QString prompt;
    QString modelName; ///< empty: the agent's own
    ThreadRef thread; ///< made by prepareThread; empty when the backend cannot
    /// True when an earlier POST for this attempt may have arrived: the backend must not append the
    /// prompt a second time when the thread already holds it.
    bool repeated = false;
    /// What the agent may call in mid-run; null: nothing. Only where callsTools() is true.
    std::shared_ptr<AgentTools> tools = {};
};

/// The answer to a start, with its certainty (reliability §1.4 steps 4a to 4c).
struct StartAnswer {
    enum class Kind {
        Bound, ///< the run exists: `run`
        Rejected, ///< surely nothing was started: `error`
        Busy, ///< surely nothing was started, the service has no free slot: wait and ask again
        Unknown, ///< it may or may not have started: reconcile before doing anything else
    };
    Kind kind = Kind::Unknown;
    RunRef run;
    Error error;
};

/// One of the runs of a thread.
struct RunSummary {
    RunRef run;
    QString status; ///< what the service says
    bool active = false; ///< not finished
    std::optional<Timestamp> startedAt;
};

/// What a run shows while it works. Segments number the model's answers within a run from 0.
struct RunTextDelta {
    int segment = 0;
    QString text;
};
/// Replaces everything streamed for the segment.
struct RunTextReplaced {
    int segment = 0;
    QString text;
};
struct RunToolCall {
    QString callId;
    QString name;
    QString arguments; ///< JSON text when known
};
struct RunToolResult {
    QString callId;
    QString name;
    QString output;
    bool ok = true;
};
struct RunActivity {
    QString text; ///< for example "preparing the sandbox"
};
struct RunModelKnown {
    QString modelName;
};
using RunEvent = std::variant<RunTextDelta, RunTextReplaced, RunToolCall, RunToolResult,
    RunActivity, RunModelKnown>;
/// Called on the backend's thread, in order.
using RunEventSink = std::function<void(RunEvent)>;

/// The end of a run, taken from the run resource and the message list, never from the stream alone.
struct RunOutcome {
    enum class Status { Completed, Failed, Stopped };
    Status status = Status::Completed;
    QString finalText; ///< last assistant message, tool noise removed
    Usage usage; ///< absent counts when the service told none
    std::optional<Error> error; ///< for Failed and Stopped
};

/// One agent service. All calls on the thread it lives on. Every call ends: by answer, by its own
/// time-out, or with `user_cancelled` when `stop` is requested (the remote run is *not* stopped by
/// that: call stopRun). Errors are typed, with category and a sentence.
class AgentBackend {
public:
    AgentBackend() = default;
    AgentBackend(const AgentBackend &) = delete;
    AgentBackend &operator=(const AgentBackend &) = delete;
    virtual ~AgentBackend() = default;

    /// Where the service is, the same for all backends that talk to it; without credentials.
    [[nodiscard]] virtual QString address() const = 0;

    /// True when runs of the agent call the tools of their RunRequest.
    [[nodiscard]] virtual bool callsTools(const AgentId &agent) const;
    /// Who runs the agent, where several backends are composed; null: this one does.
    [[nodiscard]] virtual std::shared_ptr<AgentBackend> partFor(const AgentId &agent) const;

    /// Finds out what answers; cached after the first success. Never starts anything.
    [[nodiscard]] virtual QCoro::Task<Result<BackendInfo>> probe(std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<AgentInfo>>> listAgents(std::stop_token stop)
        = 0;
    /// A fresh, empty thread for one step attempt. An unused one costs nothing.
    [[nodiscard]] virtual QCoro::Task<Result<ThreadRef>> prepareThread(
        QString title, std::stop_token stop)
        = 0;
    /// Starts a run. Never retried inside: not idempotent at any service.
    [[nodiscard]] virtual QCoro::Task<StartAnswer> startRun(
        RunRequest request, std::stop_token stop)
        = 0;
    /// Follows a run until it has ended, through reconnects and polling. May be called for a run
    /// that ended long ago. `sink` may be called with text that was streamed before.
    [[nodiscard]] virtual QCoro::Task<Result<RunOutcome>> observeRun(
        RunRef run, RunEventSink sink, std::stop_token stop)
        = 0;
    /// Asks the service to stop the run and waits until it says so, at most 10 s.
    [[nodiscard]] virtual QCoro::Task<Result<void>> stopRun(RunRef run, std::stop_token stop) = 0;
    /// Usage so far, for runs that were stopped or failed. Absent counts when unknown.
    [[nodiscard]] virtual QCoro::Task<Result<Usage>> runUsage(RunRef run, std::stop_token stop) = 0;
    /// The runs of a thread, newest first.
    [[nodiscard]] virtual QCoro::Task<Result<QList<RunSummary>>> findRuns(
        ThreadRef thread, std::stop_token stop)
        = 0;

    /// Gives an agent the tools of an MCP server: changes the agent as the person has stored it at
    /// the service, so only with consent. Already given: nothing changes. Repeat it after a failure
    /// whose outcome is not sure. Errors: team_tools_unsupported, team_tools_unreachable,
    /// team_tools_name_taken, team_tools_not_stored, validation_error.
    [[nodiscard]] virtual QCoro::Task<Result<ToolRegistration>> registerTools(
        AgentId agent, ToolServer server, std::stop_token stop);
    /// Takes away what registerTools has given and leaves everything else as it is then. Nothing
    /// there any more, or no agent: a success.
    [[nodiscard]] virtual QCoro::Task<Result<void>> unregisterTools(
        ToolRegistration registration, std::stop_token stop);
};

} // namespace renum
