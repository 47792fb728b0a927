// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/run_composer.h"
#include "app/simulator/protocol/tool_xml.h"

namespace renum::sim {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// One run in the shapes and the order of suna-api §5.4, which V1 and V2a share.
class V2aComposer {
public:
    explicit V2aComposer(const Composition &composition)
        : m_plan(composition.plan)
        , m_settle(composition.settle)
        , m_out(composition.facts, composition.ids)
    {
    }

    Timeline compose()
    {
        m_out.wait(milliseconds(150));
        for (const PlannedCall &call : m_plan.calls) {
            if (!playCall(call))
                return m_out.take();
        }
        complete();
        return m_out.take();
    }

private:
    void complete()
    {
        m_out.emitEvent({ { "type", "status" }, { "status", "completed" },
                            { "message", "Agent run completed successfully" } },
            Closing::Yes);
        m_out.wait(m_settle);
        m_out.endRun(u"completed"_s);
        signalEnd("END_STREAM");
    }

    /// False when the run ends here.
    bool playCall(const PlannedCall &call)
    {
        m_threadRunId = m_out.newId();
        m_sequence = 0;
        status({ { "status_type", "thread_run_start" }, { "thread_run_id", utf8(m_threadRunId) } });
        status({ { "status_type", "assistant_response_start" } });
        m_out.wait(call.firstToken);
        for (const PlannedPart &part : call.parts) {
            if (const auto *pause = std::get_if<PlannedPause>(&part))
                m_out.wait(pause->duration);
            else if (const auto &text = std::get<PlannedText>(part); !text.reasoning)
                streamText(text);
        }
        if (call.ending) {
            end(*call.ending);
            return false;
        }
        if (call.brokenOff)
            status({ { "status_type", "thread_run_end" } });
        else if (call.tool)
            finishWithTool(call);
        else
            finishWithText(call);
        return true;
    }

    void streamText(const PlannedText &text)
    {
        for (const TextChunk &chunk : text.chunks) {
            m_out.wait(chunk.delay);
            streamDelta(chunk.text);
        }
    }

    void streamDelta(const QString &delta)
    {
        m_out.stream(
            { u"assistant"_s, true, { { "role", "assistant" }, { "content", utf8(delta) } },
                { { "stream_status", "chunk" }, { "thread_run_id", utf8(m_threadRunId) } } },
            m_sequence++);
    }

    void finishWithText(const PlannedCall &call)
    {
        if (const QString text = call.savedText(); !text.isEmpty())
            saveAssistant(text, m_out.newId());
        status({ { "status_type", "finish" }, { "finish_reason", "stop" } });
        endCall(call, call.savedText());
    }

    void finishWithTool(const PlannedCall &call)
    {
        const PlannedTool &tool = *call.tool;
        const QString xml = xmlCall(call);
        const QString text = call.savedText() + xml;
        const QStringList pieces = xmlPieces(xml);
        for (const QString &piece : pieces) {
            m_out.wait(milliseconds(60));
            streamDelta(piece);
        }
        toolStatus("tool_started", tool, u"Starting execution of "_s + xmlTag(tool), {});
        m_out.useTool(tool.name, tool.arguments);
        m_out.wait(tool.duration);
        // The tool has run before its answer's text is saved (suna-api §5.4, rows 5 to 8).
        status({ { "status_type", "finish" }, { "finish_reason", "xml_tool_limit_reached" } });
        const QString assistantId = m_out.newId();
        saveAssistant(text, assistantId);
        toolResult(tool, assistantId);
        if (tool.terminates())
            status({ { "status_type", "finish" }, { "finish_reason", "agent_terminated" } });
        endCall(call, text);
    }

    void toolResult(const PlannedTool &tool, const QString &assistantId)
    {
        const QString resultId = m_out.newId();
        WireJson extra = WireJson::object();
        if (tool.ok)
            extra["linked_tool_result_message_id"] = utf8(resultId);
        if (tool.terminates())
            extra["agent_should_terminate"] = "true"; // a string, as Suna has it
        const QString outcome = tool.ok ? u"completed successfully"_s : u"failed"_s;
        toolStatus(tool.ok ? "tool_completed" : "tool_failed", tool,
            u"Tool "_s + xmlTag(tool) + u' ' + outcome, extra);
        m_out.saveAndStream({ u"tool"_s, true, xmlResult(tool),
                                { { "assistant_message_id", utf8(assistantId) },
                                    { "parsing_details", WireJson::object() } } },
            resultId, WireJson::object());
    }

