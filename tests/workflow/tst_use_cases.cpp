// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/planner.h"
#include "scheduler_driver.h"
#include "team_json.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// The draft of a shipped template, its places filled with agents named after them.
TeamDraft shipped(const QString &name)
{
    QFile file(QStringLiteral(RENUM_SOURCE_DIR) + u"/resources/templates/"_s + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no template %s", qPrintable(name));
    const QByteArray text = file.readAll().replace("slot:", "");
    const Json json = Json::parse(text.toStdString(), nullptr, false);
    const TeamReading reading = readTeamDraft(
        { { "name", json.at("name") }, { "workflow_definition", json.at("workflow_definition") } });
    const Validation validation = validateTeam(reading.draft, {}, reading.problems);
    if (!validation.problems.isEmpty())
        qFatal("%s", qPrintable(findings(validation.problems).join(u'\n')));
    return validation.normalized;
}

} // namespace

/// The shipped templates CU001, CU002 and CU003 as they are, with the variants that matter.
class TestUseCases : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void marketAnalysis_data();
    void marketAnalysis();
    void softwareDevelopment_data();
    void softwareDevelopment();
    void customerService_data();
    void customerService();
};

void TestUseCases::marketAnalysis_data()
{
    QTest::addColumn<QList<int>>("failing"); // attempts of the analyst
    QTest::addColumn<QString>("end");
    QTest::newRow("CU001") << QList<int>() << u"finish completed"_s;
    QTest::newRow("analyst fails once") << QList<int> { 1 } << u"finish completed"_s;
    QTest::newRow("analyst fails always") << QList<int> { 0 } << u"finish failed steps_failed"_s;
}

void TestUseCases::marketAnalysis()
{
    QFETCH(QList<int>, failing);
    QFETCH(QString, end);
    SchedulerDriver driver(planExecution(shipped(u"market-analysis"_s)));
    driver.fail(u"analyst"_s, ErrorCategory::AgentTimeout, failing);
    driver.run();
    QCOMPARE(driver.log.last(), end);
    QVERIFY(driver.prompt(u"analyst"_s).contains(u"RESEARCHER"_s));
    if (driver.end->status != ExecutionStatus::Completed) {
        QVERIFY(driver.log.contains(u"skip reporter upstream_failed"_s));
        return;
    }
    QVERIFY(driver.input(u"reporter"_s).contains(u"RESEARCHER"_s));
    QVERIFY(driver.input(u"reporter"_s).contains(u"ANALYST"_s));
    QCOMPARE(stringAt(*driver.end->finalResult, "result"), u"REPORTER"_s);
}

void TestUseCases::softwareDevelopment_data()
{
    QTest::addColumn<QStringList>("verdicts");
    QTest::addColumn<int>("developments");
    const QString fail = u"{\"verdict\":\"fail\",\"findings\":[\"broken\"]}"_s;
    const QString pass = u"{\"verdict\":\"pass\"}"_s;
    QTest::newRow("passes") << QStringList { pass } << 1;
    QTest::newRow("CU002") << QStringList { fail, pass } << 2;
    QTest::newRow("reaches the cap") << QStringList { fail } << 4;
}

void TestUseCases::softwareDevelopment()
{
    QFETCH(QStringList, verdicts);
    QFETCH(int, developments);
    SchedulerDriver driver(planExecution(shipped(u"software-dev"_s)));
    driver.answer(u"tester"_s, verdicts);
    driver.run();
    QCOMPARE(driver.log.filter(u"start developer"_s).size(), developments);
    QCOMPARE(driver.log.filter(u"start architect"_s).size(), 1);
    QCOMPARE(driver.input(u"developer"_s).count(u"broken"_s), developments - 1);
    QCOMPARE(driver.log.last(), u"finish completed"_s);
    QVERIFY(driver.end->finalResult->at("agent_results").contains("developer"));
}

void TestUseCases::customerService_data()
{
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("expected");
    QTest::newRow("CU003") << u"technical"_s
                           << u"start triage, complete triage, start technical, "
                              "complete technical, skip billing condition_not_met, "
                              "start follow-up, complete follow-up, finish completed"_s;
    QTest::newRow("billing") << u"billing"_s
                             << u"start triage, complete triage, start billing, complete billing, "
                                "skip technical condition_not_met, start follow-up, "
                                "complete follow-up, finish completed"_s;
    QTest::newRow("unknown category") << u"other"_s
                                      << u"start triage, complete triage, "
                                         "skip technical condition_not_met, "
                                         "skip billing condition_not_met, "
                                         "skip follow-up condition_not_met, finish completed"_s;
}

void TestUseCases::customerService()
{
    QFETCH(QString, category);
    QFETCH(QString, expected);
    SchedulerDriver driver(planExecution(shipped(u"customer-service"_s)));
    driver.answer(
        u"triage"_s, QStringList(u"Text.\n```json\n{\"category\": \"%1\"}\n```"_s.arg(category)));
    driver.run();
    QCOMPARE(driver.log.join(u", "_s), expected);
    QVERIFY(!driver.end->hasErrors);
}

QTEST_GUILESS_MAIN(TestUseCases)
#include "tst_use_cases.moc"
