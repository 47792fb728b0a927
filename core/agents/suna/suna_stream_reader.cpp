// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_stream_reader.h"

#include "core/agents/suna/suna_chunk.h"
#include "core/agents/suna/suna_errors.h"
#include "core/agents/suna/suna_history.h"
#include "core/agents/suna/suna_log.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Words of control events after which nothing more comes (suna-api.md §5.5, §5.7). `error` is not
/// among them: a worker's error is followed by one of these, or by the end of the connection.
constexpr std::array EndWords { "completed"_L1, "failed"_L1, "stopped"_L1, "STOP"_L1,
    "END_STREAM"_L1, "ERROR"_L1 };

bool endsRun(const QString &word)
{
    return std::find(EndWords.begin(), EndWords.end(), word) != EndWords.end();
}

/// `<milliseconds>-<number>`, which grows from event to event.
std::optional<std::pair<quint64, quint64>> parseEventId(const QString &id)
{
    const qsizetype dash = id.indexOf(u'-');
    bool timeOk = false;
    bool numberOk = false;
    const quint64 time = QStringView(id).left(dash).toULongLong(&timeOk);
    const quint64 number = QStringView(id).mid(dash + 1).toULongLong(&numberOk);
    if (dash <= 0 || !timeOk || !numberOk)
        return std::nullopt;
    return std::pair { time, number };
}

bool isChunk(const SunaMessage &row)
{
    const QString status = row.streamStatus();
    return status == "chunk"_L1 || (status.isEmpty() && row.id.isEmpty() && row.sequence);
}

} // namespace

SunaStreamReader::SunaStreamReader(SunaFamily family, RunEventSink sink)
    : m_family(family)
    , m_emit(sink ? std::move(sink) : RunEventSink([](const RunEvent &) {}))
    , m_text(family, m_emit)
    , m_tools(m_emit)
{
}

void SunaStreamReader::read(QByteArrayView data)
{
    if (data.trimmed().isEmpty())
        return ignore("empty data");
    if (const auto piece = readSunaChunk(data))
        return onChunk(*piece);
    Result<Json> parsed = parseJson(data, SunaLargeJson);
    Json event = parsed ? std::move(parsed).value() : Json();
    // What the service passes on from its store may be encoded twice, like any stored JSON.
    if (event.is_string())
        event = decodedSunaValue(event);
    if (!event.is_object())
        return ignore("no JSON object");
    const SunaMessage row = readSunaMessage(event);
    const Handler handler = handlerOf(row.type);
    if (!handler)
        return ignore("unknown type");
    if (isRepeated(event, row) || isRepeatedMarker(row, data))
        return;
    (this->*handler)(event, row);
    if (row.type != "ping"_L1)
        ++m_progress;
}

Usage SunaStreamReader::usage() const
{
    Usage usage = m_usage;
    if (usage.requestCount == 0)
        setSunaModel(usage, m_model);
    return usage;
}

SunaStreamReader::Handler SunaStreamReader::handlerOf(const QString &type)
{
    using Reader = SunaStreamReader;
    static const QHash<QString, Handler> handlers {
        { u"assistant"_s, &Reader::onAssistant },
        { u"reasoning"_s, &Reader::onReasoning },
        { u"tool"_s, &Reader::onTool },
        { u"status"_s, &Reader::onStatus },
        { u"llm_response_start"_s, &Reader::onCallStart },
        { u"llm_response_end"_s, &Reader::onUsage },
        { u"assistant_response_end"_s, &Reader::onUsage },
        { u"llm_ttft"_s, &Reader::onFirstToken },
        { u"ack"_s, &Reader::onActivity },
        { u"estimate"_s, &Reader::onActivity },
        { u"prep_stage"_s, &Reader::onActivity },
        { u"degradation"_s, &Reader::onActivity },
        { u"thinking"_s, &Reader::onActivity },
        { u"content"_s, &Reader::onActivity },
        { u"error"_s, &Reader::onError },
        { u"ping"_s, &Reader::onNothing },
        { u"user"_s, &Reader::onNothing },
        { u"timing"_s, &Reader::onNothing },
        { u"tool_output_stream"_s, &Reader::onNothing },
        { u"summary"_s, &Reader::onNothing },
        { u"browser_state"_s, &Reader::onNothing },
        { u"image_context"_s, &Reader::onNothing },
        { u"cost"_s, &Reader::onNothing },
    };
    return handlers.value(type, nullptr);
}

