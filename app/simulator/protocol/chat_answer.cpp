// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/chat_answer.h"

#include "app/simulator/protocol/schema_instance.h"

namespace renum::sim {

namespace {

constexpr qsizetype LettersPerToken = 4;

bool isOffered(const PlannedCall &call, const ChatRequest &request)
{
    return call.tool && request.tools.contains(call.tool->name);
}

/// A call that is nothing but one more tool.
bool joinsTools(const PlannedCall &call, const ChatRequest &request)
{
    return call.parts.isEmpty() && !call.ending && isOffered(call, request);
}

void addUsage(ChatAnswer &answer, const PlannedCall &call)
{
    if (!call.usage)
        return;
    CallUsage sum = answer.usage.value_or(CallUsage {});
    sum.inputTokens += call.usage->inputTokens;
    sum.outputTokens += call.usage->outputTokens;
    sum.cachedTokens += call.usage->cachedTokens;
    answer.usage = sum;
}

/// Takes the calls of one answer from the front of the plan.
ChatAnswer takeAnswer(const QList<PlannedCall> &calls, qsizetype &next, const ChatRequest &request)
{
    ChatAnswer answer;
    answer.firstToken = calls.at(next).firstToken;
    for (bool first = true; next < calls.size(); first = false) {
        const PlannedCall &call = calls.at(next++);
        if (!first && answer.tools.isEmpty())
            answer.parts.append(PlannedPause { call.firstToken });
        answer.parts += call.parts;
        addUsage(answer, call);
        answer.ending = call.ending;
        if (call.ending || (call.tool && call.tool->terminates() && !isOffered(call, request)))
            break;
        if (isOffered(call, request)) {
            answer.tools.append(*call.tool);
            const bool more = request.parallelTools && next < calls.size()
                && joinsTools(calls.at(next), request);
            if (!more)
                break;
        } else if (call.tool) {
            answer.parts.append(PlannedPause { call.tool->duration });
        }
    }
    return answer;
}

/// What does not fit into the limit is not said.
void limitText(ChatAnswer &answer, qint64 maxTokens)
{
    qsizetype left
        = static_cast<qsizetype>(std::min<qint64>(maxTokens, 1'000'000'000)) * LettersPerToken;
    for (PlannedPart &part : answer.parts) {
        auto *said = std::get_if<PlannedText>(&part);
        if (!said)
            continue;
        for (TextChunk &chunk : said->chunks) {
            answer.cut = answer.cut || chunk.text.size() > left;
            chunk.text.truncate(left);
            left -= chunk.text.size();
        }
    }
    if (answer.cut)
        answer.tools.clear();
}

void fitSchema(ChatAnswer &answer, const Json &schema)
{
    const Json value = schemaInstance(schema, answer.text());
    PlannedText written;
    written.chunks.append({ compactJsonText(value), {} });
    answer.parts.removeIf([](const PlannedPart &part) {
        const auto *said = std::get_if<PlannedText>(&part);
        return said && !said->reasoning;
    });
    answer.parts.append(written);
}

} // namespace

QString ChatAnswer::text() const
{
    return PlannedCall { {}, parts, {}, {}, {} }.text();
}

const char *ChatAnswer::finishReason() const
{
    if (cut)
        return "length";
    return tools.isEmpty() ? "stop" : "tool_calls";
}

ChatAnswer chatAnswer(const RunPlan &plan, const ChatRequest &request, ChatPosition &position)
{
    ChatAnswer answer;
    for (; position.answers <= request.answersSoFar; ++position.answers) {
        if (position.next >= plan.calls.size())
            return {};
        answer = takeAnswer(plan.calls, position.next, request);
    }
    if (request.schema && answer.tools.isEmpty() && !answer.ending)
        fitSchema(answer, *request.schema);
    if (request.maxTokens)
        limitText(answer, *request.maxTokens);
    return answer;
}

} // namespace renum::sim
