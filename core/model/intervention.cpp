// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/intervention.h"

#include "core/model/error_codes.h"

namespace renum {

using namespace Qt::StringLiterals;

Json toJson(const ExecutionHold &hold)
{
    Json json = { { "reason", toJson(toString(hold.reason)) },
        { "place", hold.place == Breakpoint::Place::After ? "after" : "before" } };
    if (!hold.step.isEmpty())
        json["step_id"] = toJson(hold.step.toString());
    return json;
}

std::optional<ExecutionHold> holdFromJson(const Json &json)
{
    const std::optional<ExecutionHold::Reason> reason
        = holdReasonFromString(stringAt(json, "reason").value_or(QString()));
    if (!reason)
        return std::nullopt;
    ExecutionHold hold;
    hold.reason = *reason;
    hold.step = StepId(stringAt(json, "step_id").value_or(QString()));
    if (stringAt(json, "place") == u"after"_s)
        hold.place = Breakpoint::Place::After;
    return hold;
}

Json toJson(const Breakpoints &breakpoints)
{
    Json all = Json::array();
    for (const Breakpoint &breakpoint : breakpoints)
        all.push_back(toJson(breakpoint));
    return all;
}

Breakpoints breakpointsIn(const Json &data)
{
    Breakpoints breakpoints;
    const Json *all = memberAt(data, "breakpoints");
    if (!all || !all->is_array())
        return breakpoints;
    for (const Json &written : *all) {
        if (std::optional<Breakpoint> breakpoint = breakpointFromJson(written))
            breakpoints.push_back(*std::move(breakpoint));
    }
    return breakpoints;
}

SpendingCap capIn(const Json &data)
{
    const Json *cap = memberAt(data, "cap");
    return cap ? spendingCapFromJson(*cap) : SpendingCap();
}

Json interventionsOf(const Execution &execution)
{
    Json json;
    if (execution.hold)
        json["hold"] = toJson(*execution.hold);
    if (!execution.breakpoints.empty())
        json["breakpoints"] = toJson(execution.breakpoints);
    if (execution.cap != SpendingCap())
        json["cap"] = toJson(execution.cap);
    return json;
}

void readInterventions(const Json &json, Execution &execution)
{
    if (const Json *hold = memberAt(json, "hold"))
        execution.hold = holdFromJson(*hold);
    execution.breakpoints = breakpointsIn(json);
    execution.cap = capIn(json);
}

qint64 tokensOf(const Usage &usage)
{
    return usage.tokensInput.value_or(0) + usage.tokensOutput.value_or(0);
}

bool isReached(const SpendingCap &cap, const Usage &spent, int atWork)
{
    return (cap.nanoUsd && spent.cost.nanoUsd >= *cap.nanoUsd)
        || (cap.tokens && tokensOf(spent) >= *cap.tokens)
        || (cap.calls && spent.requestCount + atWork >= *cap.calls);
}

std::optional<Error> capRefusal(const SpendingCap &cap, const Usage &spent)
{
    if (!isReached(cap, spent, 0))
        return std::nullopt;
    return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::CapTooLow),
        u"The execution has spent as much already. Set a higher limit."_s,
        { { u"nano_usd"_s, spent.cost.nanoUsd }, { u"tokens"_s, tokensOf(spent) },
            { u"calls"_s, spent.requestCount } } };
}

} // namespace renum
