// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_catalogue.h"
#include "core/model/error_codes.h"
#include "tests/agents/fake_suna.h"
#include "tests/agents/fault_rows.h"
#include "tests/simulator/mcp_session_server.h"

#include <QMap>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

const QStringList Families { u"v1"_s, u"v2a"_s, u"v2b"_s, u"v3"_s };
/// Words that stand once in the scenario's answers.
const QStringList SaidOnce { u"café"_s, u"Result"_s, u"Everything"_s };

QStringList listed(const char *names)
{
    return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
}

QByteArray faultJson(const FaultRow &row)
{
    QByteArray json = QByteArray("{\"fault\":\"") + row.fault + '"';
    if (*row.variant)
        json += QByteArray(",\"variant\":\"") + row.variant + '"';
    return json + row.changes + '}';
}

/// `v3/F07 MODEL_ACCESS_DENIED`
QString cellName(const QString &family, const char *fault)
{
    return family + u'/' + QLatin1StringView(fault);
}

/// Words for a person, and a code by which the interface finds the translated ones.
bool isSentence(const Error &error)
{
    return !error.code.isEmpty() && error.message.count(u' ') >= 4;
}

} // namespace

Q_DECLARE_METATYPE(const FaultRow *)

/// Every fault of suna-api §11 against every family that can show it, through engine, adapter and
/// simulator.
class SunaFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void everyCellIsAccountedFor();
    void everyVariantIsPlayed();
    void endsAsTheContractSays_data();
    void endsAsTheContractSays();
    void agentsAreSwitchedOff();
    void agentsOverSeveralPages();
    void mergedToolsAreTold_data();
    void mergedToolsAreTold();
    void agentsCallTheToolsTheyAreGiven_data();
    void agentsCallTheToolsTheyAreGiven();
    void aFinishedRunIsNotStopped();
};

/// 51 faults × 4 families, each exactly once.
void SunaFaultsTest::everyCellIsAccountedFor()
{
    QMap<QString, QSet<QString>> places;
    const auto add = [&places](const char *fault, const char *families, const QString &place) {
        for (const QString &family : listed(families))
            places[cellName(family, fault)].insert(place);
    };
    for (const FaultRow &row : faultRows())
        add(row.fault, row.families, u"row"_s);
    for (const FaultElsewhere &other : faultsOfOtherCalls())
        add(other.fault, other.families, u"other call"_s);
    for (const FaultElsewhere &none : faultsNotMet())
        add(none.fault, none.families, u"not met"_s);
    for (const sim::CatalogueEntry &entry : sim::faultCatalogue()) {
        for (const QString &family : Families) {
            const QString cell = family + u'/' + entry.id;
            QVERIFY2(places.value(cell).size() == 1, qPrintable(cell));
            // What is played as a row is in the simulator's catalogue, too.
            if (!places.value(cell).contains(u"not met"_s))
                QVERIFY2(entry.profiles.contains(family), qPrintable(cell));
        }
    }
    QCOMPARE(places.size(), 51 * Families.size());
}

void SunaFaultsTest::everyVariantIsPlayed()
{
    QSet<QString> played;
    for (const FaultRow &row : faultRows()) {
        const auto *const entry = sim::catalogueEntry(QString::fromLatin1(row.fault));
        QVERIFY(entry);
        const auto *const variant = entry->variant(QString::fromLatin1(row.variant));
        QVERIFY2(variant, row.variant);
        played.insert(entry->id + u' ' + variant->name);
    }
    for (const FaultElsewhere &other : faultsOfOtherCalls())
        played.insert(QLatin1StringView(other.fault) + u" *"_s);
    for (const FaultElsewhere &none : faultsNotMet()) {
        if (listed(none.families) == Families)
            played.insert(QLatin1StringView(none.fault) + u" *"_s);
    }
    for (const sim::CatalogueEntry &entry : sim::faultCatalogue()) {
        for (const auto &variant : entry.variants)
            QVERIFY2(played.contains(entry.id + u' ' + variant.name)
                    || played.contains(entry.id + u" *"_s),
                qPrintable(entry.id + u' ' + variant.name));
    }
}

