// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/built_in_prices.h"
#include "tests/engine/engine_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

EngineSettings pricedSettings()
{
    const Result<PriceTable> table = seedPrices();
    if (!table)
        qFatal("the prices cannot be read");
    EngineSettings settings = EngineBench::standardSettings();
    settings.pricing = std::make_shared<TablePricing>(*table);
    return settings;
}

Usage usageOf(const QString &model)
{
    Usage usage;
    usage.modelName = model;
    usage.tokensInput = 1000;
    usage.tokensOutput = 500;
    usage.requestCount = 1;
    return usage;
}

} // namespace

/// What a run costs is known when it is booked, and everything that adds up bookings knows it.
class TestCostsInEngine : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyLevelKnowsTheCost()
    {
        EngineBench bench(pricedSettings());
        bench.backend->say(u"a"_s, { .usage = usageOf(u"openai/gpt-4o"_s) });
        bench.backend->say(u"b"_s, { .usage = usageOf(u"gpt-4-turbo"_s) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const Execution stored = bench.stored(id);
        QCOMPARE(toString(stored.status), toString(ExecutionStatus::Completed));
        QCOMPARE(stored.steps[0].usage.cost.nanoUsd, qint64(12'500'000)); // M3
        QCOMPARE(stored.steps[1].usage.cost.nanoUsd, qint64(60'000'000)); // M4
        QCOMPARE(stored.usage.cost.nanoUsd, qint64(72'500'000));
        QCOMPARE(stored.usage.cost.computedCalls, 2);
        const ExecutionEvent used = bench.event(id, "step_usage"_L1);
        QCOMPARE(stringAt(used.data, "pricing_version"), std::optional(u"v1"_s));
        QVERIFY(!memberAt(used.data, "cost_flags"));
        QCOMPARE(bench.flaw(id), QString());
    }

    void unknownModelsAreUnpriced() // M5
    {
        EngineBench bench(pricedSettings());
        bench.backend->say(u"a"_s, { .usage = usageOf(u"nobody/knows"_s) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const Usage usage = bench.stored(id).usage;
        QCOMPARE(usage.cost.unpricedCalls, 1);
        QVERIFY(!usage.cost.isKnown());
        QVERIFY(!memberAt(bench.event(id, "step_usage"_L1).data, "pricing_version"));
    }

    void whatIsNotToldIsEstimated()
    {
        EngineBench bench(pricedSettings());
        Usage told;
        told.modelName = u"gpt-4o"_s;
        bench.backend->say(u"a"_s, { .usage = told });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const Usage usage = bench.stored(id).usage;
        QCOMPARE(usage.cost.estimatedCalls, 1);
        QVERIFY(usage.cost.nanoUsd > 0);
        QVERIFY(usage.cost.isApproximate());
    }

    void attemptsThatFailedCostToo()
    {
        EngineBench bench(pricedSettings());
        bench.backend->say(u"a"_s, { .works = true, .usage = usageOf(u"gpt-4o"_s) });
        bench.backend->say(u"a"_s, { .usage = usageOf(u"gpt-4o"_s) });
        const ExecutionId id = bench.execute(EngineBench::team(R"({"type": "sequential",
            "agents": [{"agent_id": "a", "execution_order": 1, "timeout": 30,
            "input": {"source": "initial_prompt"}, "retry_config": {"jitter": 0}}]})"));
        bench.advance(40s);
        const Execution stored = bench.stored(id);
        QCOMPARE(toString(stored.status), toString(ExecutionStatus::Completed));
        QCOMPARE(stored.usage.cost.computedCalls, 2);
        QCOMPARE(stored.usage.cost.nanoUsd, qint64(25'000'000));
        QVERIFY(stored.steps[0].usage.cost == stored.usage.cost);
    }

    void withoutPricesNothingIsSaid()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .usage = usageOf(u"gpt-4o"_s) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.stored(id).usage.cost.calls(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCostsInEngine)
#include "tst_costs_in_engine.moc"
