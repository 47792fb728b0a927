// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/chat_composer.h"

#include "app/simulator/protocol/error_bodies.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// A delta of tool arguments is at most this long, so that every call needs several.
constexpr qsizetype ArgumentsDelta = 24;

QStringList pieces(const QString &text)
{
    QStringList result;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype length = std::min(ArgumentsDelta, text.size() - from);
        const bool splitsPair
            = from + length < text.size() && text.at(from + length).isLowSurrogate();
        length += splitsPair ? 1 : 0;
        result.append(text.mid(from, length));
        from += length;
    }
    return result;
}

WireJson usageJson(const CallUsage &usage)
{
    return { { "prompt_tokens", usage.inputTokens }, { "completion_tokens", usage.outputTokens },
        { "total_tokens", usage.inputTokens + usage.outputTokens },
        { "prompt_tokens_details", { { "cached_tokens", usage.cachedTokens } } } };
}

class ChatComposer {
public:
    ChatComposer(const Composition &composition, const ChatRequest &request, ChatPosition position)
        : m_model(composition.plan.model)
        , m_answer(chatAnswer(composition.plan, request, position))
        , m_includeUsage(request.includeUsage)
        , m_out(composition.facts, composition.ids)
    {
        m_composed.position = position;
        for (const PlannedTool &tool : m_answer.tools)
            addCall(tool);
    }

    ChatComposition compose()
    {
        m_composed.body = body();
        if (failsAtOnce())
            m_composed.refusal = chatError(500, m_answer.ending->message, "server_error");
        m_out.wait(m_answer.firstToken);
        chunk({ { "role", "assistant" }, { "content", "" } });
        streamParts();
        if (m_answer.ending) {
            end(*m_answer.ending);
        } else {
            streamTools();
            finish();
        }
        m_composed.timeline = m_out.take();
        return std::move(m_composed);
    }

private:
    void addCall(const PlannedTool &tool)
    {
        const QString id = u"call_"_s + m_out.newId().remove(u'-').left(24);
        m_composed.toolCalls.append(id);
        m_calls.push_back({ { "id", utf8(id) }, { "type", "function" },
            { "function",
                { { "name", utf8(tool.name) },
                    { "arguments", utf8(compactJsonText(tool.arguments)) } } } });
    }

    [[nodiscard]] bool failsAtOnce() const
    {
        return m_answer.ending && m_answer.parts.isEmpty()
            && m_answer.ending->kind == PlannedEnding::Kind::LlmError;
    }

    [[nodiscard]] WireJson head(const char *object) const
    {
        const auto created = std::chrono::floor<std::chrono::seconds>(m_out.facts().startedAt);
        return { { "id", utf8(m_out.facts().runId) }, { "object", object },
            { "created", created.time_since_epoch().count() }, { "model", utf8(m_model) },
            { "system_fingerprint", "fp_sim" } };
    }

    void chunk(const WireJson &delta, const WireJson &finishReason = nullptr)
    {
        WireJson json = head("chat.completion.chunk");
        json["choices"] = WireJson::array({ { { "index", 0 }, { "delta", delta },
            { "logprobs", nullptr }, { "finish_reason", finishReason } } });
        if (m_includeUsage && m_answer.usage)
            json["usage"] = nullptr;
        m_out.emitEvent(json);
    }

    void streamParts()
    {
        for (const PlannedPart &part : m_answer.parts) {
            if (const auto *pause = std::get_if<PlannedPause>(&part)) {
                m_out.wait(pause->duration);
                continue;
            }
            const auto &said = std::get<PlannedText>(part);
            for (const TextChunk &piece : said.chunks) {
                m_out.wait(piece.delay);
                if (!piece.text.isEmpty())
                    chunk(
                        { { said.reasoning ? "reasoning_content" : "content", utf8(piece.text) } });
            }
        }
    }

    void streamTools()
    {
        for (size_t index = 0; index < m_calls.size(); ++index) {
            WireJson opening = m_calls.at(index);
            const std::string arguments
                = opening["function"]["arguments"].get_ref<const std::string &>();
            opening["function"]["arguments"] = "";
            WireJson first { { "index", index } };
            first.update(opening);
            toolChunk(first);
            const QStringList parts = pieces(QString::fromStdString(arguments));
            for (const QString &piece : parts)
                toolChunk({ { "index", index }, { "function", { { "arguments", utf8(piece) } } } });
        }
    }

    void toolChunk(const WireJson &call)
    {
        WireJson delta = WireJson::object();
        delta["tool_calls"] = WireJson::array({ call });
        chunk(delta);
    }

    void finish()
    {
        chunk(WireJson::object(), m_answer.finishReason());
        if (m_includeUsage && m_answer.usage) {
            WireJson last = head("chat.completion.chunk");
            last["choices"] = WireJson::array();
            last["usage"] = usageJson(*m_answer.usage);
            m_out.emitEvent(last);
        }
        m_out.emitEvent("[DONE]", Closing::Yes);
        m_out.endRun(u"completed"_s);
    }

    void end(const PlannedEnding &ending)
    {
        if (ending.kind == PlannedEnding::Kind::LlmError) {
            m_out.emitEvent(chatErrorJson(ending.message, "server_error", {}), Closing::Yes);
            m_out.endRun(u"failed"_s, ending.message);
        } else if (ending.kind == PlannedEnding::Kind::Failure) {
            m_out.endRun(u"broken"_s, ending.message);
        }
    }

    [[nodiscard]] WireJson body() const
    {
        WireJson message { { "role", "assistant" } };
        const QString text = m_answer.text();
        message["content"] = m_calls.empty() ? WireJson(utf8(text)) : textOrNull(text);
        message["refusal"] = nullptr;
        if (!m_calls.empty())
            message["tool_calls"] = m_calls;
        WireJson json = head("chat.completion");
        json["choices"] = WireJson::array({ { { "index", 0 }, { "message", message },
            { "logprobs", nullptr }, { "finish_reason", m_answer.finishReason() } } });
        if (m_answer.usage)
            json["usage"] = usageJson(*m_answer.usage);
        return json;
    }

    QString m_model;
    ChatAnswer m_answer;
    bool m_includeUsage;
    TimelineBuilder m_out;
    ChatComposition m_composed;
    std::vector<WireJson> m_calls;
};

} // namespace

ChatComposition composeChat(
    const Composition &composition, const ChatRequest &request, ChatPosition position)
{
    return ChatComposer(composition, request, position).compose();
}

} // namespace renum::sim
