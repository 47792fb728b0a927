// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/local_agent_codec.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

class LocalAgentTest : public QObject {
    Q_OBJECT

private slots:
    void survivesARoundTrip()
    {
        LocalAgent agent;
        agent.id = AgentId(u"local-1"_s);
        agent.name = u"Writer"_s;
        agent.description = u"Writes"_s;
        agent.instructions = u"Be brief.\nBe kind. 🚲"_s;
        agent.model = u"openai/gpt-4o"_s;
        agent.temperature = 0.25;
        agent.teamTools = false;
        agent.outputSchema = Json { { "type", "object" } };
        agent.version = 3;
        Problems problems;
        QVERIFY(localAgentFromJson(toJson(agent), problems) == agent);
        LocalAgent plain;
        plain.name = u"Plain"_s;
        QVERIFY(localAgentFromJson(toJson(plain), problems) == plain);
        QVERIFY(problems.isEmpty());
    }

    void tellsEveryProblem()
    {
        Json json = Json::object();
        json["name"] = "  ";
        json["temperature"] = 2.5;
        json["model"] = std::string(300, 'm');
        json["team_tools"] = "yes";
        json["output_schema"] = Json::array();
        json["instructions"] = 7;
        Problems problems;
        static_cast<void>(localAgentFromJson(json, problems));
        QStringList paths;
        for (const Problem &problem : problems)
            paths += problem.path;
        paths.sort();
        QCOMPARE(paths,
            QStringList({ u"/instructions"_s, u"/model"_s, u"/name"_s, u"/output_schema"_s,
                u"/team_tools"_s, u"/temperature"_s }));
    }

    void isNoAgent()
    {
        Problems problems;
        static_cast<void>(localAgentFromJson(Json::array(), problems));
        QVERIFY(hasErrors(problems));
    }
};

QTEST_GUILESS_MAIN(LocalAgentTest)
#include "tst_local_agent.moc"
