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

/// Incremental parser of `text/event-stream` (WHATWG rules: BOM, CR, LF, CRLF, comments, fields,
/// `retry` ignored). Any chunk boundary; memory is bounded by maxEventBytes. No QObject, no I/O.
class SseParser {
public:
    using Handler = std::function<void(const SseEvent &)>;
    static constexpr qsizetype DefaultMaxEventBytes = 64 * 1024 * 1024;

    explicit SseParser(Handler handler, qsizetype maxEventBytes = DefaultMaxEventBytes);

    /// Calls the handler for every event that `bytes` completes. False once an event exceeded the
    /// limit: the parser then stays closed until reset().
    bool feed(QByteArrayView bytes);
    /// Forgets a partial event, for a new connection.
    void reset();
    /// True when an unfinished event is buffered: a stream that ends here was cut.
    [[nodiscard]] bool hasPartialEvent() const noexcept;

private:
    bool line(QByteArrayView text);
    void field(QByteArrayView name, QByteArrayView value);
    void dispatch();

    Handler m_handler;
    qsizetype m_maxEventBytes;
    std::string m_line; ///< a line cut by the chunk boundary
    std::string m_data;
    std::string m_event;
    std::string m_id;
    bool m_hasData = false;
    bool m_atStart = true;
    bool m_skipLf = false;
    bool m_overflow = false;
};

} // namespace renum
