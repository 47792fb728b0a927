// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/output_coalescer.h"

#include <utility>

namespace renum {

namespace {

using Kind = OutputChunk::Kind;

// A chunk must fit a frame (contract §2.3: 1 MiB); a text that grows faster leaves in more pieces.
constexpr qsizetype MaxChunkLength = 64 * 1024;

template<typename... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template<typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

OutputChunk chunkOf(const RunToolCall &call)
{
    OutputChunk chunk { Kind::ToolCall, 0, call.name };
    chunk.tool["call_id"] = toJson(call.callId);
    chunk.tool["name"] = toJson(call.name);
    chunk.tool["arguments"] = toJson(call.arguments.left(MaxChunkLength));
    return chunk;
}

OutputChunk chunkOf(const RunToolResult &result)
{
    OutputChunk chunk { Kind::ToolResult, 0, result.output.left(MaxChunkLength) };
    chunk.tool["call_id"] = toJson(result.callId);
    chunk.tool["name"] = toJson(result.name);
    chunk.tool["ok"] = result.ok;
    return chunk;
}

bool continues(const OutputChunk &last, const OutputChunk &next)
{
    return last.kind == Kind::Assistant && next.kind == Kind::Assistant && !next.replace
        && last.segment == next.segment;
}

} // namespace

OutputCoalescer::OutputCoalescer(Clock *clock, std::chrono::milliseconds interval, Emit sink)
    : m_clock(clock)
    , m_interval(interval)
    , m_emit(std::move(sink))
{
}

void OutputCoalescer::add(const RunEvent &event)
{
    const Overloaded handle {
        [this](const RunTextDelta &delta) {
            append({ Kind::Assistant, delta.segment, delta.text });
        },
        [this](const RunTextReplaced &replaced) { replaceSegment(replaced); },
        [this](const RunToolCall &call) { append(chunkOf(call)); },
        [this](const RunToolResult &result) { append(chunkOf(result)); },
        [this](const RunActivity &activity) {
            append({ Kind::Status, 0, activity.text });
        },
        [](const RunModelKnown &) {}, // told with the usage
    };
    std::visit(handle, event);
}

void OutputCoalescer::append(OutputChunk chunk)
{
    OutputChunk *last = m_waiting.empty() ? nullptr : &m_waiting.back();
    if (last && continues(*last, chunk)
        && last->delta.size() + chunk.delta.size() <= MaxChunkLength) {
        last->delta += chunk.delta;
    } else if (last && last->kind == Kind::Status && chunk.kind == Kind::Status) {
        *last = std::move(chunk);
    } else {
        m_waiting.push_back(std::move(chunk));
    }
    schedule();
}

void OutputCoalescer::replaceSegment(const RunTextReplaced &event)
{
    std::erase_if(m_waiting, [&event](const OutputChunk &chunk) {
        return chunk.kind == Kind::Assistant && chunk.segment == event.segment;
    });
    append({ Kind::Assistant, event.segment, event.text, true });
}

void OutputCoalescer::schedule()
{
    if (m_timer)
        return;
    std::chrono::nanoseconds wait {};
    if (m_lastEmitted)
        wait = *m_lastEmitted + m_interval - m_clock->monotonic();
    if (wait <= std::chrono::nanoseconds::zero()) {
        emitNext();
        return;
    }
    m_timer = m_clock->startTimer(std::chrono::ceil<std::chrono::milliseconds>(wait), [this] {
        m_timer.reset();
        emitNext();
    });
}

void OutputCoalescer::emitNext()
{
    if (m_waiting.empty())
        return;
    const OutputChunk chunk = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_lastEmitted = m_clock->monotonic();
    m_emit(chunk);
    if (!m_waiting.empty())
        schedule();
}

void OutputCoalescer::finish()
{
    m_timer.reset();
    while (!m_waiting.empty()) {
        const OutputChunk chunk = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_emit(chunk);
    }
}

} // namespace renum
