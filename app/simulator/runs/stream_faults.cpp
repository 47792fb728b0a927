// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/stream_faults.h"

#include "app/simulator/protocol/wire_json.h"

namespace renum::sim {

namespace {

QByteArray event(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

QByteArray hugeEvent(qint64 bytes, Family family)
{
    if (family == Family::OpenAi)
        return event(
            R"({"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":")"
            + QByteArray(static_cast<qsizetype>(bytes), 'x') + "\"}}]}");
    return event(R"({"type": "tool_output_stream", "tool_name": "shell", "output": ")"
        + QByteArray(static_cast<qsizetype>(bytes), 'x') + "\"}");
}

QByteArray controlEvent(const char *word, const QString &message)
{
    WireJson json { { "type", "status" }, { "status", word } };
    if (!message.isEmpty())
        json["message"] = utf8(message);
    return event(QByteArray::fromStdString(pythonJson(json)));
}

/// More than one reading of a socket holds.
QByteArray manyEvents()
{
    QByteArray events;
    for (int number = 0; number < 1000; ++number)
        events += event(
            R"({"type": "timing", "first_response_ms": )" + QByteArray::number(number) + '}');
    return events;
}

QByteArray unknownEvents()
{
    return event(R"({"type": "moon_phase", "phase": {"name": "waxing"}, "level": 0.4})")
        + event(R"({"message_id": null, "type": "status", "is_llm_message": false, )"
                R"("content": "{\"status_type\": \"moon_rise\", \"level\": 1}", )"
                R"("metadata": "{}", "mood": "calm"})");
}

QByteArray errorEvent(Family family)
{
    if (family == Family::OpenAi)
        return event(R"({"error":{"message":"The provider broke","type":"server_error",)"
                     R"("param":null,"code":null}})");
    return event(
        R"({"type": "error", "error": "The pipeline broke", "error_code": "PIPELINE_ERROR"})");
}

} // namespace

QByteArray streamFaultBytes(const Fault &fault, const QByteArray &nextJson, Family family)
{
    switch (fault.kind) {
    case FaultKind::Cut:
        return fault.midEvent ? "data: " + nextJson.left(nextJson.size() / 2) : QByteArray();
    case FaultKind::CutUtf8:
        return "data: {\"type\": \"status\", \"status\": \"thinking\", \"message\": \"caf\xc3";
    case FaultKind::MalformedLine:
        return event(nextJson.left(nextJson.size() / 2));
    case FaultKind::EmptyData:
        return "data:\n\n";
    case FaultKind::HugeEvent:
        return hugeEvent(fault.bytes, family);
    case FaultKind::ManyEvents:
        return manyEvents();
    case FaultKind::InvalidUtf8:
        return event(
            "{\"type\": \"status\", \"status\": \"thinking\", \"message\": \"\xff\xfe\xc3\"}");
    case FaultKind::UnknownEvent:
        return unknownEvents();
    case FaultKind::ControlWord:
        return controlEvent(fault.text.toUtf8().constData(), {});
    case FaultKind::StreamError:
        return controlEvent("error", fault.text);
    case FaultKind::ErrorEvent:
        return errorEvent(family);
    default:
        return {};
    }
}

} // namespace renum::sim
