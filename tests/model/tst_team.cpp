// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/team.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

Json createBody()
{
    return Json::parse(R"({"name": "Market analysis", "description": "d", "agent_ids": ["a"],
        "workflow_definition": {"type": "sequential", "agents": [{"agent_id": "a", "name": "A"}]},
        "team_config": {"model_name": "m", "max_execution_seconds": 10, "step_timeout_seconds": 5,
            "tools_mode": "none", "notify": false, "temperature": 0.5}})");
}

} // namespace

class TestTeam : public QObject {
    Q_OBJECT

private slots:
    void draftRoundTrips()
    {
        const TeamReading reading = readTeamDraft(createBody());
        QVERIFY(reading.problems.isEmpty());
        QCOMPARE(reading.draft.config.extra, Json({ { "temperature", 0.5 } }));
        const TeamReading again = readTeamDraft(toJson(reading.draft));
        QVERIFY(again.draft == reading.draft);
    }

    void resourceHasNoKeysAndBothIds()
    {
        Team team;
        team.id = TeamId(u"t1"_s);
        team.name = u"N"_s;
        team.createdAt = fromMicroseconds(0);
        const Json json = toJson(team);
        QCOMPARE(json["team_id"], Json("t1"));
        QCOMPARE(json["id"], Json("t1"));
        QVERIFY(!json.contains("user_api_keys"));
        QCOMPARE(json["created_at"], Json("1970-01-01T00:00:00.000Z"));
    }

    void exportIsReadBack()
    {
        const TeamDraft draft = readTeamDraft(createBody()).draft;
        const Json file = teamExport(draft);
        QCOMPARE(file["format"], Json("renum.team"));
        QCOMPARE(file["agents"][0]["name"], Json("A"));
        const TeamReading reading = readTeamFile(file);
        QVERIFY(reading.problems.isEmpty());
        QVERIFY(reading.draft.workflow == draft.workflow);
    }

    void badFilesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("other format")
            << QByteArray(R"({"format": "n8n", "version": 1})") << u"/format"_s;
        QTest::newRow("newer version")
            << QByteArray(R"({"format": "renum.team", "version": 2})") << u"/version"_s;
        QTest::newRow("no team") << QByteArray(R"({"format": "renum.team", "version": 1})")
                                 << u"/team"_s;
        QTest::newRow("bad team") << QByteArray(
            R"({"format": "renum.team", "version": 1, "team": {"name": 1}})")
                                  << u"/team/name"_s;
        QTest::newRow("bare body without workflow")
            << QByteArray(R"({"name": "x"})") << u"/workflow_definition"_s;
        QTest::newRow("no object") << QByteArray("[]") << QString();
    }
    void badFilesAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        const TeamReading reading = readTeamFile(Json::parse(text.toStdString()));
        QVERIFY(!reading.problems.isEmpty());
        QCOMPARE(reading.problems.first().path, path);
    }

    void templatesAreRead()
    {
        Json json = createBody();
        json["template_id"] = "market";
        json["category"] = "c";
        json["slots"] = Json::parse(
            R"([{"slot": "s", "role": "r", "description": "d", "suggested_tools": ["web"]}])");
        json["sample_prompts"] = { "Try me" };
        const Result<TeamTemplate> result = readTemplate(json);
        QVERIFY(result.ok());
        QCOMPARE(result->slotList.front().suggestedTools, QStringList { u"web"_s });
        QCOMPARE(result->samplePrompts, QStringList { u"Try me"_s });
        json.erase("template_id");
        QVERIFY(!readTemplate(json).ok());
    }
};

QTEST_APPLESS_MAIN(TestTeam)
#include "tst_team.moc"
