// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/json_text.h"

#include <QCoreApplication>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Values {
    Q_DECLARE_TR_FUNCTIONS(Values)
};

constexpr qsizetype LineCharacters = 160;
/// A character takes up to four bytes; a little more is cut off as characters.
constexpr std::size_t MostBytes = std::size_t(LineCharacters) * 5;

} // namespace

QString jsonPreview(const Json &value)
{
    if (value.is_object()) {
        return value.empty() ? u"{}"_s
                             : Values::tr("{%n key(s)}", nullptr, static_cast<int>(value.size()));
    }
    if (value.is_array()) {
        return value.empty() ? u"[]"_s
                             : Values::tr("[%n item(s)]", nullptr, static_cast<int>(value.size()));
    }
    if (!value.is_string())
        return compactJsonText(value);
    const std::string &bytes = value.get_ref<const std::string &>();
    const QString text = QString::fromStdString(bytes.substr(0, MostBytes)).simplified();
    const bool whole = bytes.size() <= MostBytes && text.size() <= LineCharacters;
    return whole ? u"\"%1\""_s.arg(text) : u"\"%1…\""_s.arg(text.left(LineCharacters));
}

QString jsonInFull(const Json &value)
{
    return value.is_string() ? toQString(value) : QString::fromUtf8(prettyJson(value));
}

} // namespace renum::ui
