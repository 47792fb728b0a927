// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_filter.h"

namespace renum {

namespace {

constexpr qsizetype MostTexts = 16;
constexpr qsizetype MostCharacters = 200;

} // namespace

QStringList searchedTexts(const QString &typed)
{
    QStringList texts;
    QString current;
    bool quoted = false;
    const auto take = [&texts, &current] {
        if (!current.isEmpty() && texts.size() < MostTexts)
            texts.append(current.left(MostCharacters));
        current.clear();
    };
    for (const QChar c : typed) {
        if (c == u'"') {
            take();
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            take();
        } else {
            current += c;
        }
    }
    take();
    texts.removeDuplicates();
    return texts;
}

} // namespace renum
