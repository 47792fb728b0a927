// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/stream_faults.h"

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

} // namespace

QByteArray streamFaultBytes(const Fault &fault, const QByteArray &nextJson, Family family)
{
    switch (fault.kind) {
    case FaultKind::Cut:
        return fault.midEvent ? "data: " + nextJson.left(nextJson.size() / 2) : QByteArray();
    case FaultKind::MalformedLine:
        return event(nextJson.left(nextJson.size() / 2));
    case FaultKind::HugeEvent:
        return hugeEvent(fault.bytes, family);
    case FaultKind::InvalidUtf8:
        return event(
            "{\"type\": \"status\", \"status\": \"thinking\", \"message\": \"\xff\xfe\xc3\"}");
    case FaultKind::UnknownEvent:
        return event(R"({"type": "moon_phase", "phase": {"name": "waxing"}, "level": 0.4})");
    case FaultKind::ErrorEvent:
        if (family == Family::OpenAi)
            return event(R"({"error":{"message":"The provider broke","type":"server_error",)"
                         R"("param":null,"code":null}})");
        return event(
            R"({"type": "error", "error": "The pipeline broke", "error_code": "PIPELINE_ERROR"})");
    default:
        return {};
    }
}

} // namespace renum::sim
