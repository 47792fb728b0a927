// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/built_in_prices.h"
#include "core/costs/costing.h"

#include <QtTest>

#include <limits>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

const QDate Today(2026, 11, 1);

Usage usageOf(const QString &model, std::optional<qint64> input, std::optional<qint64> output)
{
    Usage usage;
    usage.modelName = model;
    usage.tokensInput = input;
    usage.tokensOutput = output;
    usage.requestCount = 1;
    return usage;
}

PriceEntry entryOf(const QString &model, TokenRates rates)
{
    PriceEntry entry;
    entry.model = model;
    entry.rates = std::move(rates);
    return entry;
}

constexpr qint64 Usd = 1'000'000'000;

/// 2 USD in, 10 out; from the cache 0.20, into it 2.50, reasoning 12; audio 40.
PriceTable fullTable()
{
    TokenRates rates { 2 * Usd, 10 * Usd, Usd / 5, 5 * Usd / 2, 12 * Usd, {} };
    rates.others[u"audio_input"_s] = 40 * Usd;
    TokenRates longer { 4 * Usd, 20 * Usd, {}, {}, {}, {} };
    PriceEntry tiered = entryOf(u"tiered"_s, { 2 * Usd, 10 * Usd, {}, {}, {}, {} });
    tiered.tiers = { { 1000, longer } };
    return PriceTable(u"t1"_s,
        { entryOf(u"full"_s, rates), tiered,
            entryOf(u"plain"_s, { 2 * Usd, 10 * Usd, {}, {}, {}, {} }), entryOf(u"free"_s, {}),
            entryOf(u"dear"_s, { MaxPrice, MaxPrice, {}, {}, {}, {} }) });
}

QStringList flagsOf(std::initializer_list<const char *> names)
{
    QStringList flags;
    for (const char *name : names)
        flags.append(QString::fromLatin1(name));
    return flags;
}

} // namespace

/// What a booking costs (contract §7.2, §7.4, vectors M3 to M5).
class TestCosting : public QObject {
    Q_OBJECT

private slots:
    void vectors_data();
    void vectors();
    void everyTypeCountsOnce();
    void whatHasNoPriceOfItsOwnCostsWhatItIsPartOf();
    void moreCachedThanInputIsNotNegative();
    void moreReasoningThanOutputIsNotNegative();
    void unknownTypesAreFlagged();
    void unknownIsNotZero_data();
    void unknownIsNotZero();
    void freeIsComputed();
    void estimatedTokensGiveAnEstimate();
    void reportedWins();
    void reportedNonsenseDoesNot_data();
    void reportedNonsenseDoesNot();
    void absurdCountsHaveNoPrice_data();
    void absurdCountsHaveNoPrice();
    void absurdAmountIsNone();
    void tiersGoByThePromptOfACall();
    void roundsOnceHalfToEven_data();
    void roundsOnceHalfToEven();
    void apiRoundsHalfToEven_data();
    void apiRoundsHalfToEven();
    void partsAddUp();
};

void TestCosting::vectors_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("output");
    QTest::addColumn<double>("usd");
    QTest::newRow("M3") << u"openai/gpt-4o-2024-08-06"_s << 1000LL << 500LL << 0.0125;
    QTest::newRow("M4") << u"gpt-4-turbo"_s << 1000LL << 500LL << 0.06;
    QTest::newRow("M5") << u"somebody/else"_s << 2000LL << 1000LL << -1.0;
    QTest::newRow("longest") << u"anthropic/claude-3-opus-20240229"_s << 1000LL << 1000LL << 0.09;
    QTest::newRow("not a version of it") << u"gpt-4.1"_s << 1000LL << 1000LL << -1.0;
}

void TestCosting::vectors()
{
    QFETCH(QString, model);
    QFETCH(qint64, input);
    QFETCH(qint64, output);
    QFETCH(double, usd);
    const Result<PriceTable> table = seedPrices();
    QVERIFY(table.ok());
    const PricedUsage booking = priced(usageOf(model, input, output), *table, Today);
    if (usd < 0) {
        QVERIFY(booking.usage.cost == Cost::ofCall(CostBasis::Unpriced, 0));
        QVERIFY(booking.priceVersion.isEmpty());
        return;
    }
    QCOMPARE(usdForApi(booking.usage.cost.nanoUsd), usd);
    QCOMPARE(booking.usage.cost.computedCalls, 1);
    QCOMPARE(booking.priceVersion, u"v1"_s);
}

void TestCosting::everyTypeCountsOnce()
{
    Usage usage = usageOf(u"full"_s, 1000, 100);
    usage.tokensCached = 600;
    usage.tokensCacheWrite = 300;
    usage.tokensReasoning = 40;
    usage.otherTokens[u"audio_input"_s] = 5;
    const PricedUsage booking = priced(usage, fullTable(), Today);
    // 100 plain, 600 read, 300 written, 60 answered, 40 thought, 5 of audio, in thousandths of
    // a millionth of a dollar.
    QCOMPARE(booking.usage.cost.nanoUsd,
        qint64(100 * 2000 + 600 * 200 + 300 * 2500 + 60 * 10000 + 40 * 12000 + 5 * 40000));
    QCOMPARE(booking.flags, QStringList());
    QVERIFY(basisOf(booking.usage.cost) == CostBasis::Computed);
}