    void saveAssistant(const QString &text, const QString &id)
    {
        m_out.saveAndStream(
            { u"assistant"_s, true,
                { { "role", "assistant" }, { "content", utf8(text) }, { "tool_calls", nullptr } },
                { { "thread_run_id", utf8(m_threadRunId) } } },
            id, { { "stream_status", "complete" } });
    }

    void toolStatus(
        const char *type, const PlannedTool &tool, const QString &message, const WireJson &extra)
    {
        WireJson metadata { { "thread_run_id", utf8(m_threadRunId) } };
        if (extra.is_object())
            metadata.update(extra);
        m_out.saveAndStream({ u"status"_s, false,
            { { "role", "assistant" }, { "status_type", type },
                { "function_name", utf8(tool.name) }, { "xml_tag_name", utf8(xmlTag(tool)) },
                { "message", utf8(message) }, { "tool_index", 0 }, { "tool_call_id", nullptr } },
            metadata });
    }

    /// The usage record is saved and not streamed.
    void endCall(const PlannedCall &call, const QString &text)
    {
        if (call.usage) {
            const CallUsage &usage = *call.usage;
            const WireJson message { { "role", "assistant" }, { "content", utf8(text) },
                { "tool_calls", nullptr } };
            m_out.save({ u"assistant_response_end"_s, false,
                { { "choices",
                      WireJson::array({ WireJson { { "finish_reason", "stop" }, { "index", 0 },
                          { "message", message } } }) },
                    { "created", m_out.nowMilliseconds() / 1000 }, { "model", utf8(m_plan.model) },
                    { "usage",
                        { { "prompt_tokens", usage.inputTokens },
                            { "completion_tokens", usage.outputTokens },
                            { "total_tokens", usage.inputTokens + usage.outputTokens } } },
                    { "streaming", true } },
                { { "thread_run_id", utf8(m_threadRunId) } } });
        }
        status({ { "status_type", "thread_run_end" } });
    }

    void end(const PlannedEnding &ending)
    {
        if (ending.kind == PlannedEnding::Kind::Hang)
            return;
        if (ending.kind == PlannedEnding::Kind::BillingStop) {
            stopForBilling(ending.message);
            return;
        }
        const WireJson error { { "type", "status" }, { "status", "error" },
            { "message", utf8(ending.message) } };
        m_out.emitEvent(error);
        if (ending.kind == PlannedEnding::Kind::LlmError) {
            // Recorded as completed all the same (suna-api §4.5).
            status({ { "status_type", "thread_run_end" } });
            complete();
            return;
        }
        m_out.wait(m_settle);
        m_out.endRun(
            u"failed"_s, u"Traceback (most recent call last):\n"_s + ending.trace + ending.message);
        signalEnd("ERROR");
    }

    void stopForBilling(const QString &message)
    {
        m_out.emitEvent(
            { { "type", "status" }, { "status", "stopped" }, { "message", utf8(message) } },
            Closing::Yes);
        m_out.wait(m_settle);
        m_out.endRun(u"stopped"_s, message);
        signalEnd("STOP");
    }

    void signalEnd(const char *word) { m_out.signal({ { "type", "status" }, { "status", word } }); }

    void status(const WireJson &content)
    {
        m_out.saveAndStream(
            { u"status"_s, false, content, { { "thread_run_id", utf8(m_threadRunId) } } });
    }

    const RunPlan &m_plan;
    milliseconds m_settle;
    TimelineBuilder m_out;
    QString m_threadRunId;
    int m_sequence = 0; ///< restarts with each call
};

} // namespace

Timeline composeV2a(const Composition &composition)
{
    return V2aComposer(composition).compose();
}

} // namespace renum::sim
