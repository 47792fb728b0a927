// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_toolbox.h"

#include "core/team/team_tools.h"

#include <QHash>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultListed = 10;

QString textOf(const Json &arguments, const char *key)
{
    return stringAt(arguments, key).value_or(QString());
}

int numberOf(const Json &arguments, const char *key, int otherwise)
{
    return static_cast<int>(integerAt(arguments, key).value_or(otherwise));
}

MessageType typeOf(const Json &arguments)
{
    return messageTypeFromString(textOf(arguments, "message_type")).value_or(MessageType::Info);
}

/// Why these members cannot become context, found now rather than when the step ends.
std::optional<Error> contextRefusal(const Json &context)
{
    for (const auto &[name, value] : context.items()) {
        const QString key = QString::fromStdString(name);
        std::optional<ContextRefusal::Reason> reason = keyRefusal(key);
        if (!reason && canonicalJson(value).size() > ContextLimits::MaxValueBytes)
            reason = ContextRefusal::Reason::ValueTooLarge;
        if (reason)
            return contextError(*reason, key);
    }
    return std::nullopt;
}

Json ok()
{
    return { { "ok", true } };
}

} // namespace

TeamToolbox::TeamToolbox(TeamContext &context, MessageBoard &board, const TeamRoster &roster)
    : m_context(context)
    , m_board(board)
    , m_roster(roster)
{
}

TeamToolbox::Handler TeamToolbox::handlerOf(const QString &tool)
{
    static const QHash<QString, Handler> handlers {
        { u"set_shared_variable"_s, &TeamToolbox::setVariable },
        { u"get_shared_variable"_s, &TeamToolbox::getVariable },
        { u"get_all_shared_variables"_s, &TeamToolbox::getAllVariables },
        { u"delete_shared_variable"_s, &TeamToolbox::deleteVariable },
        { u"set_context"_s, &TeamToolbox::setContext },
        { u"send_message_to_agent"_s, &TeamToolbox::send },
        { u"broadcast_to_team"_s, &TeamToolbox::broadcast },
        { u"request_from_agent"_s, &TeamToolbox::request },
        { u"get_team_messages"_s, &TeamToolbox::getMessages },
        { u"respond_to_request"_s, &TeamToolbox::respond },
        { u"get_team_info"_s, &TeamToolbox::getInfo },
    };
    return handlers.value(tool);
}

ToolOutcome TeamToolbox::execute(
    const TeamCall &call, const MessageSender &caller, const MessageStamp &stamp)
{
    ToolOutcome outcome;
    outcome.error = call.refusal;
    if (outcome.error)
        return outcome;
    const Result<Json> arguments = checkedArguments(call.tool, call.arguments);
    if (!arguments) {
        outcome.error = arguments.error();
        return outcome;
    }
    m_caller = caller;
    m_stamp = stamp;
    outcome.changes = m_context.expire(stamp.at);
    const Handler handler = handlerOf(call.tool);
    Q_ASSERT(handler); // every tool of the table has one
    (this->*handler)(outcome, *arguments);
    return outcome;
}

void TeamToolbox::write(ToolOutcome &outcome, ContextWrite write)
{
    Result<ContextChanges> changes
        = m_context.write(ContextAuthor::agent(m_caller.agent), { std::move(write) });
    if (!changes) {
        outcome.error = changes.error();
        return;
    }
    outcome.changes.insert(outcome.changes.end(), changes->begin(), changes->end());
    outcome.result = ok();
}

void TeamToolbox::setVariable(ToolOutcome &outcome, const Json &arguments)
{
    ContextWrite one { ContextChange::Scope::SharedMemory, textOf(arguments, "key"),
        arguments.at("value") };
    if (const std::optional<qint64> ttl = integerAt(arguments, "ttl_seconds"))
        one.expiresAt = m_stamp.at + std::chrono::seconds(*ttl);
    write(outcome, std::move(one));
}

void TeamToolbox::getVariable(ToolOutcome &outcome, const Json &arguments)
{
    const Json *value
        = memberAt(m_context.sharedMemory(), textOf(arguments, "key").toStdString().c_str());
    outcome.result = value ? *value : Json();
}

void TeamToolbox::getAllVariables(ToolOutcome &outcome, const Json &)
{
    outcome.result = m_context.sharedMemory();
}