void TestCosting::whatHasNoPriceOfItsOwnCostsWhatItIsPartOf()
{
    Usage usage = usageOf(u"plain"_s, 1000, 100);
    usage.tokensCached = 600;
    usage.tokensReasoning = 40;
    const PricedUsage booking = priced(usage, fullTable(), Today);
    QCOMPARE(booking.usage.cost.nanoUsd, qint64(1000 * 2000 + 100 * 10000));
    QCOMPARE(booking.flags, flagsOf({ cost_flag::CacheAtInputPrice }));
}

void TestCosting::moreCachedThanInputIsNotNegative()
{
    Usage usage = usageOf(u"full"_s, 10, 0);
    usage.tokensCached = 500;
    const PricedUsage booking = priced(usage, fullTable(), Today);
    QCOMPARE(booking.usage.cost.nanoUsd, qint64(500 * 200));
    QCOMPARE(booking.flags, flagsOf({ cost_flag::CachedOverInput }));
}

void TestCosting::moreReasoningThanOutputIsNotNegative()
{
    Usage usage = usageOf(u"full"_s, 0, 10);
    usage.tokensReasoning = 50;
    const PricedUsage booking = priced(usage, fullTable(), Today);
    QCOMPARE(booking.usage.cost.nanoUsd, qint64(50 * 12000));
    QCOMPARE(booking.flags, flagsOf({ cost_flag::ReasoningOverOutput }));
}

void TestCosting::unknownTypesAreFlagged()
{
    Usage usage = usageOf(u"full"_s, 1, 1);
    usage.otherTokens[u"video"_s] = 7;
    usage.otherTokens[u"smell"_s] = 0;
    const PricedUsage booking = priced(usage, fullTable(), Today);
    QCOMPARE(booking.usage.cost.nanoUsd, qint64(12000));
    QCOMPARE(
        booking.flags, QStringList({ QString::fromLatin1(cost_flag::UnknownType) + u"video" }));
    QCOMPARE(booking.usage.otherTokens.size(), size_t(2));
}

void TestCosting::unknownIsNotZero_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("input");
    QTest::addColumn<bool>("output");
    QTest::newRow("no price") << u"nobody-knows"_s << true << true;
    QTest::newRow("no input") << u"plain"_s << false << true;
    QTest::newRow("no output") << u"plain"_s << true << false;
    QTest::newRow("nothing") << u"unknown"_s << false << false;
}

void TestCosting::unknownIsNotZero()
{
    QFETCH(QString, model);
    QFETCH(bool, input);
    QFETCH(bool, output);
    const PricedUsage booking
        = priced(usageOf(model, input ? std::optional<qint64>(5) : std::nullopt,
                     output ? std::optional<qint64>(5) : std::nullopt),
            fullTable(), Today);
    QVERIFY(booking.usage.cost == Cost::ofCall(CostBasis::Unpriced, 0));
    QVERIFY(!booking.usage.cost.isKnown());
    QCOMPARE(booking.flags.isEmpty(), input && output);
}

void TestCosting::freeIsComputed()
{
    const PricedUsage booking = priced(usageOf(u"free"_s, 5, 5), fullTable(), Today);
    QVERIFY(booking.usage.cost == Cost::ofCall(CostBasis::Computed, 0));
}

void TestCosting::estimatedTokensGiveAnEstimate()
{
    Usage usage = usageOf(u"plain"_s, 1000, 1000);
    usage.estimated = true;
    const PricedUsage booking = priced(usage, fullTable(), Today);
    QVERIFY(booking.usage.cost == Cost::ofCall(CostBasis::Estimated, 12'000'000));
}

void TestCosting::reportedWins()
{
    Usage usage = usageOf(u"plain"_s, 1000, 1000);
    usage.cost = Cost::ofCall(CostBasis::Reported, 77);
    const PricedUsage booking = priced(usage, fullTable(), Today);
    QVERIFY(booking.usage.cost == Cost::ofCall(CostBasis::Reported, 77));
    QVERIFY(booking.priceVersion.isEmpty());
}

void TestCosting::reportedNonsenseDoesNot_data()
{
    QTest::addColumn<qint64>("told");
    QTest::newRow("negative") << qint64(-1);
    QTest::newRow("absurd") << MaxBookingNanoUsd + 1;
}

void TestCosting::reportedNonsenseDoesNot()
{
    QFETCH(qint64, told);
    Usage usage = usageOf(u"plain"_s, 1000, 1000);
    usage.cost = Cost::ofCall(CostBasis::Reported, told);
    const PricedUsage booking = priced(usage, fullTable(), Today);
    QVERIFY(booking.usage.cost == Cost::ofCall(CostBasis::Computed, 12'000'000));
    QCOMPARE(booking.flags, flagsOf({ cost_flag::ReportedInvalid }));
}

