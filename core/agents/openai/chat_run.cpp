// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/chat_run.h"

#include "core/agents/answer_leave.h"
#include "core/agents/openai/chat_errors.h"
#include "core/agents/openai/output_schema.h"
#include "core/model/error_codes.h"
#include "core/net/json_limits.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error makeError(ErrorCategory category, const char *code, const QString &message)
{
    return { category, QString::fromLatin1(code), message };
}

Error toolLoopError(int answers)
{
    return makeError(ErrorCategory::AgentCrash, code::ModelToolLoop,
        u"The model called tools %1 times in a row without an answer. Tell it more clearly when it "
        "is done, or choose another model."_s.arg(answers));
}

Error filteredError()
{
    return makeError(ErrorCategory::InvalidInput, code::ModelAnswerFiltered,
        u"The model endpoint held the answer back for its content. Ask in another way."_s);
}

Error outputError(const QString &problem)
{
    return makeError(ErrorCategory::AgentCrash, code::ModelOutputInvalid,
        u"The model's answer does not fit the agent's output schema: %1. Try again, or choose "
        "another model."_s.arg(problem));
}

AgentToolAnswer refused(const QString &reason)
{
    return { u"ERROR: "_s + reason, false };
}

} // namespace

ChatRun::ChatRun(ChatRunOrder order)
    : m_order(std::move(order))
{
}

QCoro::Task<> ChatRun::drive(QString prompt)
{
    const std::shared_ptr<ChatRun> self = shared_from_this(); // until the task has ended
    m_order.conversation->messages.push_back(userMessage(prompt));
    const Result<RunOutcome> outcome = co_await work();
    end(outcome);
}

QCoro::Task<Result<RunOutcome>> ChatRun::work()
{
    const int most = m_order.limits.maxAnswers;
    while (m_answers < most) {
        const Result<void> allowed = co_await leaveToAsk();
        if (!allowed)
            co_return allowed.error();
        const Result<ChatReply> reply = co_await ask();
        if (!reply)
            co_return reply.error();
        m_order.conversation->messages.push_back(assistantMessage(*reply));
        if (reply->calls.isEmpty()) {
            if (askForRepair(*reply))
                continue;
            co_return concluded(*reply);
        }
        if (m_answers == most)
            break; // it was told not to
        const QList<ChatToolCall> calls = reply->calls;
        const Result<void> called = co_await callTools(calls);
        if (!called)
            co_return called.error();
    }
    co_return toolLoopError(most);
}

// --- the model ----------------------------------------------------------------------------------

QCoro::Task<Result<ChatReply>> ChatRun::ask()
{
    for (;;) {
        const Result<ChatReply> reply = co_await askOnce();
        if (!reply && learnFrom(reply.error()))
            continue;
        book(reply);
        ++m_answers;
        co_return reply;
    }
}

QCoro::Task<Result<void>> ChatRun::leaveToAsk()
{
    const auto leave = std::dynamic_pointer_cast<AnswerLeave>(m_order.tools);
    if (!leave || m_answers == 0)
        co_return Result<void>();
    const Usage soFar = m_usage;
    const std::stop_token stop = m_stop.get_token();
    const Result<void> allowed = co_await leave->mayAskAgain(soFar, stop);
    co_return allowed;
}

QCoro::Task<Result<ChatReply>> ChatRun::askOnce()
{
    if (!m_order.client)
        co_return cancelledError();
    m_lettersUnderWay = 0;
    m_asking = false;
    m_sent = *m_order.traits;
    const Json body = chatRequestJson(requestParts());
    const ChatClient::Listener heard = listener();
    const std::stop_token stop = m_stop.get_token();
    const Result<ChatReply> reply
        = co_await m_order.client->complete(m_order.base, body, heard, stop);
    co_return reply;
}

ChatRequestParts ChatRun::requestParts() const
{
    ChatRequestParts parts;
    parts.model = m_order.model;
    parts.messages = m_order.conversation->messages;
    if (m_order.tools)
        parts.functions = m_order.tools->functions();
    // The last answer that is waited for has to be one.
    parts.mayCallTools = m_answers + 1 < m_order.limits.maxAnswers;
    parts.temperature = m_order.agent.temperature;
    parts.outputSchema = m_order.agent.outputSchema;
    parts.usageOption = m_sent.usageOption;
    parts.schemaFormat = m_sent.schemaFormat;
    return parts;
}

// Nothing was begun: a refused request can be sent again without the part that was refused. Runs
// beside this one may have learnt it meanwhile, so what this one sent counts.
bool ChatRun::learnFrom(const Error &error) const
{
    EndpointTraits &known = *m_order.traits;
    switch (refusedPart(error)) {
    case OptionalPart::UsageOption:
        known.usageOption = false;
        return m_sent.usageOption;
    case OptionalPart::SchemaFormat:
        known.schemaFormat = false;
        return m_sent.schemaFormat && !m_order.agent.outputSchema.is_null();
    case OptionalPart::None:
        break;
    }
    return false;
}

ChatClient::Listener ChatRun::listener()
{
    const std::weak_ptr<ChatRun> self = weak_from_this();
    ChatClient::Listener listener;
    listener.onHead = [self] {
        if (const auto run = self.lock()) {
            run->m_asking = true;
            run->m_hasAnswer = true;
            run->m_begun.set(true);
        }
    };
    listener.onDelta = [self](const ChatDelta &delta) {
        if (const auto run = self.lock())
            run->show(delta);
    };
    return listener;
}

