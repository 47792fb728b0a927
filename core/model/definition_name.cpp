// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/definition_name.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control
        || character.category() == QChar::Separator_Line
        || character.category() == QChar::Separator_Paragraph;
}

/// Marks of direction and the like, which nobody sees.
bool isInvisible(QChar character)
{
    return character.category() == QChar::Other_Format;
}

bool hasBrokenPair(const QString &text)
{
    return !text.isValidUtf16();
}

} // namespace

std::optional<QString> nameProblem(const QString &name)
{
    if (nameKey(name).isEmpty())
        return u"Give it a name."_s;
    if (name.toUcs4().size() > MaxNameLength)
        return u"A name has at most %1 characters. Shorten it."_s.arg(MaxNameLength);
    if (std::ranges::any_of(name, isControl) || hasBrokenPair(name))
        return u"A name is one line of text. Remove line breaks and control characters."_s;
    return std::nullopt;
}

QString nameKey(const QString &name)
{
    QString key = name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    key.removeIf(isInvisible);
    return key.simplified();
}

} // namespace renum
