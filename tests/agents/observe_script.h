// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/agents/fake_suna.h"
#include "tests/agents/run_event_text.h"

/// What the tests of following a run have in common: run "r1" on thread "t1".
namespace renum::test {

using namespace Qt::StringLiterals;

inline const QString runRoute = u"GET /agent-run/r1"_s;
inline const QString streamRoute = u"GET /agent-run/r1/stream"_s;
inline const QString messagesRoute = u"GET /threads/t1/messages"_s;

inline const QByteArray messages
    = R"({"messages":[{"message_id":"u","type":"user","content":{"content":"Go"}},)"
      R"({"message_id":"m3","type":"assistant","content":{"content":)"
      R"("Done. <function_calls><invoke name=\"complete\"></invoke></function_calls>"}},)"
      R"({"message_id":"e","type":"assistant_response_end","content":{"model":"openai/gpt-5",)"
      R"("usage":{"prompt_tokens":12,"completion_tokens":3}}}]})";

inline FakeAnswer json(const QByteArray &body, int status = 200)
{
    return { status, body, "application/json", FakeAnswer::End::Proper };
}

inline FakeAnswer run(const char *status, const char *error = "null")
{
    return json(QByteArray(R"({"id":"r1","threadId":"t1","startedAt":null,"status":")") + status
        + R"(","error":)" + error + "}");
}

inline QByteArray transcript(SunaFamily family)
{
    return dataFile(family == SunaFamily::V3 ? u"v3_transcript.sse"_s : u"v2a_transcript.sse"_s);
}

/// Up to behind the event that holds `text`, and `more` bytes of the next.
inline QByteArray upTo(const QByteArray &whole, const char *text, qsizetype more = 0)
{
    const qsizetype at = whole.indexOf(text);
    return whole.first(whole.indexOf("\n\n", at) + 2 + more);
}

inline const QByteArray endEvent = "data: {\"type\":\"status\",\"status\":\"completed\"}\n\n";
inline const RunRef theRun { RunId(u"r1"_s), { ThreadId(u"t1"_s), ProjectId(u"p1"_s) } };

} // namespace renum::test
