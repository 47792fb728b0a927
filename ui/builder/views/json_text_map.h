// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace renum::ui {

/// What is wrong with a text that shall be JSON.
struct JsonFault {
    enum class Kind {
        ValueExpected,
        KeyExpected,
        ColonExpected,
        CommaExpected,
        TextUnclosed, ///< a string without an end on its line
        BadCharacter, ///< that a text of JSON cannot have, or an unknown escape
        BadWord, ///< neither number, true, false nor null
        BracketUnclosed,
        MoreAfterEnd,
        DuplicateKey, ///< not wrong, but all except the last are lost
        TooDeep,
        TooLong,
    };
    Kind kind = Kind::ValueExpected;
    qsizetype offset = 0;

    friend bool operator==(const JsonFault &, const JsonFault &) = default;
};

/// Where things are in a JSON text, which may be unfinished or wrong: a person is typing it.
class JsonTextMap {
public:
    /// Reads to the end whatever comes: what is wrong is noted and passed over.
    [[nodiscard]] static JsonTextMap of(QStringView text);

    /// The first fault; none in a text that is JSON.
    [[nodiscard]] const std::optional<JsonFault> &fault() const { return m_fault; }
    [[nodiscard]] const QList<qsizetype> &duplicates() const { return m_duplicates; }
    /// Where the value of a JSON pointer begins; where it is not there, the nearest thing around
    /// it.
    [[nodiscard]] qsizetype offsetOf(const QString &pointer) const;
    /// The keys of the object with that pointer.
    [[nodiscard]] QStringList keysOf(const QString &pointer) const;

private:
    friend class JsonTextScanner;
    QHash<QString, qsizetype> m_offsets;
    QHash<QString, QStringList> m_keys;
    QList<qsizetype> m_duplicates;
    std::optional<JsonFault> m_fault;
};

/// What a person writes at a place of a JSON text.
struct JsonCursor {
    QString pointer; ///< of the object whose key it is, or of the value
    bool isKey = false;
    bool isQuoted = false; ///< it is within quotes already
    qsizetype begin = 0; ///< what is written so far, its quotes aside
    qsizetype end = 0;
    QString written; ///< up to the place
};
/// None where nothing can be written, as behind a value.
[[nodiscard]] std::optional<JsonCursor> jsonCursorAt(QStringView text, qsizetype offset);

/// A key as a segment of a JSON pointer.
[[nodiscard]] QString pointerSegment(QStringView key);

} // namespace renum::ui
