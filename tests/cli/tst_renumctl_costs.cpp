// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/support/await.h"
#include "tests/support/event_by_hand.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;
constexpr qint64 Usd = 1'000'000'000;

struct Finished {
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] Json json() const { return Json::parse(out.toStdString(), nullptr, false); }
};

ExecutionEvents story()
{
    EventScript script;
    Usage usage;
    usage.modelName = u"gpt-4o"_s;
    usage.tokensInput = 1000;
    usage.tokensOutput = 100;
    usage.requestCount = 1;
    usage.cost = Cost::ofCall(CostBasis::Computed, 2 * Usd);
    Usage unpriced = usage;
    unpriced.modelName = u"=house"_s;
    unpriced.cost = Cost::ofCall(CostBasis::Unpriced, 0);
    ExecutionEvents events { script.created(), script.planned({ u"a"_s }),
        script.execution("execution_started", { { "owner", "nobody" } }),
        script.step("step_started", "a", { { "attempt", 1 } }),
        script.step("step_usage", "a", { { "attempt", 1 }, { "usage_metrics", toJson(usage) } }),
        script.step("step_usage", "a", { { "attempt", 1 }, { "usage_metrics", toJson(unpriced) } }),
        script.step("step_completed", "a", { { "attempt", 1 }, { "result", Json::object() } }),
        script.execution("execution_completed", { { "result", Json::object() } }) };
    const Timestamp now = SystemClock().now();
    for (qsizetype i = 0; i < events.size(); ++i)
        events[i].timestamp = now - std::chrono::milliseconds(events.size() - i);
    return events;
}

} // namespace

/// `renumctl costs`, `prices` and `budget` as a process.
class TestRenumctlCosts : public QObject {
    Q_OBJECT

private:
    Finished run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(RENUM_BIN_DIR) + u"/renumctl"_s,
            QStringList { u"--data-dir"_s, m_dir.path() } + arguments);
        Finished finished;
        if (process.waitForFinished(Patience))
            finished.code = process.exitCode();
        finished.out = process.readAllStandardOutput();
        finished.err = process.readAllStandardError();
        return finished;
    }
    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;

