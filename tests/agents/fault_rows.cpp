// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agents/fault_rows.h"

#include <array>
#include <vector>

namespace renum::test {

namespace {

constexpr const char *All = "v1 v2a v2b v3";
constexpr const char *NotV1 = "v2a v2b v3";
constexpr const char *Later = "v2b v3";
constexpr const char *FirstTwo = R"(,"first":2)";

constexpr const char *Authentication = "authentication_error";
constexpr const char *Quota = "quota_exceeded";
constexpr const char *Input = "invalid_input";
constexpr const char *Network = "network_error";
constexpr const char *Crash = "agent_crash";
constexpr const char *TimeOut = "agent_timeout";
constexpr const char *NotSure = "dependency_error";

/// The person gets the answer, from one run.
constexpr FaultRow completes(const char *fault, const char *families, const char *variant = "")
{
    return { .fault = fault, .variant = variant, .families = families };
}

/// `attempts` runs are started, and the last one fails.
constexpr FaultRow fails(const char *fault, const char *families, const char *variant,
    const char *category, int attempts, const char *word)
{
    return { .fault = fault,
        .variant = variant,
        .families = families,
        .status = "failed",
        .category = category,
        .attempts = attempts,
        .starts = attempts,
        .word = word };
}

/// Nothing is started, and once is enough.
constexpr FaultRow refused(const char *fault, const char *families, const char *variant,
    const char *category, const char *word)
{
    FaultRow row = fails(fault, families, variant, category, 1, word);
    row.starts = 0;
    return row;
}

constexpr FaultRow with(const char *changes, FaultRow row)
{
    row.changes = changes;
    return row;
}

constexpr FaultRow as(Credentials credentials, FaultRow row)
{
    row.credentials = credentials;
    return row;
}

constexpr FaultRow withoutUsage(FaultRow row)
{
    row.usageKnown = false;
    return row;
}

/// Runs that never end need a step that does.
constexpr FaultRow withinAMinute(FaultRow row)
{
    row.stepSeconds = 60;
    return row;
}

constexpr FaultRow answeredBy(const char *model, FaultRow row)
{
    row.model = model;
    return row;
}

constexpr FaultRow saidTwice(FaultRow row)
{
    row.said = 2;
    return row;
}

constexpr FaultRow refusedEachTime(int attempts, FaultRow row)
{
    row.attempts = attempts;
    return row;
}

// --- refused before anything was started ---
constexpr std::array Refused {
    refused("F01", NotV1, "", Authentication, "token"),
    as(Credentials::ApiKey, refused("F02", "v1", "", Authentication, "no API keys")),
    refused("F05", "v1", "", Authentication, "upgrade your subscription"),
    refused("F06", "v1", "", Quota, "Monthly limit"),
    refused("F07", Later, "INSUFFICIENT_CREDITS", Quota, "credits"),
    refused("F07", Later, "MODEL_ACCESS_DENIED", Quota, "model"),
    refused("F07", Later, "PROJECT_LIMIT_EXCEEDED", Quota, "20 projects"),
    refused("F07", Later, "THREAD_LIMIT_EXCEEDED", Quota, "10 threads"),
    refused("F07", Later, "AGENT_LIMIT_EXCEEDED", Quota, "2 agents"),
    refused("F07", Later, "CUSTOM_WORKER_LIMIT_EXCEEDED", Quota, "2 custom"),
    refusedEachTime(3, refused("F10", "v3", "", Network, "Thread operation failed")),
    refused("F11", All, "", Input, "Field required"),
    refused("F51", All, "", Input, "Not Found"),
};

// --- a full service is waited for, not failed at ---
constexpr std::array Busy {
    with(FirstTwo, completes("F08", "v2a")),
    with(FirstTwo, completes("F09", Later)),
};

// --- starts whose outcome is not clear at once ---
constexpr std::array Starts {
    // Nothing can be looked up on V1: it is said, and nothing is started a second time.
    refused("F12", "v1", "nested", NotSure, "not known whether"),
    with(R"(,"first":1)", completes("F12", NotV1, "nested")),
    completes("F14", All, "slow"),
    fails("F14", "v1", "lost", NotSure, 1, "not known whether"),
    completes("F14", NotV1, "lost"),
    completes("F15", "v1 v2b"),
    completes("F16", "v3"),
};

// --- calls that fail for a while, or in the middle of a run ---
constexpr std::array Calls {
    with(R"(,"route":["run_get","run_stream"])",
        fails("F01", NotV1, "", Authentication, 1, "token")),
    withoutUsage(as(Credentials::ApiKey, completes("F03", "v3"))),
    with(FirstTwo, completes("F12", All, "plain")),
    with(FirstTwo, completes("F12", All, "bad_gateway")),
    with(R"(,"first":2,"route":["messages_list","run_stream"])",
        completes("F12", All, "gateway_timeout")),
    completes("F13", "v1"), completes("F17", Later), withoutUsage(completes("F43", "v2a v3")),
    completes("F43", "v2b"), // its stream tells the usage
};

// --- streams that break, fall silent or lie about the end ---
constexpr std::array Streams {
    completes("F18", All, "mid_line"),
    completes("F18", All, "mid_character"),
    completes("F18", All, "between"),
    completes("F18", All, "no_terminal"),
    completes("F19", "v1"),
    with(R"(,"ms":60000)", completes("F20", "v1 v2a")),
    fails("F21", "v3", "failed", Crash, 2, "pipeline broke"),
    withinAMinute(fails("F21", "v3", "running", TimeOut, 3, "60 seconds")),
    completes("F21", "v3", "goes_on"),
    fails("F25", "v1 v3", "failed", Crash, 2, "sandbox is gone"),
    fails("F25", "v1 v3", "stopped", Quota, 1, "Billing limit"),
    completes("F26", "v1", "STOP"),
    completes("F26", "v1", "END_STREAM"),
    completes("F26", "v1", "ERROR"),
    completes("F26", "v1", "unknown"),
    completes("F28", "v1", "stream_failed"),
    completes("F28", "v1", "start_failed"),
    completes("F31", "v1 v2a"),
    completes("F32", Later),
};

// --- runs that do not end well ---
constexpr std::array Runs {
    withinAMinute(fails("F22", "v1 v3", "stop_works", TimeOut, 3, "60 seconds")),
    withinAMinute(fails("F22", "v3", "stop_fails", TimeOut, 3, "60 seconds")),
    fails("F23", "v1", "", Crash, 2, "Overloaded"),
    fails("F24", "v1", "", Crash, 2, "sandbox is gone"),
    fails("F27", "v1", "", Quota, 1, "Billing limit"),
    fails("F29", "v3", "", TimeOut, 3, "Worker timeout"),
    with(R"(,"ms":60000)", fails("F30", "v3", "", TimeOut, 3, "run_timeout")),
};

// --- strange, but nothing is wrong ---
constexpr std::array Strange {
    completes("F33", "v1", "swapped"),
    completes("F33", "v1", "missing"),
    completes("F34", "v1 v2b v3"),
    completes("F35", "v1"),
    saidTwice(completes("F36", "v1")),
    completes("F37", All, "truncated"),
    completes("F37", All, "empty"),
    completes("F37", All, "crlf"),
    completes("F38", All, "object"),
    completes("F38", All, "double"),
    completes("F38", All, "plain"),
    completes("F38", All, "no_metadata"),
    completes("F39", All, "huge"),
    completes("F39", All, "many"),
    completes("F40", All),
    withoutUsage(completes("F41", "v1 v2b v3", "missing")),
    withoutUsage(completes("F41", "v1 v2b v3", "zero")),
    withoutUsage(as(Credentials::TokenWithoutSupabase, completes("F42", "v1"))),
    answeredBy("minimax", completes("F49", "v3")),
};

constexpr std::array OtherCalls {
    FaultElsewhere { "F04", "v1", "the list of agents" },
    FaultElsewhere { "F44", "v1", "the list of agents" },
    FaultElsewhere { "F45", "v1 v3", "giving an agent the team tools" },
    FaultElsewhere { "F48", "v1 v2a v2b v3", "calls of the team tools" },
    FaultElsewhere { "F50", "v1", "stopping a run" },
};

constexpr std::array NotMet {
    FaultElsewhere { "F01", "v1", "tokens are not verified" },
    FaultElsewhere { "F02", "v2a v2b v3", "API keys are known" },
    FaultElsewhere { "F03", "v1 v2a v2b", "V1 has no such route, before V3 a key opens it" },
    FaultElsewhere { "F04", "v2a v2b v3", "agent routes check no feature flag" },
    FaultElsewhere { "F05", "v2a v2b v3", "a model's refusal is told by 402" },
    FaultElsewhere { "F06", "v2a v2b v3", "there is no monthly limit in dollars" },
    FaultElsewhere { "F07", "v1 v2a", "402 has no error codes" },
    FaultElsewhere { "F08", "v1 v2b v3", "V1 has no such limit, later it is told by 402" },
    FaultElsewhere { "F09", "v1 v2a", "V1 has no such limit, V2a tells it by 429" },
    FaultElsewhere { "F10", "v1 v2a v2b", "threads have no outer error handler" },
    FaultElsewhere { "F13", "v2a v2b v3", "opening a stream checks no shutdown" },
    FaultElsewhere { "F15", "v2a v3", "a start always names its run" },
    FaultElsewhere { "F16", "v1 v2a v2b", "the run is stored before the start is answered" },
    FaultElsewhere { "F17", "v1 v2a", "threads are made before they are told" },
    FaultElsewhere { "F19", "v2a v2b v3", "described for V1 only; a dead stream is F18 or F20" },
    FaultElsewhere { "F20", "v2b v3", "pings fill every silence" },
    FaultElsewhere { "F21", "v1 v2a v2b", "there is no error event that keeps a stream open" },
    FaultElsewhere { "F22", "v2a v2b", "not established for these generations" },
    FaultElsewhere { "F23", "v2a v2b v3", "not established, or recorded as failed" },
    FaultElsewhere { "F24", "v2a v2b v3", "there is no ERROR word, or it is not established" },
    FaultElsewhere { "F25", "v2a v2b", "not established for these generations" },
    FaultElsewhere { "F26", "v2a v2b v3", "there are no control words, or not established" },
    FaultElsewhere { "F27", "v2a v2b v3", "credits are checked before a run" },
    FaultElsewhere { "F28", "v2a v2b v3", "an error status is terminal, or not established" },
    FaultElsewhere { "F29", "v1 v2a v2b", "a dead worker is never noticed" },
    FaultElsewhere { "F30", "v1 v2a v2b", "runs have no time limit" },
    FaultElsewhere { "F31", "v2b v3", "replays are trimmed or resumed" },
    FaultElsewhere { "F32", "v1 v2a", "replays are whole" },
    FaultElsewhere { "F33", "v2a v2b v3", "events are written one after the other" },
    FaultElsewhere { "F34", "v2a", "not established which of both it does" },
    FaultElsewhere { "F35", "v2a v2b v3", "reasoning is streamed or not saved" },
    FaultElsewhere { "F36", "v2a v2b v3", "there is no overload fallback" },
    FaultElsewhere { "F41", "v2a", "not established which record it writes" },
    FaultElsewhere { "F42", "v2a v2b v3", "there are no usage logs" },
    FaultElsewhere { "F43", "v1", "rows come from the database" },
    FaultElsewhere { "F44", "v2a v2b v3", "described for V1 only" },
    FaultElsewhere { "F45", "v2a v2b", "not established for these generations" },
    FaultElsewhere {
        "F46", "v1 v2a v2b v3", "Renum makes no agents; before V3 the prompt is kept" },
    FaultElsewhere { "F47", "v1 v2a v2b v3", "Renum does not ask for discovery" },
    FaultElsewhere { "F49", "v1 v2a v2b", "another model is refused, not put in its place" },
    FaultElsewhere { "F50", "v2a v2b v3", "described for V1 only" },
};

template<typename... Arrays>
auto joined(const Arrays &...arrays)
{
    std::vector<FaultRow> rows;
    (rows.insert(rows.end(), arrays.begin(), arrays.end()), ...);
    return rows;
}

} // namespace

std::span<const FaultRow> faultRows()
{
    static const std::vector<FaultRow> rows
        = joined(Refused, Busy, Starts, Calls, Streams, Runs, Strange);
    return rows;
}

std::span<const FaultElsewhere> faultsOfOtherCalls()
{
    return OtherCalls;
}

std::span<const FaultElsewhere> faultsNotMet()
{
    return NotMet;
}

} // namespace renum::test
