// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/views/json_text_map.h"

#include <utility>
#include <vector>

namespace renum::ui {

/// Walks through a JSON text once, without recursion, and never gives up: a token that does not
/// belong where it stands is noted and passed over.
class JsonTextScanner {
public:
    /// `cursor` is a place in the text, or -1.
    explicit JsonTextScanner(QStringView text, qsizetype cursor = -1);

    void scan();
    [[nodiscard]] JsonTextMap takeMap() { return std::move(m_map); }
    [[nodiscard]] const std::optional<JsonCursor> &found() const { return m_found; }

private:
    enum class Expect { Value, FirstValueOrEnd, Key, FirstKeyOrEnd, Colon, CommaOrEnd, Nothing };

    struct Level {
        bool isArray = false;
        bool isLost = false; ///< nothing in it is noted
        qsizetype index = 0; ///< in an array
        QString key; ///< in an object
        QString pointer; ///< of the object or array itself
    };

    void scanToken(QChar first);
    void scanString();
    void scanWord();
    void open(bool isArray);
    void close(bool isArray);
    void comma();
    void colon();
    void beginValue(qsizetype at);
    void endValue();
    void takeKey(QStringView key, qsizetype at);
    void fault(JsonFault::Kind kind, qsizetype at);
    void faultForExpected(qsizetype at);
    void noteCursor(qsizetype begin, qsizetype end, bool isQuoted);
    void noteGap(qsizetype from, qsizetype to);
    [[nodiscard]] bool isLost() const;
    [[nodiscard]] QString currentPointer() const;
    [[nodiscard]] bool expectsKey() const;
    [[nodiscard]] bool expectsValue() const;

    QStringView m_text;
    qsizetype m_cursor;
    qsizetype m_at = 0;
    Expect m_expect = Expect::Value;
    std::vector<Level> m_levels;
    JsonTextMap m_map;
    std::optional<JsonCursor> m_found;
};

} // namespace renum::ui
