// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/team_file.h"

#include "core/model/error_codes.h"
#include "core/workflow/editing/written_team.h"
#include "core/workspace/json_file.h"

#include <QSaveFile>

namespace renum {

using namespace Qt::StringLiterals;

Result<TeamReading> loadTeamFile(const QString &path)
{
    const Result<Json> json = readJsonFile(path);
    if (!json)
        return json.error();
    TeamReading reading = readTeamFile(*json);
    // A file of another kind has been refused as a whole.
    if (!hasErrors(reading.problems))
        reading.problems += unknownFileKeys(*json);
    return reading;
}

Result<void> saveTeamFile(const QString &path, const TeamDraft &team)
{
    QSaveFile file(path);
    const QByteArray bytes = prettyJson(teamExport(team)) + '\n';
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::FileUnreadable),
        u"The file %1 cannot be written: %2."_s.arg(path, file.errorString()),
        { { u"file"_s, path } } };
}

} // namespace renum
