// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "tests/agents/observe_script.h"

/// The events of a Suna's stream, as it writes them.
namespace renum::test {

inline QByteArray sent(const Json &json)
{
    return "data: " + canonicalJson(json) + "\n\n";
}

/// As it travels: content and metadata are JSON in strings.
inline Json row(const char *type, const char *id, const Json &content, const Json &metadata)
{
    Json json { { "type", type }, { "message_id", nullptr }, { "thread_id", "t1" },
        { "content", canonicalJson(content).toStdString() },
        { "metadata", canonicalJson(metadata).toStdString() } };
    if (*id)
        json["message_id"] = id;
    return json;
}

inline Json chunkRow(const char *call, int sequence, const char *text)
{
    Json json = row("assistant", "", { { "role", "assistant" }, { "content", text } },
        { { "stream_status", "chunk" }, { "thread_run_id", call } });
    json["sequence"] = sequence;
    return json;
}

inline QByteArray chunk(const char *call, int sequence, const char *text)
{
    return sent(chunkRow(call, sequence, text));
}

inline QByteArray complete(const char *id, const char *call, const char *text)
{
    return sent(row("assistant", id, { { "role", "assistant" }, { "content", text } },
        { { "stream_status", "complete" }, { "thread_run_id", call } }));
}

inline QByteArray status(const char *kind, const char *call, const char *id = "")
{
    return sent(row("status", id, { { "status_type", kind } }, { { "thread_run_id", call } }));
}

inline QByteArray word(const char *text, const char *message = "")
{
    Json json { { "type", "status" }, { "status", text } };
    if (*message)
        json["message"] = message;
    return sent(json);
}

inline QByteArray withId(const QByteArray &whole, const char *id)
{
    const QByteArray begin = QByteArray("data: {\"_event_id\":\"") + id + "\",";
    return QByteArray(whole).replace("data: {", begin);
}

inline QByteArray storedText(const char *text)
{
    return canonicalJson({ { "messages",
        Json::array({ { { "message_id", "m1" }, { "type", "assistant" },
            { "content", { { "role", "assistant" }, { "content", text } } } } }) } });
}

inline const QByteArray ping = "data: {\"type\": \"ping\"}\n\n";
inline const QByteArray done = word("completed");

inline QList<FakeAnswer> proper(const QByteArray &body)
{
    return { events(body, FakeAnswer::End::Proper) };
}

} // namespace renum::test
