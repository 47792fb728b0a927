// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_call.h"

#include "core/model/error_codes.h"
#include "core/net/json_limits.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &why)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamActionsInvalid),
        u"%1 Nothing of this block was done; correct it and send it again."_s.arg(why) };
}

Result<Json> parseBlock(const QByteArray &text)
{
    const JsonLimits limits { TeamActionLimits::MaxBlockBytes, TeamActionLimits::MaxDepth };
    Result<Json> json = parseJson(text, limits);
    if (json)
        return json;
    if (json.error().code != QLatin1StringView(code::JsonTooLarge))
        return invalid(json.error().message);
    return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamActionsTooLarge),
        u"A block may have at most %1 KiB. Nothing of it was done; send less."_s.arg(
            TeamActionLimits::MaxBlockBytes / 1024) };
}

TeamCall callFrom(Json element)
{
    TeamCall call;
    const std::optional<QString> action = stringAt(element, "action");
    if (!action || action->isEmpty()) {
        call.refusal
            = Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamActionsInvalid),
                  u"An action is an object with a member \"action\" that names a tool."_s };
        return call;
    }
    call.tool = *action;
    element.erase("action");
    call.arguments = std::move(element);
    return call;
}

} // namespace

Result<std::vector<TeamCall>> parseTeamActions(const QByteArray &text)
{
    Result<Json> json = parseBlock(text);
    if (!json)
        return json.error();
    if (json->is_object())
        json = Json::array({ std::move(*json) });
    if (!json->is_array())
        return invalid(u"A team-actions block holds a JSON array of actions."_s);
    if (json->size() > TeamActionLimits::MaxActionsPerBlock) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamActionsTooMany),
            u"A block may have at most %1 actions. Nothing of it was done; send fewer."_s.arg(
                TeamActionLimits::MaxActionsPerBlock),
            { { u"limit"_s, TeamActionLimits::MaxActionsPerBlock } } };
    }
    std::vector<TeamCall> calls;
    for (Json &element : *json)
        calls.push_back(callFrom(std::move(element)));
    return calls;
}

Result<Json> parseTeamContext(const QByteArray &text)
{
    Result<Json> json = parseBlock(text);
    if (json && !json->is_object())
        return invalid(u"A team-context block holds a JSON object."_s);
    return json;
}

} // namespace renum
