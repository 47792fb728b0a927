// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_chunk.h"

#include <simdjson.h>

#include <string_view>

namespace renum {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// Larger events are no single pieces of text, and the parsers keep room for their largest one.
constexpr qsizetype MostBytes = 64 * 1024;
/// Well below the limit of the general way, so that nothing is taken here that is refused there.
constexpr std::size_t MostDepth = 16;

/// What is parsed last borrows from its parser, hence one for what is encoded inside another.
struct Parsers {
    simdjson::dom::parser outer { std::size_t(MostBytes) };
    simdjson::dom::parser inner { std::size_t(MostBytes) };
    const bool areReady = outer.allocate(std::size_t(MostBytes), MostDepth) == simdjson::SUCCESS
        && inner.allocate(std::size_t(MostBytes), MostDepth) == simdjson::SUCCESS;
};

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// The object, or the one that is encoded in a string (suna-api.md §3.4).
std::optional<object> objectOf(const element &value, simdjson::dom::parser &parser)
{
    object found;
    if (value.get(found) == simdjson::SUCCESS)
        return found;
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS
        && parser.parse(text.data(), text.size()).get(found) == simdjson::SUCCESS)
        return found;
    return std::nullopt;
}

/// The members that matter. Of a key that is there twice the last one counts, as everywhere.
struct Row {
    std::optional<std::string_view> type;
    std::optional<std::string_view> eventId;
    std::optional<std::int64_t> sequence;
    std::optional<element> content;
    std::optional<element> metadata;
    bool isPlain = true;
};

template<typename T>
void take(Row &row, std::optional<T> &member, const element &value)
{
    T read {};
    row.isPlain = value.get(read) == simdjson::SUCCESS;
    member = read;
}

Row readRow(const object &members)
{
    Row row;
    for (const auto [key, value] : members) {
        if (key == "type")
            take(row, row.type, value);
        else if (key == "sequence")
            take(row, row.sequence, value);
        else if (key == "_event_id")
            take(row, row.eventId, value);
        else if (key == "content")
            row.content = value;
        else if (key == "metadata")
            row.metadata = value;
        else if (key == "message_id")
            row.isPlain = value.is_null();
        if (!row.isPlain)
            break;
    }
    return row;
}

bool readMetadata(const object &metadata, SunaChunk &chunk)
{
    std::string_view status;
    std::optional<std::string_view> runKey;
    for (const auto [key, value] : metadata) {
        std::string_view text;
        if (key != "stream_status" && key != "thread_run_id")
            continue;
        if (value.get(text) != simdjson::SUCCESS)
            return false;
        if (key == "stream_status")
            status = text;
        else
            runKey = text;
    }
    if (status != "chunk" || !runKey)
        return false;
    chunk.runKey = toText(*runKey);
    return true;
}

bool readContent(const object &content, SunaChunk &chunk)
{
    std::optional<std::string_view> text;
    for (const auto [key, value] : content) {
        if (key != "content")
            continue;
        std::string_view read;
        if (value.get(read) != simdjson::SUCCESS)
            return false;
        text = read;
    }
    if (!text)
        return false;
    chunk.text = toText(*text);
    return true;
}

} // namespace

std::optional<SunaChunk> readSunaChunk(QByteArrayView data)
{
    if (data.size() > MostBytes)
        return std::nullopt;
    static thread_local Parsers parsers;
    object members;
    if (!parsers.areReady
        || parsers.outer.parse(data.data(), std::size_t(data.size())).get(members)
            != simdjson::SUCCESS)
        return std::nullopt;
    const Row row = readRow(members);
    if (!row.isPlain || row.type != "assistant" || !row.sequence || !row.content || !row.metadata)
        return std::nullopt;
    SunaChunk chunk;
    chunk.sequence = *row.sequence;
    chunk.eventId = toText(row.eventId.value_or(std::string_view()));
    const auto metadata = objectOf(*row.metadata, parsers.inner);
    if (!metadata || !readMetadata(*metadata, chunk))
        return std::nullopt;
    const auto content = objectOf(*row.content, parsers.inner);
    if (!content || !readContent(*content, chunk))
        return std::nullopt;
    return chunk;
}

} // namespace renum
