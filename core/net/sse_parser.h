// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <string>

namespace renum {

/// One server-sent event. `data` lines are joined by newlines.
struct SseEvent {
    QByteArrayView data; ///< valid only during the callback
    QByteArrayView event; ///< field `event`, usually empty
    QByteArrayView id; ///< field `id` of this event, usually empty
};

/// Incremental parser of `text/event-stream` (WHATWG rules: BOM, CR, LF, CRLF, comments, fields;
/// `retry` is ignored, an unfinished event at the end of the stream is dropped). Any chunk
/// boundary, with the same result; memory is bounded by maxEventBytes. No QObject, no I/O. The
/// handler must not call the parser.
class SseParser {
public:
    using Handler = std::function<void(const SseEvent &)>;
    static constexpr qsizetype DefaultMaxEventBytes = 64 * 1024 * 1024;

    explicit SseParser(Handler handler, qsizetype maxEventBytes = DefaultMaxEventBytes);

    /// Calls the handler for every event that `bytes` completes. False once an event (its lines as
    /// received) exceeded the limit: the parser then stays closed until reset().
    bool feed(QByteArrayView bytes);
    /// Forgets a partial event, for a new connection.
    void reset();
    /// True when an unfinished event is buffered: a stream that ends here was cut.
    [[nodiscard]] bool hasPartialEvent() const noexcept;

private:
    const char *takeLine(const char *begin, const char *lineEnd, const char *end);
    void line(QByteArrayView text);
    void field(QByteArrayView name, QByteArrayView value);
    void addData(QByteArrayView value);
    void keepDataView();
    void dispatch();
    void clearEvent();
    [[nodiscard]] bool fits(qsizetype moreBytes) noexcept;

    Handler m_handler;
    qsizetype m_maxEventBytes;
    std::string m_line; ///< a line cut by the chunk boundary
    std::string m_data; ///< data lines that could not stay views
    QByteArrayView m_dataView; ///< the only data line so far, inside the chunk being fed
    std::string m_event;
    std::string m_id;
    qsizetype m_eventBytes = 0; ///< of the event's complete lines
    bool m_hasData = false;
    bool m_atStart = true;
    bool m_skipLf = false;
    bool m_overflow = false;
};

} // namespace renum
