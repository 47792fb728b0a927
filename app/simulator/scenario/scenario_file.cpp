// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario/scenario_reader.h"
#include "core/model/error_codes.h"
#include "core/net/json_limits.h"

#include <QFile>
#include <QStringList>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxScenarioBytes = 64LL * 1024 * 1024;

Error scenarioError(const char *code, const QString &message)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code), message };
}

QString inSentences(const Problems &problems)
{
    QStringList lines;
    for (const Problem &problem : problems) {
        const QString where = problem.path.isEmpty() ? u"the document"_s : problem.path;
        lines.append(where + u' ' + problem.message);
    }
    return lines.join(u'\n');
}

} // namespace

Result<Scenario> parseScenario(QByteArrayView bytes, const QString &sourceName)
{
    const Result<Json> json = parseJson(bytes, { MaxScenarioBytes, 64 });
    if (!json)
        return scenarioError(code::JsonInvalid, sourceName + u": "_s + json.error().message);
    ScenarioReading reading = readScenario(*json);
    if (!reading.problems.isEmpty())
        return scenarioError(code::ValidationError,
            u"The scenario %1 cannot be used:\n%2"_s.arg(
                sourceName, inSentences(reading.problems)));
    return std::move(reading.scenario);
}

Result<Scenario> loadScenario(const QString &fileName)
{
    const QString path = fileName.isEmpty() ? u":/renum/demo/market_demo.json"_s : fileName;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return scenarioError(code::FileUnreadable,
            u"The scenario %1 cannot be read: %2."_s.arg(path, file.errorString()));
    if (file.size() > MaxScenarioBytes)
        return scenarioError(
            code::FileTooLarge, u"The scenario %1 is larger than 64 MiB."_s.arg(path));
    return parseScenario(file.readAll(), path);
}

} // namespace renum::sim
