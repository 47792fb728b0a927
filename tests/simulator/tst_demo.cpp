// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/script_plan.h"
#include "app/simulator/scenario/prompt_text.h"
#include "app/simulator/scenario/scenario_reader.h"
#include "core/model/json.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::sim;

/// The built-in scenario plays the three use cases (features §3) from agent to agent.
class TestDemo : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void noPlaceholderIsLeft_data();
    void noPlaceholderIsLeft();
    void marketAnalysisHandsOver_data();
    void marketAnalysisHandsOver();
    void softwareLoopEnds_data();
    void softwareLoopEnds();
    void customerService_data();
    void customerService();
    void quotesInARequestKeepTheJsonValid();

private:
    QString answer(const char *agentId, const QString &prompt, int call = 1) const;
    Scenario m_demo;
};

namespace {

/// The fenced JSON at the end of an answer.
Json fenced(const QString &text)
{
    static const QRegularExpression block(
        u"```json\\n(.*)\\n```\\s*\\z"_s, QRegularExpression::DotMatchesEverythingOption);
    return Json::parse(block.match(text).captured(1).toStdString(), nullptr, false);
}

/// As the engine composes it: instructions, input, the team's context.
QString composed(const QString &role, const QString &input)
{
    return u"You are "_s + role + u" of a team. Invoices, errors, feedback from the Tester.\n\n"_s
        + input + u"\n\n--- TEAM CONTEXT (execution x, step 1/3, your role: member) ---\n{}"_s;
}

} // namespace

void TestDemo::initTestCase()
{
    const Result<Scenario> scenario = loadScenario({});
    QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().message));
    m_demo = *scenario;
}

QString TestDemo::answer(const char *agentId, const QString &prompt, int call) const
{
    const ScriptedAgent *agent = m_demo.agent(QString::fromUtf8(agentId));
    const Response &response = chooseResponse(*agent, relevantPrompt(m_demo, prompt), call);
    return planRun({ &m_demo, agent, &response, prompt, call, {} }, SeededRandom(1))
        .calls.constLast()
        .text();
}

void TestDemo::noPlaceholderIsLeft_data()
{
    QTest::addColumn<QString>("agentId");
    for (const ScriptedAgent &agent : m_demo.agents)
        QTest::newRow(qPrintable(agent.id)) << agent.id;
}

void TestDemo::noPlaceholderIsLeft()
{
    QFETCH(QString, agentId);
    const ScriptedAgent *agent = m_demo.agent(agentId);
    for (const Response &response : agent->responses) {
        const RunPlan plan
            = planRun({ &m_demo, agent, &response, u"Tea"_s, 1, {} }, SeededRandom(1));
        for (const PlannedCall &call : plan.calls)
            QVERIFY2(!call.text().contains("{{"_L1), qPrintable(response.name));
        QVERIFY2(plan.calls.constLast().text().size() > 100, qPrintable(response.name));
    }
}

void TestDemo::marketAnalysisHandsOver_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::newRow("CU001 electric bicycles") << u"Electric bicycles in Brazil"_s;
    QTest::newRow("CU001 another market") << u"Accounting software for small law firms"_s;
}

void TestDemo::marketAnalysisHandsOver()
{
    QFETCH(QString, prompt);
    const QString research = answer("agt-researcher", composed(u"the Researcher"_s, prompt));
    QVERIFY(research.contains(u"# Market research: "_s + prompt));
    const QString analysis = answer("agt-analyst", composed(u"the Analyst"_s, research));
    QVERIFY(analysis.contains(u"# Market analysis: "_s + prompt));
    const QString report
        = answer("agt-reporter", composed(u"the Reporter"_s, research + u"\n\n"_s + analysis));
    QVERIFY(report.contains(u"# Executive report: "_s + prompt));
}

void TestDemo::softwareLoopEnds_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::newRow("CU002 photos") << u"A program that finds duplicate photos in a folder"_s;
    QTest::newRow("CU002 anything") << u"A small web page that converts currencies"_s;
}

void TestDemo::softwareLoopEnds()
{
    QFETCH(QString, prompt);
    const QString design = answer("agt-architect", composed(u"the Architect"_s, prompt));
    QVERIFY(design.contains(prompt));
    const QString first = answer("agt-developer", composed(u"the Developer"_s, design));
    QVERIFY(first.contains("(revision 1)"_L1));
    const QString refusal = answer("agt-tester", composed(u"the Tester"_s, first));
    QCOMPARE(stringAt(fenced(refusal), "verdict"), u"fail"_s);
    QCOMPARE(fenced(refusal)["findings"].size(), 3U);
    const QString second = answer("agt-developer",
        composed(u"the Developer"_s, design + u"\n\nFeedback from agt-tester:\n"_s + refusal));
    QVERIFY(second.contains("(revision 2)"_L1));
    QVERIFY(second.contains(prompt));
    const QString verdict = answer("agt-tester", composed(u"the Tester"_s, second), 2);
    QCOMPARE(stringAt(fenced(verdict), "verdict"), u"pass"_s);
}

void TestDemo::customerService_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("priority");
    QTest::addColumn<QString>("answered");
    QTest::newRow("CU003 closing app")
        << u"Since yesterday's update the app closes every time I open my orders. I need them today!"_s
        << u"technical"_s << u"high"_s << u"Clear cache"_s;
    QTest::newRow("CU003 login") << u"The login shows an error."_s << u"technical"_s << u"normal"_s
                                 << u"Sign in"_s;
    QTest::newRow("CU003 charged twice")
        << u"I was charged twice for my March invoice. Please refund one of the payments."_s
        << u"billing"_s << u"high"_s << u"you get your money back"_s;
    QTest::newRow("CU003 invoice") << u"I do not understand my invoice."_s << u"billing"_s
                                   << u"normal"_s << u"every line explained"_s;
    QTest::newRow("CU003 other") << u"Do you also ship to Portugal?"_s << u"other"_s << u"low"_s
                                 << QString();
}

void TestDemo::customerService()
{
    QFETCH(QString, prompt);
    QFETCH(QString, category);
    QFETCH(QString, priority);
    QFETCH(QString, answered);
    const QString triage = answer("agt-triage", composed(u"Triage"_s, prompt));
    QCOMPARE(stringAt(fenced(triage), "category"), category);
    QCOMPARE(stringAt(fenced(triage), "priority"), priority);
    if (answered.isEmpty())
        return;
    const bool technical = category == "technical"_L1;
    const QString notes = answer(technical ? "agt-technical" : "agt-billing",
        composed(technical ? u"the Technical specialist"_s : u"the Billing specialist"_s,
            prompt + u"\n\n"_s + triage));
    QVERIFY(notes.contains(prompt));
    const QString message = answer("agt-follow-up", composed(u"Follow-up"_s, notes));
    QVERIFY2(message.contains(answered), qPrintable(message));
}

void TestDemo::quotesInARequestKeepTheJsonValid()
{
    for (const auto &prompt : { u"My \"app\" shows an error \\ today"_s, u"\"\"\""_s, QString() })
        QVERIFY(fenced(answer("agt-triage", prompt)).is_object());
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
