// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log_entry.h"

#include <QList>
#include <QStringList>

#include <limits>
#include <optional>

namespace renum {

/// A text that every line has to have, in any case of letters.
struct LogWord {
    QString text;
    QStringList types = {}; ///< of events whose sentence has it, by `event_type`, else by `type`
    QList<AgentId> agents = {}; ///< whose names have it
};

/// Which lines of a log are looked for. What is empty does not narrow.
struct LogFilter {
    QList<LogLevel> levels = {};
    QList<LogCategory> categories = {};
    QList<AgentId> agents = {};
    std::optional<Timestamp> since = {};
    std::optional<Timestamp> until = {};
    QList<LogWord> words = {}; ///< each of them, wherever in the event's values
};

/// A part of a log: seq > after and <= upTo.
struct LogStretch {
    qint64 after = 0;
    qint64 upTo = std::numeric_limits<qint64>::max();
};

/// What was found in a part of a log.
struct LogHits {
    /// Of events that one look covers at most, so that no answer is far.
    static constexpr qint64 MostAtOnce = 16'384;

    QList<qint64> lines; ///< seq of each, ascending
    qint64 reached = 0; ///< as far as was looked: the end of the part, or less
    qint64 last = 0; ///< seq of the newest event of all
};

/// What a person typed, as the texts to look for: single words, and what stands between quotation
/// marks as one. Bounded in number and length.
[[nodiscard]] QStringList searchedTexts(const QString &typed);

} // namespace renum

Q_DECLARE_METATYPE(renum::LogFilter)
