// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/run_composer.h"
#include "app/simulator/protocol/tool_xml.h"

namespace renum::sim {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// A delta of tool arguments is at most this long, so that every call needs several.
constexpr size_t DeltaBytes = 24;

/// One run in the shapes of suna-api §5.6, which V2b and V3 share but for some events.
class V3Composer {
public:
    V3Composer(const Profile &profile, const Composition &composition)
        : m_v3(profile.family == Family::V3)
        , m_xml(profile.toolForm == ToolForm::Xml)
        , m_plan(composition.plan)
        , m_settle(composition.settle)
        , m_out(composition.facts, composition.ids)
    {
    }

    Timeline compose()
    {
        prepare();
        int number = 0;
        for (const PlannedCall &call : m_plan.calls) {
            if (!playCall(call, number++))
                return m_out.take();
        }
        m_out.emitEvent({ { "type", "status" }, { "status", "completed" },
                            { "message", "Agent run completed successfully" } },
            Closing::Yes);
        m_out.wait(m_settle);
        m_out.endRun(u"completed"_s);
        return m_out.take();
    }

private:
    void prepare()
    {
        m_out.wait(milliseconds(5));
        if (!m_v3) {
            m_out.emitEvent({ { "type", "status" }, { "status", "initializing" },
                { "message", "Preparing the workspace" } });
            return;
        }
        m_out.emitEvent({ { "type", "ack" }, { "message", "Request received" },
            { "agent_run_id", utf8(m_out.facts().runId) },
            { "timestamp", m_out.nowMilliseconds() } });
        prepareStage("initializing", 10);
        prepareStage("preparing", 30);
        prepareStage("ready", 100);
    }

    void prepareStage(const char *stage, int progress)
    {
        m_out.wait(milliseconds(60));
        m_out.emitEvent({ { "type", "prep_stage" }, { "stage", stage }, { "progress", progress },
            { "timestamp", m_out.nowMilliseconds() } });
    }

    /// False when the run ends here without completing.
    bool playCall(const PlannedCall &call, int number)
    {
        m_threadRunId = m_out.newId();
        streamStatus({ { "status_type", "thread_run_start" } });
        streamRow(u"llm_response_start"_s,
            { { "llm_response_id", utf8(m_out.newId()) }, { "auto_continue_count", number },
                { "model", utf8(m_plan.model) }, { "timestamp", isoTime(m_out.now()) } });
        m_out.wait(call.firstToken);
        if (number == 0 && m_v3)
            m_out.emitEvent({ { "type", "llm_ttft" },
                { "ttft_seconds", static_cast<double>(call.firstToken.count()) / 1000.0 },
                { "model", utf8(m_plan.model) }, { "thread_id", utf8(m_out.facts().threadId) } });
        streamParts(call);
        if (call.ending) {
            end(*call.ending);
            return false;
        }
        if (call.brokenOff)
            streamStatus({ { "status_type", "thread_run_end" } });
        else if (call.tool && m_xml)
            finishWithXml(call);
        else
            finishCall(call);
        return true;
    }

    void streamParts(const PlannedCall &call)
    {
        for (const PlannedPart &part : call.parts) {
            if (const auto *pause = std::get_if<PlannedPause>(&part))
                m_out.wait(pause->duration);
            else
                streamText(std::get<PlannedText>(part));
        }
    }