private slots:
    void initTestCase()
    {
        SystemClock clock;
        const Result<std::unique_ptr<Store>> store
            = Store::open({ m_dir.filePath(u"renum.db"_s), false, {} }, &clock);
        QVERIFY(store.ok());
        QVERIFY(await((*store)->append(story()))->ok());
    }

    void sums()
    {
        Finished finished = run({ u"costs"_s, u"show"_s, u"--by"_s, u"model"_s, u"--json"_s });
        QVERIFY2(finished.code == 0, finished.err.constData());
        QCOMPARE(finished.json()["total"]["cost"]["nano_usd"], Json(2 * Usd));
        QCOMPARE(finished.json()["total"]["cost"]["unpriced_calls"], Json(1));
        QCOMPARE(finished.json()["rows"].size(), size_t(2));
        finished = run({ u"costs"_s, u"show"_s });
        QVERIFY(finished.out.contains("$2.00 and 1 unpriced in 2 bookings"));
        finished = run({ u"costs"_s, u"unpriced"_s, u"--json"_s });
        QCOMPARE(finished.json()["model_name"], Json("=house"));
    }

    void callsAsCsv()
    {
        const QString file = m_dir.filePath(u"calls.csv"_s);
        const Finished finished = run({ u"costs"_s, u"calls"_s, u"--export"_s, file });
        QVERIFY2(finished.code == 0, finished.err.constData());
        const QByteArray csv = contents(u"calls.csv"_s);
        QCOMPARE(csv.count("\r\n"), 3);
        QVERIFY(csv.contains("\"'=house\"")); // no formula
        QVERIFY(csv.contains("\"2000000000\",\"computed\""));
        const Finished one = run({ u"costs"_s, u"calls"_s, u"--limit"_s, u"1"_s, u"--json"_s });
        QCOMPARE(one.json()["cost_basis"], Json("unpriced"));
    }

    void metricsAndOutlook()
    {
        Finished finished = run({ u"costs"_s, u"metrics"_s, u"team"_s, u"--json"_s });
        QVERIFY2(finished.code == 0, finished.err.constData());
        QCOMPARE(finished.json()["executions"]["completed"], Json(1));
        finished = run({ u"costs"_s, u"analytics"_s, u"--json"_s });
        QCOMPARE(finished.json()["by_team"].size(), size_t(1));
        finished = run({ u"costs"_s, u"analytics"_s, u"--period"_s, u"soon"_s });
        QCOMPARE(finished.code, 2);
        const QString id = QString::fromLatin1(EventScript::Id);
        finished = run({ u"costs"_s, u"performance"_s, id, u"--json"_s });
        QCOMPARE(finished.json()["steps"].size(), size_t(1));
        finished = run({ u"costs"_s, u"forecast"_s, u"--json"_s });
        QVERIFY(finished.json()["month_nano_usd"].is_null());
        finished = run({ u"costs"_s, u"estimate"_s, u"nobody"_s });
        QVERIFY(finished.code != 0);
    }

    void billingIsTheSameEveryTime()
    {
        const QStringList words { u"costs"_s, u"billing"_s, u"--from"_s, u"2026-01-01"_s, u"--to"_s,
            u"2100-01-01"_s };
        const Finished first = run(words);
        QVERIFY2(first.code == 0, first.err.constData());
        QVERIFY(first.out.contains("gpt-4o"));
        QCOMPARE(run(words).out, first.out);
        const QString file = m_dir.filePath(u"bill.json"_s);
        QCOMPARE(run(words + QStringList { u"--export"_s, file }).code, 0);
        const Json json = Json::parse(contents(u"bill.json"_s).toStdString(), nullptr, false);
        QCOMPARE(json["totals"]["cost_nano_usd"], Json(2 * Usd));
    }

    void prices()
    {
        Finished finished = run({ u"prices"_s, u"set"_s, u"house"_s, u"--input-price"_s, u"1"_s,
            u"--output-price"_s, u"2"_s });
        QVERIFY2(finished.code == 0, finished.err.constData());
        finished = run({ u"prices"_s, u"list"_s, u"--json"_s });
        QCOMPARE(finished.json()["own"].size(), size_t(1));
        QVERIFY(finished.json()["built_in"].size() > 20);
        const QString file = m_dir.filePath(u"prices.json"_s);
        QCOMPARE(run({ u"prices"_s, u"export"_s, file }).code, 0);
        QVERIFY(contents(u"prices.json"_s).contains("\"house\""));
        finished = run({ u"prices"_s, u"import"_s, file, u"--preview"_s, u"--json"_s });
        QVERIFY2(finished.code == 0, finished.err.constData());
        QCOMPARE(finished.json()["added"].size(), size_t(0));
        QCOMPARE(run({ u"prices"_s, u"remove"_s, u"house|exact||"_s }).code, 0);
        finished = run({ u"prices"_s, u"import"_s, file });
        QVERIFY(finished.out.startsWith("1 new, 0 changed"));
        QVERIFY(
            run({ u"prices"_s, u"export"_s, u"--litellm"_s }).out.contains("input_cost_per_token"));
        QCOMPARE(run({ u"prices"_s, u"import"_s, m_dir.filePath(u"none"_s) }).code, 2);
        QCOMPARE(run({ u"prices"_s, u"remove"_s, u"nothing"_s }).code, 2);
    }

    void budgetCheckHasAnExitCode()
    {
        QCOMPARE(run({ u"budget"_s, u"--check"_s }).code, 0);
        const Finished added = run({ u"budget"_s, u"add"_s, u"--usd"_s, u"100"_s });
        QVERIFY2(added.code == 0, added.err.constData());
        QCOMPARE(run({ u"budget"_s, u"--check"_s }).code, 0);
        QCOMPARE(
            run({ u"budget"_s, u"add"_s, u"--usd"_s, u"1"_s, u"--name"_s, u"Small"_s }).code, 0);
        const Finished checked = run({ u"budget"_s, u"--check"_s });
        QCOMPARE(checked.code, 4);
        QVERIFY(checked.out.contains("Small  200% used"));
        QCOMPARE(run({ u"budget"_s }).code, 0);
        const QString id = QString::fromUtf8(added.out).trimmed();
        QCOMPARE(run({ u"budget"_s, u"remove"_s, id }).code, 0);
        QCOMPARE(run({ u"budget"_s, u"remove"_s, id }).code, 2);
        QCOMPARE(run({ u"budget"_s, u"add"_s }).code, 2); // no limit
    }
};

QTEST_GUILESS_MAIN(TestRenumctlCosts)
#include "tst_renumctl_costs.moc"