void ChatRun::show(const ChatDelta &delta)
{
    switch (delta.kind) {
    case ChatDelta::Kind::Model:
        if (std::exchange(m_model, delta.text) != delta.text)
            tell(RunModelKnown { delta.text });
        return;
    case ChatDelta::Kind::Reasoning:
        m_lettersUnderWay += delta.text.size();
        if (!std::exchange(m_thinking, true))
            tell(RunActivity { u"The model is thinking"_s });
        return;
    case ChatDelta::Kind::Text:
        m_thinking = false;
        m_lettersUnderWay += delta.text.size();
        m_texts[m_answers] += delta.text;
        tell(RunTextDelta { m_answers, delta.text });
    }
}

void ChatRun::tell(RunEvent event)
{
    if (const RunEventSink sink = m_sink) // a copy: it may be taken away while it is called
        sink(std::move(event));
}

// --- what it used -------------------------------------------------------------------------------

// What failed before the endpoint began to answer used nothing.
void ChatRun::book(const Result<ChatReply> &reply)
{
    if (std::exchange(m_asking, false))
        m_usage.add(withEstimates(reply ? reply->usage : Usage()));
}

Usage ChatRun::withEstimates(Usage told) const
{
    told.requestCount = 1;
    nameModel(told, m_model.isEmpty() ? m_order.model : m_model);
    if (!told.tokensInput || !told.tokensOutput)
        told.estimated = true;
    if (!told.tokensInput)
        told.tokensInput = estimatedTokens(lettersOf(m_order.conversation->messages));
    if (!told.tokensOutput)
        told.tokensOutput = estimatedTokens(m_lettersUnderWay);
    return told;
}

Usage ChatRun::usage() const
{
    Usage sum = m_usage;
    if (m_asking)
        sum.add(withEstimates({}));
    return sum;
}

// --- its tools ----------------------------------------------------------------------------------

QCoro::Task<Result<void>> ChatRun::callTools(QList<ChatToolCall> calls)
{
    const std::stop_token stop = m_stop.get_token();
    if (!m_followed.isSet()) {
        const OneShot<bool> followed = m_followed;
        const std::stop_callback onStop(stop, [followed] { followed.set(false); });
        co_await followed;
    }
    for (const ChatToolCall &call : std::as_const(calls)) {
        if (stop.stop_requested())
            co_return cancelledError();
        // Endpoints number their calls anew in each answer.
        const QString id = u"%1.%2"_s.arg(m_answers).arg(call.id);
        tell(RunToolCall { id, call.name, call.arguments });
        const AgentToolAnswer answer = co_await callTool(call);
        tell(RunToolResult { id, call.name, answer.text, answer.ok });
        m_order.conversation->messages.push_back(toolMessage(call.id, answer.text));
    }
    if (stop.stop_requested())
        co_return cancelledError();
    co_return Result<void>();
}

QCoro::Task<AgentToolAnswer> ChatRun::callTool(ChatToolCall call)
{
    const std::shared_ptr<AgentTools> tools = m_order.tools;
    if (!tools)
        co_return refused(u"You have no tools here. Answer as text."_s);
    const Result<Json> arguments = parseJson(call.arguments.toUtf8());
    if (!arguments || !arguments->is_object())
        co_return refused(u"The arguments are no JSON object. Nothing was done; call again."_s);
    const std::stop_token stop = m_stop.get_token();
    const Json given = *arguments;
    const AgentToolAnswer answer = co_await tools->call(call.name, given, stop);
    co_return answer;
}

// --- its end ------------------------------------------------------------------------------------

bool ChatRun::askForRepair(const ChatReply &reply)
{
    const Json &schema = m_order.agent.outputSchema;
    if (schema.is_null() || reply.finishReason == "content_filter"_L1)
        return false;
    const std::optional<QString> problem = outputProblem(schema, reply.text);
    if (!problem || std::exchange(m_repaired, true))
        return false;
    m_order.conversation->messages.push_back(userMessage(
        u"Your answer does not fit the schema: %1. Answer again, with JSON only that fits."_s.arg(
            *problem)));
    return true;
}

Result<RunOutcome> ChatRun::concluded(const ChatReply &reply) const
{
    if (reply.finishReason == "content_filter"_L1)
        return filteredError();
    RunOutcome outcome;
    outcome.finalText = reply.text;
    if (const Json &schema = m_order.agent.outputSchema; !schema.is_null()) {
        if (const auto problem = outputProblem(schema, reply.text))
            return outputError(*problem);
        outcome.finalText = withoutFence(reply.text);
    }
    // Some say what they have to say and then call a last tool.
    for (auto text = m_texts.crbegin(); text != m_texts.crend(); ++text) {
        if (outcome.finalText.trimmed().isEmpty())
            outcome.finalText = text->second;
    }
    return outcome;
}

void ChatRun::end(Result<RunOutcome> outcome)
{
    if (!outcome) {
        RunOutcome failed;
        const bool stopped = m_stop.stop_requested();
        failed.status = stopped ? RunOutcome::Status::Stopped : RunOutcome::Status::Failed;
        failed.error = stopped ? cancelledError() : outcome.error();
        outcome = failed;
    }
    outcome->usage = m_usage;
    m_outcome = outcome;
    m_begun.set(false);
    for (const auto &waiter : std::exchange(m_waiters, {}))
        waiter.set(*m_outcome);
}

OneShot<Result<RunOutcome>> ChatRun::ended()
{
    const OneShot<Result<RunOutcome>> waiter;
    if (m_outcome)
        waiter.set(*m_outcome);
    else
        m_waiters.push_back(waiter);
    return waiter;
}

OneShot<Result<RunOutcome>> ChatRun::follow(RunEventSink sink)
{
    m_sink = std::move(sink);
    if (!m_model.isEmpty())
        tell(RunModelKnown { m_model });
    const std::map<int, QString> texts = m_texts;
    for (const auto &[segment, text] : texts)
        tell(RunTextReplaced { segment, text });
    m_followed.set(true);
    return ended();
}

} // namespace renum
