// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/profile.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace renum::sim {

/// What goes wrong. Documented in app/simulator/README.md; catalogue.json makes the numbered faults
/// of them.
enum class FaultKind {
    Always, ///< plays nothing: the profile does it without being asked
    // Before the route does its work
    Status, ///< answers `status` with `body`, nothing is done
    Delay, ///< waits, then goes on; the work is done even when the peer has left
    Drop, ///< closes the connection, nothing is done
    Hang, ///< never answers, nothing is done
    Html, ///< a proxy's HTML page with `status`
    // After the route has done its work
    DropAfter, ///< the work is done, the answer is lost
    Truncate, ///< half of the JSON body
    NullRunId, ///< `agent_run_id` is null in the answer to a start
    Pending, ///< lists are empty, and the thread is `_pending`
    // While the route does its work
    LateRun, ///< the started run cannot be seen for `duration`
    PendingStart, ///< V2b: no run yet; it is begun by `start-agent`, which refuses for `duration`
    OptimizedOnly, ///< the message list comes without content, whatever is asked for
    OddPages, ///< lists of agents count and slice as V1 does
    MergeOnly, ///< a change of an agent's MCP servers never takes one away
    LocalMode, ///< billing of an installation that has none
    // On the run that a start makes
    LlmError, ///< the provider of the model reports `text`
    Crash, ///< the run breaks with `text` behind a traceback of `bytes` bytes
    BillingStop, ///< the run is stopped with `text`
    RunTimeout, ///< the run fails with `text` after `duration`
    Stuck, ///< the run stops half-way and stays `running`
    NoWorker, ///< nobody works on the run
    OtherText, ///< the saved text begins with `text`, which was not streamed
    CallBreaksOff, ///< a call of the model breaks off and begins anew as another one
    NoUsage, ///< no usage is recorded
    ZeroUsage, ///< usage is recorded as zero
    CallTools, ///< tools of the agent's MCP servers are called, in `sessions` sessions each
    OtherModel, ///< the model `text` answers
    SwapEvents, ///< neighbouring events change places
    LateRows, ///< the last events come behind the terminal one
    // While a stream runs, after `afterEvents` events or `atEnd`
    Cut, ///< the connection breaks, `midEvent` or between two events
    CutUtf8, ///< the connection breaks in the middle of a character
    EndEarly, ///< a proper end of the body without a terminal event
    MalformedLine, ///< a data line with broken JSON
    EmptyData, ///< an event without data
    CrLf, ///< lines end as on Windows from here on
    HugeEvent, ///< an event of `bytes` bytes
    ManyEvents, ///< a thousand tiny events in one piece
    InvalidUtf8, ///< bytes that are no UTF-8 inside a JSON string
    UnknownEvent, ///< an event of an unknown type, a row of an unknown status type
    OddContent, ///< rows whose content and metadata have another form, which `text` names
    ControlWord, ///< the word `text`; those that end a stream end it
    StreamError, ///< the stream says `error` with `text` and ends, the run goes on
    Stall, ///< no event for `duration`, then the stream goes on
    Silent, ///< no further byte; the connection stays open
    PingsOnly, ///< V2b, V3: pings but no events any more
    ErrorEvent, ///< V3: `type: error`, then pings only
    TrimReplay, ///< a replay begins behind the last safe boundary
};

/// Where a fault is played.
enum class FaultStage { Never, Before, After, Within, Run, Stream };

struct Fault {
    QString id; ///< in the catalogue, for example `F33`; empty: written out in the scenario
    QList<Family> families; ///< that show it; empty: all
    QStringList routes; ///< names, or `*`
    FaultKind kind = FaultKind::Status;
    QString agent; ///< only requests that name this agent; empty: all
    QString run; ///< only this run, by id or as the n-th that was started; empty: all
    bool apiKeyOnly = false; ///< only requests that bring an API key and no token
    int skip = 0; ///< matching requests that pass unharmed before
    std::optional<int> first; ///< how many requests are hit; none: all
    double probability = 1.0;

    int status = 500;
    QByteArray body;
    QByteArray contentType = "application/json";
    std::optional<int> retryAfter; ///< seconds, in the header of that name
    std::chrono::milliseconds duration { 0 };
    QString text;
    int afterEvents = 0;
    bool atEnd = false; ///< before the event that ends the stream
    bool midEvent = true;
    qint64 bytes = 0;
    int sessions = 1;
};

[[nodiscard]] FaultStage stageOf(FaultKind kind);
/// Works on a stream of events, not on the request as a whole.
[[nodiscard]] bool isStreamFault(FaultKind kind);
/// Those of a kind that is played there.
[[nodiscard]] QList<Fault> faultsOfStage(const QList<Fault> &faults, FaultStage stage);
/// The first of this kind, or nullptr. Borrowed.
[[nodiscard]] const Fault *findFault(const QList<Fault> &faults, FaultKind kind);
[[nodiscard]] std::optional<FaultKind> faultKindByName(const QString &name);
[[nodiscard]] QString faultKindName(FaultKind kind);

} // namespace renum::sim
