// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray scenario = R"({"version":1,"name":"t","agents":[
    {"agent_id":"a","name":"Ann","description":"writes","system_prompt":"Write.",
     "responses":[{"steps":[{"text":"x"}]}]},
    {"agent_id":"b","name":"Bob","responses":[{"steps":[{"text":"x"}]}]}]})";

Json entry(const char *name, const char *tool)
{
    Json config = Json::object();
    config["url"] = std::string("https://") + name + ".example/mcp";
    Json json = Json::object();
    json["name"] = name;
    json["type"] = "http";
    json["customType"] = "http";
    json["config"] = config;
    json["enabledTools"] = Json::array({ tool });
    return json;
}

/// As V2a tells what it has kept.
Json told(Json entry)
{
    entry["enabled_tools"] = entry["enabledTools"];
    entry.erase("enabledTools");
    entry.erase("customType");
    return entry;
}

Json list(const Json &first)
{
    return Json::array({ first });
}

} // namespace

/// Changing agents, suna-api §2.3 to §2.5.
class SimulatorAgentsTest : public QObject {
    Q_OBJECT

private slots:
    void v2aEndsWithTheListThatWasSent()
    {
        SimFixture sim(scenario, u"v2a"_s);
        const QString agent = u"/api/agents/a"_s;
        QVERIFY(sim.putJson(agent, { { "custom_mcps", list(entry("one", "x")) } }).status == 200);
        const SimAnswer put = sim.putJson(agent, { { "custom_mcps", list(entry("two", "y")) } });
        QCOMPARE(put.json.at("custom_mcps"), list(told(entry("two", "y"))));
        QCOMPARE(sim.get(agent).json, put.json);
        // On the way there, the merged list was a version of its own.
        const Json versions = sim.get(agent + u"/versions"_s).json;
        QCOMPARE(versions.size(), size_t(5));
        QCOMPARE(versions.at(0).at("version_id"), put.json.at("current_version_id"));
        QCOMPARE(versions.at(0).at("is_active"), Json(true));
        QCOMPARE(versions.at(1).at("custom_mcps").size(), size_t(2));
        QCOMPARE(versions.at(4).at("version_name"), Json("v1"));
        QCOMPARE(versions.at(4).at("custom_mcps"), Json::array());
        const SimAnswer emptied = sim.putJson(agent, { { "custom_mcps", Json::array() } });
        QCOMPARE(emptied.json.at("custom_mcps"), Json::array());
        const Json count = emptied.json.at("version_count");
        const Json again
            = sim.putJson(agent, { { "custom_mcps", Json::array() } }).json.at("version_count");
        QCOMPARE(again, count);
    }

    void v2aMakesAVersionOfNoChange()
    {
        SimFixture sim(scenario, u"v2a"_s);
        const QString agent = u"/api/agents/a"_s;
        Json plain = entry("one", "x");
        plain.erase("customType");
        const Json body { { "custom_mcps", list(plain) } };
        QCOMPARE(sim.putJson(agent, body).json.at("version_count"), Json(2));
        QCOMPARE(sim.putJson(agent, body).json.at("version_count"), Json(3));
    }

    void v2aLosesToolsInTheOtherSpelling()
    {
        SimFixture sim(scenario, u"v2a"_s);
        const QString agent = u"/api/agents/a"_s;
        const SimAnswer put
            = sim.putJson(agent, { { "custom_mcps", list(told(entry("one", "x"))) } });
        QCOMPARE(put.json.at("custom_mcps").at(0).at("enabled_tools"), Json::array());
    }

    void v3MergesUnlessToldNotTo()
    {
        SimFixture sim(scenario);
        const QString agent = u"/v1/agents/a"_s;
        QVERIFY(sim.putJson(agent, { { "custom_mcps", list(entry("one", "x")) } }).status == 200);
        const SimAnswer merged = sim.putJson(agent, { { "custom_mcps", list(entry("two", "y")) } });
        QCOMPARE(
            merged.json.at("custom_mcps"), Json::array({ entry("one", "x"), entry("two", "y") }));
        const Json replaced = list(entry("two", "z"));
        const SimAnswer put
            = sim.putJson(agent, { { "custom_mcps", replaced }, { "replace_mcps", true } });
        QCOMPARE(put.json.at("custom_mcps"), replaced);
        QCOMPARE(put.json.at("version_count"), Json(4));
        const SimAnswer same
            = sim.putJson(agent, { { "custom_mcps", replaced }, { "replace_mcps", true } });
        QCOMPARE(same.json.at("version_count"), Json(4));
    }

    void absentAndNullKeepTheirValue()
    {
        SimFixture sim(scenario);
        const QString agent = u"/v1/agents/a"_s;
        const SimAnswer put = sim.putJson(agent,
            { { "name", "Anna" }, { "description", nullptr }, { "custom_mcps", nullptr },
                { "system_prompt", "Write well." } });
        QCOMPARE(put.json.at("name"), Json("Anna"));
        QCOMPARE(put.json.at("description"), Json("writes"));
        QCOMPARE(put.json.at("system_prompt"), Json("Write well."));
        QCOMPARE(put.json.at("version_count"), Json(2));
        QCOMPARE(sim.get(u"/v1/agents?search=anna"_s).json.at("agents").size(), size_t(1));
        QCOMPARE(sim.get(u"/v1/agents/b"_s).json.at("version_count"), Json(1));
        const Json versions = sim.get(agent + u"/versions"_s).json;
        const auto first = toQString(versions.at(1).at("version_id"));
        const SimAnswer version = sim.get(agent + u"/versions/"_s + first);
        QCOMPARE(version.json.at("system_prompt"), Json("Write."));
        QVERIFY(sim.postJson(u"/_sim/reset"_s, Json::object()).status == 200);
        QCOMPARE(sim.get(agent).json.at("name"), Json("Ann"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QString agent = u"/v1/agents/a"_s;
        QTest::newRow("unknown") << u"/v1/agents/x"_s << QByteArray("{}") << 404;
        QTest::newRow("no object") << agent << QByteArray("[]") << 422;
        QTest::newRow("no list") << agent << QByteArray(R"({"custom_mcps":{}})") << 422;
        QTest::newRow("no objects") << agent << QByteArray(R"({"custom_mcps":[1]})") << 422;
        QTest::newRow("no name") << agent << QByteArray(R"({"custom_mcps":[{}]})") << 400;
    }
    void refuses()
    {
        QFETCH(const QString, path);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        SimFixture sim(scenario);
        QCOMPARE(sim.putJson(path, Json::parse(body.toStdString())).status, status);
        QCOMPARE(sim.get(u"/v1/agents/x/versions"_s).status, 404);
        QCOMPARE(sim.get(u"/v1/agents/x/versions/1"_s).status, 404);
        QCOMPARE(sim.get(u"/v1/agents/a/versions/1"_s).status, 404);
    }
};

QTEST_GUILESS_MAIN(SimulatorAgentsTest)
#include "tst_simulator_agents.moc"
