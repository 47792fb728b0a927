// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agents/observe_script.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// A start that is answered before the run exists: we never ask for it, but V2b may do it
/// (suna-api §4.4).
class SunaTwoStepStartTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void startsInTwoSteps_data();
    void startsInTwoSteps();

private:
    SystemClock m_clock;
};

void SunaTwoStepStartTest::startsInTwoSteps_data()
{
    QTest::addColumn<QList<FakeAnswer>>("answers");
    QTest::addColumn<QString>("bound");
    QTest::addColumn<int>("calls");
    const FakeAnswer early = json(R"({"detail":"Thread is initializing"})", 409);
    QTest::newRow("§4.4 early twice (F15)")
        << QList { early, early, json(R"({"agent_run_id":"r7","status":"running"})") } << u"r7"_s
        << 3;
    QTest::newRow("§4.4 unnamed again")
        << QList { json(R"({"status":"running"})") } << u"r8"_s << 1;
    // Somebody has begun it: it must not be begun twice.
    QTest::newRow("§4.4 there already") << QList<FakeAnswer>() << u"r8"_s << 0;
    QTest::newRow("§4.4 its creation failed")
        << QList { json(R"({"detail":"Thread creation failed"})", 400) } << QString() << 1;
}

void SunaTwoStepStartTest::startsInTwoSteps()
{
    QFETCH(const QList<FakeAnswer>, answers);
    QFETCH(const QString, bound);
    FakeSuna suna(SunaFamily::V2b);
    suna.on(u"POST /agent/start"_s, R"({"agent_run_id":null,"status":"pending"})");
    if (!answers.isEmpty())
        suna.on(u"POST /thread/t1/start-agent"_s, answers);
    const FakeAnswer none = json(R"({"agent_runs":[]})");
    const FakeAnswer there = json(R"({"agent_runs":[{"id":"r8","status":"running"}]})");
    QList<FakeAnswer> lists { there };
    if (!answers.isEmpty())
        lists.prepend(none);
    suna.on(u"GET /thread/t1/agent-runs"_s, lists);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    RunRequest request;
    request.prompt = u"Go"_s;
    request.thread = theRun.thread;
    const StartAnswer answer = finish(backend.startRun(request, {}));
    QCOMPARE(answer.kind == StartAnswer::Kind::Bound, !bound.isEmpty());
    QCOMPARE(answer.run.run.toString(), bound);
    QCOMPARE(suna.count(u"POST /agent/start"_s), 1);
    QTEST(int(suna.count(u"POST /thread/t1/start-agent"_s)), "calls");
}

QTEST_GUILESS_MAIN(SunaTwoStepStartTest)
#include "tst_suna_two_step_start.moc"
