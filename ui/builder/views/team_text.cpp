// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/team_text.h"

#include "core/model/error_codes.h"
#include "core/model/json.h"
#include "core/workflow/editing/written_team.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// What a text document takes for something else: spaces, ends of lines, its own marks.
constexpr std::array Unstable { u'\u00a0', u'\u2028', u'\u2029', u'\ufdd0', u'\ufdd1' };

/// Where a fault of the parser is, which counts bytes.
qsizetype offsetInText(const QByteArray &bytes, const Error &error)
{
    const qint64 offset = error.args.value(u"offset"_s).toLongLong();
    return QString::fromUtf8(bytes.left(qsizetype(std::max<qint64>(0, offset - 1)))).size();
}

JsonFault faultOf(const QByteArray &bytes, const Error &error)
{
    if (error.code == QLatin1StringView(code::JsonTooDeep))
        return { JsonFault::Kind::TooDeep, 0 };
    return { JsonFault::Kind::BadCharacter, offsetInText(bytes, error) };
}

} // namespace

QString writeTeamText(const TeamDraft &draft)
{
    QString text = QString::fromUtf8(prettyJson(toJson(draft)));
    for (const char16_t c : Unstable)
        text.replace(QChar(c), u"\\u%1"_s.arg(int(c), 4, 16, QChar(u'0')));
    return text + u'\n';
}

TeamText readTeamText(const QString &text)
{
    TeamText read;
    if (text.size() > LongestTeamText) {
        read.fault = JsonFault { JsonFault::Kind::TooLong, 0 };
        return read;
    }
    read.map = JsonTextMap::of(text);
    read.fault = read.map.fault();
    if (read.fault)
        return read;
    const QByteArray bytes = text.toUtf8();
    Result<TeamReading> reading = readWrittenTeam(bytes);
    if (!reading) {
        read.fault = faultOf(bytes, reading.error());
        return read;
    }
    read.problems = std::move(reading->problems);
    if (!hasErrors(read.problems))
        read.draft = std::move(reading->draft);
    return read;
}

} // namespace renum::ui
