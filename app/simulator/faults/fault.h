// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace renum::sim {

/// What goes wrong. Documented in app/simulator/README.md.
enum class FaultKind {
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
    LateRun, ///< the started run cannot be seen for `duration`
    // While a stream runs, after `afterEvents` events
    Cut, ///< the connection breaks, `midEvent` or between two events
    EndEarly, ///< a proper end of the body without a terminal event
    MalformedLine, ///< a data line with broken JSON
    HugeEvent, ///< an event of `bytes` bytes
    InvalidUtf8, ///< bytes that are no UTF-8 inside a JSON string
    UnknownEvent, ///< an event of an unknown type with unknown fields
    Silent, ///< no further byte; the connection stays open
    PingsOnly, ///< V3: pings but no events any more
    ErrorEvent, ///< V3: `type: error`, then pings only
};

struct Fault {
    QString route; ///< a route's name, or `*`
    FaultKind kind = FaultKind::Status;
    QString agent; ///< only requests that name this agent; empty: all
    int skip = 0; ///< matching requests that pass unharmed before
    std::optional<int> first; ///< how many requests are hit; none: all
    double probability = 1.0;

    int status = 500;
    QByteArray body;
    QByteArray contentType = "application/json";
    std::optional<int> retryAfter; ///< seconds, in the header of that name
    std::chrono::milliseconds duration { 0 };
    int afterEvents = 0;
    bool midEvent = true;
    qint64 bytes = 0;
};

/// Works on a stream of events, not on the request as a whole.
[[nodiscard]] bool isStreamFault(FaultKind kind);
[[nodiscard]] std::optional<FaultKind> faultKindByName(const QString &name);
[[nodiscard]] QString faultKindName(FaultKind kind);

} // namespace renum::sim