void SunaFaultsTest::endsAsTheContractSays_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<const FaultRow *>("row");
    for (const FaultRow &row : faultRows()) {
        for (const QString &family : listed(row.families)) {
            QString name = cellName(family, row.fault) + u' ' + QLatin1StringView(row.variant);
            if (QByteArray(row.changes).contains("route"))
                name += u" elsewhere"_s;
            QTest::addRow("%s", qPrintable(name.simplified())) << family << &row;
        }
    }
}

void SunaFaultsTest::endsAsTheContractSays()
{
    QFETCH(const QString, family);
    QFETCH(const FaultRow *, row);
    FaultBench bench(family, faultJson(*row), row->credentials);
    QVERIFY2(bench.execute(row->stepSeconds), "the execution does not end");

    const Execution execution = bench.execution();
    QCOMPARE(execution.steps.size(), 1U);
    const StepRecord &step = execution.steps.front();
    const QString told = step.error ? step.error->message : QString();
    QVERIFY2(toString(execution.status) == QLatin1StringView(row->status), qPrintable(told));
    QCOMPARE(step.attempts, row->attempts);
    QCOMPARE(bench.counted("start"), row->starts);
    // No automatic second start: further attempts have threads of their own.
    QCOMPARE(bench.duplicates(), 0U);

    const QString streamed = bench.streamedText();
    for (const QString &word : SaidOnce)
        QVERIFY2(streamed.count(word) <= row->said, qPrintable(streamed));
    if (execution.status == ExecutionStatus::Completed) {
        QVERIFY(!step.error);
        QVERIFY(step.output);
        QCOMPARE(step.output->result, bench.storedAnswer(step.threadId).trimmed());
        QVERIFY(step.output->result.endsWith(u"Everything is in notes.md."_s));
        QCOMPARE(!step.usage.estimated, row->usageKnown);
        if (row->usageKnown)
            QCOMPARE(step.usage.modelName, QString::fromLatin1(row->model));
        return;
    }
    QVERIFY(step.error);
    QCOMPARE(toString(step.error->category), QString::fromLatin1(row->category));
    QVERIFY2(isSentence(*step.error), qPrintable(told));
    QVERIFY2(told.contains(QLatin1StringView(row->word)), qPrintable(told));
    QVERIFY2(!told.contains(u"line 128"_s), qPrintable(told)); // never a whole traceback
}

/// F04: a first generation with its default flags has no list of agents, but it works.
void SunaFaultsTest::agentsAreSwitchedOff()
{
    FaultBench bench(u"v1"_s, R"({"fault":"F04"})", Credentials::Token);
    const Result<QList<AgentInfo>> agents = finish(bench.backend->listAgents({}));
    QVERIFY(!agents);
    QCOMPARE(toString(agents.error().category), u"authentication_error"_s);
    QVERIFY(isSentence(agents.error()));
    QVERIFY2(agents.error().message.contains(u"disabled"_s), qPrintable(agents.error().message));
    QVERIFY(bench.execute(600));
    QVERIFY(bench.execution().status == ExecutionStatus::Completed);
}

/// F44: the page behind a full one may be an error.
void SunaFaultsTest::agentsOverSeveralPages()
{
    FaultBench bench(u"v1"_s, R"({"fault":"F44"})", Credentials::Token);
    const SimFixture::Headers token { { "Authorization", "Bearer test-token" } };
    constexpr int Made = 99; // with the one of the scenario they fill a page
    for (int number = 0; number < Made; ++number) {
        const Json agent { { "name", "Agent " + std::to_string(number) },
            { "system_prompt", "Go" } };
        QCOMPARE(bench.sim.postJson(u"/api/agents"_s, agent, token).status, 200);
    }
    const Result<QList<AgentInfo>> agents = finish(bench.backend->listAgents({}));
    QVERIFY2(agents, agents ? "" : qPrintable(agents.error().message));
    QCOMPARE(agents->size(), Made + 1);
    QCOMPARE(bench.asked("agents_list"), 2);
}