    void streamText(const PlannedText &text)
    {
        for (const TextChunk &chunk : text.chunks) {
            m_out.wait(chunk.delay);
            if (text.reasoning)
                streamRow(u"reasoning"_s, { { "reasoning_content", utf8(chunk.text) } },
                    "reasoning_chunk");
            else
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

    void finishCall(const PlannedCall &call)
    {
        const QString callId = call.tool ? u"call_"_s + m_out.newId().left(8) : QString();
        if (call.tool)
            streamArguments(*call.tool, callId);
        const QString assistantId = saveAssistant(call, callId);
        if (call.tool)
            runTool(*call.tool, callId, assistantId);
        streamStatus(
            { { "status_type", "finish" }, { "finish_reason", call.tool ? "tool_calls" : "stop" },
                { "tools_executed", call.tool.has_value() } });
        endResponse(call);
        streamStatus({ { "status_type", "thread_run_end" } });
    }

    /// In V1's order, for the XML stands in the text (suna-api §5.4, §5.6).
    void finishWithXml(const PlannedCall &call)
    {
        const PlannedTool &tool = *call.tool;
        const QString xml = xmlCall(call);
        const QStringList pieces = xmlPieces(xml);
        for (const QString &piece : pieces) {
            m_out.wait(milliseconds(40));
            streamDelta(piece);
        }
        toolStatus("tool_started", tool, {});
        m_out.useTool(tool.name, tool.arguments);
        m_out.wait(tool.duration);
        streamStatus({ { "status_type", "finish" }, { "finish_reason", "xml_tool_limit_reached" },
            { "tools_executed", true } });
        const QString text = call.savedText() + xml;
        const QString assistantId = m_out.saveAndStream(
            { u"assistant"_s, true, { { "role", "assistant" }, { "content", utf8(text) } },
                { { "thread_run_id", utf8(m_threadRunId) }, { "stream_status", "complete" },
                    { "text_content", utf8(text) } } });
        toolStatus(tool.ok ? "tool_completed" : "tool_failed", tool, {});
        m_out.saveAndStream({ u"tool"_s, true, xmlResult(tool),
            { { "function_name", utf8(tool.name) }, { "return_format", "xml" },
                { "assistant_message_id", utf8(assistantId) }, { "result", toolOutcome(tool) } } });
        endResponse(call);
        streamStatus({ { "status_type", "thread_run_end" } });
    }

    void streamArguments(const PlannedTool &tool, const QString &callId)
    {
        const std::string arguments = pythonJson(toWire(tool.arguments));
        for (size_t at = 0; at < arguments.size(); at += DeltaBytes) {
            m_out.wait(milliseconds(40));
            const WireJson delta { { "tool_call_id", utf8(callId) },
                { "function_name", utf8(tool.name) },
                { "arguments_delta", arguments.substr(at, DeltaBytes) }, { "is_delta", true },
                { "source", "native" } };
            m_out.stream({ u"assistant"_s, true, { { "role", "assistant" }, { "content", "" } },
                { { "stream_status", "tool_call_chunk" },
                    { "tool_calls", WireJson::array({ delta }) },
                    { "thread_run_id", utf8(m_threadRunId) } } });
        }
    }

    QString saveAssistant(const PlannedCall &call, const QString &callId)
    {
        WireJson content { { "role", "assistant" }, { "content", utf8(call.savedText()) } };
        WireJson metadata { { "thread_run_id", utf8(m_threadRunId) },
            { "stream_status", "complete" }, { "text_content", utf8(call.savedText()) } };
        if (const QString reasoning = call.reasoning(); !reasoning.isEmpty())
            metadata["reasoning_content"] = utf8(reasoning);
        if (call.tool) {
            const WireJson arguments = toWire(call.tool->arguments);
            content["tool_calls"]
                = WireJson::array({ WireJson { { "id", utf8(callId) }, { "type", "function" },
                    { "function",
                        { { "name", utf8(call.tool->name) },
                            { "arguments", pythonJson(arguments) } } } } });
            metadata["tool_calls"] = WireJson::array({ WireJson { { "tool_call_id", utf8(callId) },
                { "function_name", utf8(call.tool->name) }, { "arguments", arguments },
                { "source", "native" } } });
        }
        return m_out.saveAndStream({ u"assistant"_s, true, content, metadata });
    }

    void runTool(const PlannedTool &tool, const QString &callId, const QString &assistantId)
    {
        toolStatus("tool_started", tool, callId);
        m_out.useTool(tool.name, tool.arguments);
        m_out.wait(tool.duration);
        toolStatus(tool.ok ? "tool_completed" : "tool_failed", tool, callId);
        m_out.saveAndStream({ u"tool"_s, true,
            { { "role", "tool" }, { "name", utf8(tool.name) }, { "tool_call_id", utf8(callId) },
                { "content", utf8(tool.resultText()) } },
            { { "tool_call_id", utf8(callId) }, { "function_name", utf8(tool.name) },
                { "return_format", "native" }, { "assistant_message_id", utf8(assistantId) },
                { "result", toolOutcome(tool) } } });
        if (tool.terminates())
            toolStatus("terminating_tool_completed", tool, callId);
    }

    void toolStatus(const char *type, const PlannedTool &tool, const QString &callId)
    {
        streamStatus({ { "status_type", type }, { "tool_index", 0 },
            { "tool_call_id", textOrNull(callId) }, { "function_name", utf8(tool.name) } });
    }

    /// V2b streams the usage that it stores. V3's stream says only that the response has ended.
    void endResponse(const PlannedCall &call)
    {
        if (call.usage) {
            const StreamRow row = usageRow(*call.usage);
            if (m_v3)
                m_out.save(row);
            else
                m_out.saveAndStream(row);
        }
        if (m_v3)
            m_out.emitEvent({ { "type", "llm_response_end" }, { "timestamp", isoTime(m_out.now()) },
                { "thread_run_id", utf8(m_threadRunId) } });
    }

    StreamRow usageRow(const CallUsage &usage)
    {
        WireJson tokens { { "prompt_tokens", usage.inputTokens },
            { "completion_tokens", usage.outputTokens },
            { "total_tokens", usage.inputTokens + usage.outputTokens } };
        if (usage.cachedTokens > 0)
            tokens["prompt_tokens_details"] = { { "cached_tokens", usage.cachedTokens } };
        return { u"llm_response_end"_s, false,
            { { "created", m_out.nowMilliseconds() / 1000 }, { "model", utf8(m_plan.model) },
                { "usage", tokens }, { "choices", WireJson::array() }, { "streaming", true },
                { "llm_response_id", utf8(m_out.newId()) } },
            { { "thread_run_id", utf8(m_threadRunId) } } };
    }

    void end(const PlannedEnding &ending)
    {
        if (ending.kind == PlannedEnding::Kind::Hang)
            return;
        if (ending.kind == PlannedEnding::Kind::BillingStop) {
            stopForBilling(ending.message);
            return;
        }
        const bool broken = ending.kind == PlannedEnding::Kind::Failure;
        if (broken || !m_v3)
            m_out.emitEvent({ { "type", "status" }, { "status", broken ? "failed" : "error" },
                                { "message", utf8(ending.message) } },
                Closing::Yes);
        else // no terminal status follows: listeners get pings for ever (suna-api §5.7)
            m_out.emitEvent({ { "type", "error" }, { "error", utf8(ending.message) },
                { "error_code", "PIPELINE_ERROR" } });
        m_out.wait(m_settle);
        const QString trace = ending.trace.isEmpty()
            ? QString()
            : u"Traceback (most recent call last):\n"_s + ending.trace;
        m_out.endRun(u"failed"_s, trace + ending.message);
    }

    void stopForBilling(const QString &message)
    {
        m_out.emitEvent(
            { { "type", "status" }, { "status", "stopped" }, { "message", utf8(message) } },
            Closing::Yes);
        m_out.wait(m_settle);
        m_out.endRun(u"stopped"_s, message);
    }

    void streamStatus(const WireJson &content) { streamRow(u"status"_s, content); }

    void streamRow(const QString &type, const WireJson &content, const char *streamStatus = nullptr)
    {
        WireJson metadata { { "thread_run_id", utf8(m_threadRunId) } };
        if (streamStatus)
            metadata["stream_status"] = streamStatus;
        m_out.stream({ type, false, content, metadata });
    }

    bool m_v3; ///< else V2b
    bool m_xml; ///< V2b alone
    const RunPlan &m_plan;
    milliseconds m_settle;
    TimelineBuilder m_out;
    QString m_threadRunId;
    int m_sequence = 0; ///< goes on from call to call
};

} // namespace

Timeline composeV3(const Profile &profile, const Composition &composition)
{
    return V3Composer(profile, composition).compose();
}

} // namespace renum::sim
