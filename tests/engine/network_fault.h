// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace renum::test {

/// What happens to one request on its way (reliability R4).
enum class NetworkFault {
    // Before the request leaves
    DnsFail,
    Refused,
    TlsFail,
    // The service never sees it
    ResetBefore,
    NoResponse,
    ServerError, ///< 503 once
    Busy, ///< 429 once
    Quota, ///< 402 once
    // The service has done what it was asked
    ResetAfter,
    LateResponse, ///< after the client has given up
    SlowDrip, ///< a byte now and then
    Slices, ///< every byte alone, at full speed
    Truncated,
    DuplicateEvent,
    ReorderedEvent,
    Silent, ///< it begins, and nothing more comes
    WrongType, ///< a web page
    Oversize, ///< more than is accepted
};

enum class Operation { Create, Start, Stream, List, Stop, Messages, Other };

/// The n-th time (from 1) that an operation is asked for meets a fault.
struct FaultPlan {
    NetworkFault fault = NetworkFault::ResetBefore;
    Operation operation = Operation::Other;
    int occurrence = 1;
};

struct NamedFault {
    NetworkFault fault;
    const char *name;
};
inline constexpr auto NetworkFaults = std::to_array<NamedFault>({
    { NetworkFault::DnsFail, "dns_fail" },
    { NetworkFault::Refused, "refused" },
    { NetworkFault::TlsFail, "tls_fail" },
    { NetworkFault::ResetBefore, "reset_before" },
    { NetworkFault::ResetAfter, "reset_after" },
    { NetworkFault::NoResponse, "no_response" },
    { NetworkFault::LateResponse, "late_response" },
    { NetworkFault::ServerError, "server_error" },
    { NetworkFault::Busy, "busy" },
    { NetworkFault::Quota, "quota" },
    { NetworkFault::SlowDrip, "slow_drip" },
    { NetworkFault::Slices, "slices" },
    { NetworkFault::Truncated, "truncated" },
    { NetworkFault::DuplicateEvent, "duplicate_event" },
    { NetworkFault::ReorderedEvent, "reordered_event" },
    { NetworkFault::Silent, "silent" },
    { NetworkFault::WrongType, "wrong_type" },
    { NetworkFault::Oversize, "oversize" },
});

struct NamedOperation {
    Operation operation;
    const char *name;
};
inline constexpr auto Operations = std::to_array<NamedOperation>({
    { Operation::Create, "create" },
    { Operation::Start, "start" },
    { Operation::Stream, "stream" },
    { Operation::List, "list" },
    { Operation::Stop, "stop" },
    { Operation::Messages, "messages" },
});

[[nodiscard]] constexpr bool isBeforeConnection(NetworkFault fault)
{
    return fault == NetworkFault::DnsFail || fault == NetworkFault::Refused
        || fault == NetworkFault::TlsFail;
}

/// Only a stream has events.
[[nodiscard]] constexpr bool isFaultOfEvents(NetworkFault fault)
{
    return fault == NetworkFault::DuplicateEvent || fault == NetworkFault::ReorderedEvent;
}

} // namespace renum::test
