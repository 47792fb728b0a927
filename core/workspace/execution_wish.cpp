// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/execution_wish.h"

#include "core/model/intervention.h"
#include "core/model/timestamp.h"

#include <QHash>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Json contextWriteJson(const ContextWrite &write)
{
    Json json { { "scope", toJson(toString(write.scope)) }, { "key", toJson(write.key) } };
    if (write.value)
        json["value"] = *write.value;
    if (write.expiresAt)
        json["expires_at"] = toJson(toRfc3339(*write.expiresAt));
    return json;
}

ContextWrite contextWriteFromJson(const Json &json)
{
    using Scope = ContextChange::Scope;
    ContextWrite write;
    write.scope = stringAt(json, "scope") == toString(Scope::ContextObject) ? Scope::ContextObject
                                                                            : Scope::SharedMemory;
    write.key = stringAt(json, "key").value_or(QString());
    if (const Json *value = memberAt(json, "value"))
        write.value = *value;
    if (const std::optional<QString> time = stringAt(json, "expires_at"))
        write.expiresAt = fromRfc3339(*time);
    return write;
}

// --- to JSON ------------------------------------------------------------------------------------

Json wishData(const StopWish &)
{
    return { { "wish", "stop" } };
}

Json wishData(const PauseWish &)
{
    return { { "wish", "pause" } };
}

Json wishData(const ContinueWish &wish)
{
    return { { "wish", "continue" }, { "holds_at_next", wish.holdsAtNext } };
}

Json wishData(const ApprovalWish &wish)
{
    return { { "wish", "approval" }, { "agent_id", toJson(wish.agent.toString()) },
        { "approved", wish.approved }, { "comment", toJson(wish.comment) } };
}

Json wishData(const WriteContextWish &wish)
{
    Json writes = Json::array();
    for (const ContextWrite &write : wish.writes)
        writes.push_back(contextWriteJson(write));
    return { { "wish", "write_context" }, { "writes", std::move(writes) } };
}

Json wishData(const RestoreContextWish &wish)
{
    return { { "wish", "restore_context" }, { "version", wish.version } };
}

Json wishData(const ResultWish &wish)
{
    Json json { { "wish", "result" }, { "step_id", toJson(wish.step.toString()) } };
    if (wish.value)
        json["value"] = toJson(*wish.value);
    return json;
}

Json wishData(const RepeatWish &wish)
{
    return { { "wish", "repeat" }, { "step_id", toJson(wish.step.toString()) } };
}

Json wishData(const MessageWish &wish)
{
    return { { "wish", "message" }, { "agent_id", toJson(wish.agent.toString()) },
        { "text", toJson(wish.text) } };
}

Json wishData(const CapWish &wish)
{
    return { { "wish", "cap" }, { "cap", toJson(wish.cap) } };
}

Json wishData(const BreakpointsWish &wish)
{
    return { { "wish", "breakpoints" }, { "breakpoints", toJson(wish.breakpoints) } };
}

// --- from JSON ----------------------------------------------------------------------------------

AgentId wishedAgent(const Json &json)
{
    return AgentId(stringAt(json, "agent_id").value_or(QString()));
}

StepId wishedStep(const Json &json)
{
    return StepId(stringAt(json, "step_id").value_or(QString()));
}

ExecutionWish approvalFrom(const Json &json)
{
    return ApprovalWish { wishedAgent(json), boolAt(json, "approved").value_or(false),
        stringAt(json, "comment").value_or(QString()) };
}

ExecutionWish writesFrom(const Json &json)
{
    WriteContextWish wish;
    const Json *writes = memberAt(json, "writes");
    if (!writes || !writes->is_array())
        return wish;
    for (const Json &write : *writes)
        wish.writes.push_back(contextWriteFromJson(write));
    return wish;
}

ExecutionWish messageFrom(const Json &json)
{
    return MessageWish { wishedAgent(json), stringAt(json, "text").value_or(QString()) };
}

using WishReader = ExecutionWish (*)(const Json &);

WishReader wishReaderOf(const QString &wish)
{
    static const QHash<QString, WishReader> readers {
        { u"stop"_s, [](const Json &) -> ExecutionWish { return StopWish {}; } },
        { u"pause"_s, [](const Json &) -> ExecutionWish { return PauseWish {}; } },
        { u"continue"_s,
            [](const Json &json) -> ExecutionWish {
                return ContinueWish { boolAt(json, "holds_at_next").value_or(false) };
            } },
        { u"approval"_s, approvalFrom },
        { u"write_context"_s, writesFrom },
        { u"restore_context"_s,
            [](const Json &json) -> ExecutionWish {
                return RestoreContextWish { int(integerAt(json, "version").value_or(0)) };
            } },
        { u"result"_s,
            [](const Json &json) -> ExecutionWish {
                return ResultWish { wishedStep(json), stringAt(json, "value") };
            } },
        { u"repeat"_s,
            [](const Json &json) -> ExecutionWish { return RepeatWish { wishedStep(json) }; } },
        { u"message"_s, messageFrom },
        { u"cap"_s, [](const Json &json) -> ExecutionWish { return CapWish { capIn(json) }; } },
        { u"breakpoints"_s,
            [](const Json &json) -> ExecutionWish {
                return BreakpointsWish { breakpointsIn(json) };
            } },
    };
    return readers.value(wish, nullptr);
}

} // namespace

Json toJson(const ExecutionWish &wish)
{
    return std::visit([](const auto &concrete) { return wishData(concrete); }, wish);
}

std::optional<ExecutionWish> wishFromJson(const Json &json)
{
    const WishReader reader = wishReaderOf(stringAt(json, "wish").value_or(QString()));
    return reader ? std::optional(reader(json)) : std::nullopt;
}

} // namespace renum