void TestCosting::absurdCountsHaveNoPrice_data()
{
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("cached");
    QTest::newRow("negative") << qint64(-1) << qint64(0);
    QTest::newRow("beyond") << MaxTokenCount + 1 << qint64(0);
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << qint64(0);
    QTest::newRow("cached") << qint64(1) << std::numeric_limits<qint64>::min();
}

void TestCosting::absurdCountsHaveNoPrice()
{
    QFETCH(qint64, input);
    QFETCH(qint64, cached);
    Usage usage = usageOf(u"full"_s, input, 1);
    usage.tokensCached = cached;
    const PricedUsage booking = priced(usage, fullTable(), Today);
    QVERIFY(booking.usage.cost == Cost::ofCall(CostBasis::Unpriced, 0));
    QCOMPARE(booking.flags, flagsOf({ cost_flag::AbsurdCount }));
    QCOMPARE(booking.usage.tokensInput, std::optional(input)); // kept
}

void TestCosting::absurdAmountIsNone()
{
    const PricedUsage booking
        = priced(usageOf(u"dear"_s, MaxTokenCount, MaxTokenCount), fullTable(), Today);
    QVERIFY(booking.usage.cost == Cost::ofCall(CostBasis::Unpriced, 0));
    QCOMPARE(booking.flags, flagsOf({ cost_flag::AbsurdAmount }));
}

void TestCosting::tiersGoByThePromptOfACall()
{
    const PriceTable table = fullTable();
    Usage usage = usageOf(u"tiered"_s, 1000, 10);
    QCOMPARE(priced(usage, table, Today).usage.cost.nanoUsd, qint64(1000 * 2000 + 10 * 10000));
    usage.tokensInput = 1001;
    QCOMPARE(priced(usage, table, Today).usage.cost.nanoUsd, qint64(1001 * 4000 + 10 * 20000));
    QCOMPARE(priced(usage, table, Today).flags, QStringList());
    usage.tokensInput = 2000;
    usage.requestCount = 2; // each of them had 1000, as far as one can tell
    const PricedUsage booking = priced(usage, table, Today);
    QCOMPARE(booking.usage.cost.nanoUsd, qint64(2000 * 2000 + 10 * 10000));
    QCOMPARE(booking.flags, flagsOf({ cost_flag::TierOfAverage }));
}

void TestCosting::roundsOnceHalfToEven_data()
{
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("output");
    QTest::addColumn<qint64>("nano");
    // A quarter of a billionth for each token in, a half for each out.
    QTest::newRow("0.25") << 1LL << 0LL << 0LL;
    QTest::newRow("0.5 is even 0") << 0LL << 1LL << 0LL;
    QTest::newRow("0.75") << 1LL << 1LL << 1LL;
    QTest::newRow("1.5 is even 2") << 0LL << 3LL << 2LL;
    QTest::newRow("2.5 is even 2") << 2LL << 4LL << 2LL;
    QTest::newRow("halves add up") << 2LL << 1LL << 1LL;
}

void TestCosting::roundsOnceHalfToEven()
{
    QFETCH(qint64, input);
    QFETCH(qint64, output);
    const TokenRates rates { 250'000, 500'000, {}, {}, {}, {} };
    QTEST(amountOf(usageOf(u"x"_s, input, output), rates).value_or(-1), "nano");
}

void TestCosting::apiRoundsHalfToEven_data()
{
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<qint64>("micro");
    for (const auto &[nano, micro] : { std::pair(0LL, 0LL), { 499, 0 }, { 500, 0 }, { 501, 1 },
             { 1500, 2 }, { 2500, 2 }, { 2501, 3 }, { -500, 0 }, { -501, -1 }, { -1500, -2 } })
        QTest::addRow("%lld", nano) << qint64(nano) << qint64(micro);
}

void TestCosting::apiRoundsHalfToEven()
{
    QFETCH(qint64, nano);
    QTEST(roundedMicroUsd(nano), "micro");
}

// Splitting tokens into types never makes a call cost more or less where the prices are the same.
void TestCosting::partsAddUp()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const qint64 rate = random.bounded(1'000'000);
        const TokenRates rates { rate, rate, rate, rate, rate, {} };
        Usage usage = usageOf(u"x"_s, random.bounded(3'000'000), random.bounded(3'000'000));
        const std::optional<qint64> whole = amountOf(usage, rates);
        usage.tokensCached = qint64(random.bounded(int(*usage.tokensInput) + 1));
        usage.tokensCacheWrite
            = qint64(random.bounded(int(*usage.tokensInput - *usage.tokensCached) + 1));
        usage.tokensReasoning = qint64(random.bounded(int(*usage.tokensOutput) + 1));
        QCOMPARE(amountOf(usage, rates), whole);
    }
}

QTEST_APPLESS_MAIN(TestCosting)
#include "tst_costing.moc"