/// Whether an event of this or a later id was read before; else this one is the last now.
bool SunaStreamReader::isPassed(const QString &eventId)
{
    const auto position = parseEventId(eventId);
    if (!position)
        return false;
    if (*position <= m_lastEvent)
        return true;
    m_lastEvent = *position;
    m_lastEventId = eventId.toLatin1();
    return false;
}

/// Keys in the order of suna-api.md §9.3; that of chunks is the assembler's business.
bool SunaStreamReader::isRepeated(const Json &event, const SunaMessage &row)
{
    if (const auto id = stringAt(event, "_event_id"); id && isPassed(*id))
        return true;
    if (row.id.isEmpty() || isChunk(row))
        return false;
    const QString key = row.type % u' ' % row.id;
    if (!m_seenRows.contains(key)) {
        m_seenRows.insert(key);
        return false;
    }
    // Words of a replay are read again, so the work after an error must count again as well.
    if (row.type == "assistant"_L1 || row.type == "tool"_L1)
        noteWork();
    return true;
}

/// V2b replays what it has stored byte for byte, and some of it has no id: without this a replayed
/// start of a call would look like a further one.
bool SunaStreamReader::isRepeatedMarker(const SunaMessage &row, QByteArrayView data)
{
    const bool isMarker = row.id.isEmpty() && !isChunk(row) && row.content.is_object();
    if (m_family != SunaFamily::V2b || !isMarker || row.streamStatus() == "tool_call_chunk"_L1)
        return false;
    const QByteArray hash = QCryptographicHash::hash(data.toByteArray(), QCryptographicHash::Sha1);
    if (m_seenMarkers.contains(hash))
        return true;
    m_seenMarkers.insert(hash);
    return false;
}

void SunaStreamReader::connectionBegins()
{
    m_sawEnd = false;
    // V2b begins anew somewhere: what was collected of unfinished arguments would be doubled.
    if (m_family == SunaFamily::V2b)
        m_tools.forgetArguments();
}

void SunaStreamReader::ignore(const char *reason)
{
    ++m_ignored;
    qCDebug(lcSuna, "An event of a run's stream was left out: %s", reason);
}

void SunaStreamReader::onChunk(const SunaChunk &chunk)
{
    if (isPassed(chunk.eventId))
        return;
    noteWork();
    m_text.chunk(chunk.runKey, chunk.sequence, chunk.text);
    ++m_progress;
}

void SunaStreamReader::onAssistant(const Json &, const SunaMessage &row)
{
    noteWork();
    if (row.streamStatus() == "tool_call_chunk"_L1) {
        m_tools.argumentDeltas(sunaToolCalls(row));
        return;
    }
    const QString runKey = row.threadRunId();
    const auto text = row.text();
    if (isChunk(row)) {
        m_text.chunk(runKey, row.sequence, text.value_or(QString()));
        return;
    }
    if (text)
        m_text.complete(runKey, *text);
    m_tools.listed(sunaToolCalls(row));
}

void SunaStreamReader::onReasoning(const Json &, const SunaMessage &)
{
    noteWork();
    showActivity(u"thinking"_s);
}

void SunaStreamReader::onTool(const Json &, const SunaMessage &row)
{
    noteWork();
    const bool hidden = boolAt(row.metadata, "internal").value_or(false)
        || boolAt(row.metadata, "hidden_from_user").value_or(false);
    if (!hidden)
        m_tools.finished(row);
}