void TeamToolbox::deleteVariable(ToolOutcome &outcome, const Json &arguments)
{
    write(outcome, { ContextChange::Scope::SharedMemory, textOf(arguments, "key"), std::nullopt });
}

void TeamToolbox::setContext(ToolOutcome &outcome, const Json &arguments)
{
    const Json &context = arguments.at("context");
    outcome.error = contextRefusal(context);
    if (outcome.error)
        return;
    outcome.outputContext = context;
    outcome.result = ok();
}

void TeamToolbox::tell(ToolOutcome &outcome, Result<MessageEvent> sent)
{
    if (!sent) {
        outcome.error = sent.error();
        return;
    }
    outcome.result = { { "message_id", toJson(m_stamp.id.toString()) } };
    outcome.messages.push_back(std::move(*sent));
}

void TeamToolbox::send(ToolOutcome &outcome, const Json &arguments)
{
    tell(outcome,
        m_board.send(m_caller, AgentId(textOf(arguments, "target_agent")), typeOf(arguments),
            arguments.at("message"), m_stamp));
}

void TeamToolbox::broadcast(ToolOutcome &outcome, const Json &arguments)
{
    std::vector<AgentId> excluded;
    if (const Json *agents = memberAt(arguments, "exclude_agents")) {
        for (const Json &agent : *agents)
            excluded.emplace_back(toQString(agent));
    }
    tell(outcome,
        m_board.broadcast(m_caller, typeOf(arguments), arguments.at("message"), excluded, m_stamp));
}

void TeamToolbox::request(ToolOutcome &outcome, const Json &arguments)
{
    const AgentId target(textOf(arguments, "target_agent"));
    const int timeout = numberOf(arguments, "timeout", MessageLimits::DefaultTimeoutSeconds);
    tell(outcome, m_board.request(m_caller, target, arguments.at("request"), timeout, m_stamp));
    if (outcome.error)
        return;
    const TeamMemberInfo *member = m_roster.find(target);
    const bool working = member && member->status == StepStatus::Running;
    const auto patience = std::chrono::milliseconds(working ? timeout * 500 : 0);
    outcome.pending = PendingRequest { m_stamp.id, target, m_stamp.at + patience,
        *m_board.deadline(m_stamp.id) };
    outcome.result = requestResult(m_board, m_stamp.id);
}

void TeamToolbox::getMessages(ToolOutcome &outcome, const Json &arguments)
{
    MessageQuery query;
    query.recipient = m_caller.agent;
    query.from = AgentId(textOf(arguments, "from_agent_id"));
    query.type = messageTypeFromString(textOf(arguments, "message_type"));
    query.limit = numberOf(arguments, "limit", DefaultListed);
    outcome.result = Json::array();
    std::vector<MessageId> shown;
    for (const TeamMessage &message : m_board.history(query)) {
        outcome.result.push_back(toJson(message));
        shown.push_back(message.id);
    }
    if (std::optional<MessageEvent> read = m_board.markRead(m_caller.agent, shown, m_stamp.at))
        outcome.messages.push_back(std::move(*read));
}

void TeamToolbox::respond(ToolOutcome &outcome, const Json &arguments)
{
    const MessageId request(textOf(arguments, "request_message_id"));
    tell(outcome, m_board.respond(m_caller, request, arguments.at("content"), m_stamp));
    if (!outcome.error)
        outcome.result["late"] = m_board.find(m_stamp.id)->late;
}

void TeamToolbox::getInfo(ToolOutcome &outcome, const Json &)
{
    outcome.result = teamInfo(m_roster, m_caller.agent);
}

Json requestResult(const MessageBoard &board, const MessageId &request)
{
    const TeamMessage *asked = board.find(request);
    const std::optional<RequestState> state = board.requestState(request);
    Json result = { { "request_id", toJson(request.toString()) } };
    if (state == RequestState::Open) {
        result["status"] = "pending";
    } else if (const TeamMessage *reply = asked ? board.find(asked->responseMessageId) : nullptr) {
        result["status"] = "answered";
        result["from_agent"] = toJson(reply->from.toString());
        result["response"] = reply->content;
    } else {
        result["error"] = "timeout";
    }
    return result;
}

} // namespace renum