void SunaFaultsTest::mergedToolsAreTold_data()
{
    QTest::addColumn<QString>("family");
    QTest::newRow("v1/F45") << u"v1"_s;
    QTest::newRow("v3/F45") << u"v3"_s;
}

/// What cannot be taken away is not said to be gone.
void SunaFaultsTest::mergedToolsAreTold()
{
    QFETCH(const QString, family);
    FaultBench bench(family, R"({"fault":"F45"})", Credentials::Token);
    const ToolServer server { u"renum"_s, QUrl(u"https://tools.example.org/k/1234567890"_s),
        { u"send_message"_s } };
    const Result<ToolRegistration> given
        = finish(bench.backend->registerTools(AgentId(u"agt-writer"_s), server, {}));
    QVERIFY2(given, given ? "" : qPrintable(given.error().message));
    const Result<void> taken = finish(bench.backend->unregisterTools(*given, {}));
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, QString::fromLatin1(code::TeamToolsNotStored));
    QVERIFY(isSentence(taken.error()));
    QVERIFY2(bench.asked("agent_update") < 10, "the change is sent again and again");
}

void SunaFaultsTest::agentsCallTheToolsTheyAreGiven_data()
{
    QTest::addColumn<QString>("family");
    for (const QString &family : Families)
        QTest::addRow("%s/F48", qPrintable(family)) << family;
}

/// V3 calls nobody on the person's own computer, so that giving the tools is refused beforehand.
void SunaFaultsTest::agentsCallTheToolsTheyAreGiven()
{
    QFETCH(const QString, family);
    SessionServer tools;
    FaultBench bench(family, "{\"fault\":\"F48\",\"variant\":\"in_parallel\"}", Credentials::Token);
    const ToolServer server { u"renum"_s, QUrl(tools.url()), { u"create_file"_s } };
    const Result<ToolRegistration> given
        = finish(bench.backend->registerTools(AgentId(u"agt-writer"_s), server, {}));
    QCOMPARE(given.ok(), family != "v3"_L1);
    if (!given)
        QCOMPARE(given.error().code, QString::fromLatin1(code::TeamToolsUnreachable));
    QVERIFY(bench.execute(600));
    QVERIFY(bench.execution().status == ExecutionStatus::Completed);
    const int sessions = given ? 2 : 0;
    QTRY_COMPARE(tools.methods().count(u"tools/call"_s), sessions);
    QCOMPARE(tools.methods().count(u"initialize"_s), sessions);
}

/// F50: a stop would overwrite how the run has ended, so it is not sent.
void SunaFaultsTest::aFinishedRunIsNotStopped()
{
    FaultBench bench(u"v1"_s, R"({"fault":"F50"})", Credentials::Token);
    QVERIFY(bench.execute(600));
    const Execution execution = bench.execution();
    const StepRecord &step = execution.steps.front();
    QVERIFY(finish(bench.backend->stopRun({ step.runId, { step.threadId, {} } }, {})).ok());
    QCOMPARE(bench.asked("run_stop"), 0);
    QCOMPARE(bench.runStatuses(), QStringList { u"completed"_s });
    const QString path = u"/api/agent-run/"_s + step.runId.toString() + u"/stop"_s;
    const SimFixture::Headers token { { "Authorization", "Bearer test-token" } };
    QCOMPARE(bench.sim.postJson(path, Json::object(), token).status, 200);
    QCOMPARE(bench.runStatuses(), QStringList { u"stopped"_s });
}

QTEST_GUILESS_MAIN(SunaFaultsTest)
#include "tst_suna_faults.moc"