/// Two things have the type `status`: rows with a content, and control events with a word.
void SunaStreamReader::onStatus(const Json &event, const SunaMessage &row)
{
    if (memberAt(row.content, "status_type"))
        onStatusRow(row);
    else if (memberAt(event, "status"))
        onControlWord(event);
    else
        ignore("status without a meaning");
}

void SunaStreamReader::onStatusRow(const SunaMessage &row)
{
    const QString kind = stringAt(row.content, "status_type").value_or(QString());
    if (const QString tag = sunaToolTag(row); !tag.isEmpty())
        m_text.hideTag(tag);
    if (kind == "tool_started"_L1)
        m_tools.started(row, m_text.xmlCalls());
    else if (kind == "tool_error"_L1)
        m_tools.broken(row);
    else if (kind == "thread_run_start"_L1 || kind == "assistant_response_start"_L1)
        m_text.beginCall(row.threadRunId());
    else if (kind == "error"_L1)
        m_error = stringAt(row.content, "message").value_or(QString());
}

void SunaStreamReader::onControlWord(const Json &event)
{
    const QString word = stringAt(event, "status").value_or(QString());
    const QString message = stringAt(event, "message").value_or(QString());
    m_sawEnd = m_sawEnd || endsRun(word);
    if (word == "error"_L1) {
        m_error = message;
        m_errorByWord = true;
    } else if (word == "failed"_L1 || word == "stopped"_L1) {
        m_reason = message;
    } else if (word == "initializing"_L1) {
        showActivity(message.isEmpty() ? word : message);
    }
}

void SunaStreamReader::closedByServer()
{
    // A worker's error is followed by a word of the end; without one it was the stream that broke.
    if (m_sawEnd || !m_error || !m_errorByWord)
        return;
    m_reason = *m_error;
    m_error.reset();
}

QString SunaStreamReader::reason() const
{
    return m_reason.isEmpty() ? m_error.value_or(QString()) : m_reason;
}

void SunaStreamReader::noteWork()
{
    m_error.reset();
    m_errorByWord = false;
}

void SunaStreamReader::onCallStart(const Json &, const SunaMessage &row)
{
    m_text.beginCall(row.threadRunId());
    showModel(stringAt(row.content, "model").value_or(QString()));
}

void SunaStreamReader::onUsage(const Json &, const SunaMessage &row)
{
    // V3 streams this row without its content: that is no sample, only an end.
    const auto usage = row.content.is_object() ? sunaUsageOf(row) : std::nullopt;
    if (!usage)
        return;
    m_usage.add(*usage);
    showModel(stringAt(row.content, "model").value_or(QString()));
}

void SunaStreamReader::onFirstToken(const Json &event, const SunaMessage &)
{
    showModel(stringAt(event, "model").value_or(QString()));
}

void SunaStreamReader::onActivity(const Json &event, const SunaMessage &row)
{
    for (const char *key : { "message", "detail", "stage" }) {
        if (const auto text = stringAt(event, key); text && !text->trimmed().isEmpty())
            return showActivity(*text);
    }
    showActivity(row.text().value_or(QString()));
}

void SunaStreamReader::onError(const Json &event, const SunaMessage &)
{
    const QString errorCode = stringAt(event, "error_code").value_or(QString());
    const QString text = stringAt(event, "error").value_or(QString());
    m_error = errorCode.isEmpty() ? text : QString(errorCode % u": "_s % text);
}

void SunaStreamReader::onNothing(const Json &, const SunaMessage &) { }

void SunaStreamReader::showModel(const QString &model)
{
    if (model.isEmpty() || model == m_model)
        return;
    m_model = model;
    m_emit(RunModelKnown { model });
}

void SunaStreamReader::showActivity(const QString &text)
{
    const QString excerpt = sunaExcerpt(text);
    if (excerpt.isEmpty() || excerpt == m_activity)
        return;
    m_activity = excerpt;
    m_emit(RunActivity { excerpt });
}

} // namespace renum
