// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/built_in_prices.h"
#include "core/costs/litellm_prices.h"
#include "core/costs/price_codec.h"
#include "core/costs/price_diff.h"
#include "core/model/error_codes.h"

#include <QtTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Usd = 1'000'000'000;
const QDate Today(2026, 11, 1);

PriceEntry entryOf(
    const QString &model, qint64 input, PriceEntry::Match match = PriceEntry::Match::Exact)
{
    PriceEntry entry;
    entry.model = model;
    entry.match = match;
    entry.rates.input = input;
    entry.rates.output = 2 * input;
    return entry;
}

PriceEntry dated(PriceEntry entry, std::optional<QDate> from, std::optional<QDate> until = {})
{
    entry.validFrom = from;
    entry.validUntil = until;
    return entry;
}

QByteArray fileWith(const QByteArray &entry, const QByteArray &more = {})
{
    return "{\"format\":\"renum-prices\",\"version\":\"x\"" + more + ",\"entries\":[" + entry
        + "]}";
}

qint64 inputOf(const PriceTable &table, const QString &model, const QString &provider = {})
{
    const PriceEntry *entry = table.find(provider, model, Today);
    return entry ? entry->rates.input : -1;
}

} // namespace

/// Prices as data: look-up, files, what is refused.
class TestPriceTable : public QObject {
    Q_OBJECT

private slots:
    void namesAreNormalised_data();
    void namesAreNormalised();
    void theLongestNameWins();
    void aPrefixEndsWhereAWordEnds();
    void theDayDecides();
    void theProviderDecides();
    void onesOwnWin();
    void onesOwnChangeTheVersion();
    void builtInPricesAreSound();
    void exportIsReadBack();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void badPricesAreAllNamed();
    void liteLlmIsRead();
    void liteLlmSkipsWhatHasNoPrice();
    void liteLlmRoundTrip();
    void diffTellsWhatChanges();
};

void TestPriceTable::namesAreNormalised_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::newRow("plain") << u"gpt-4o"_s << u"gpt-4o"_s;
    QTest::newRow("case") << u" GPT-4o "_s << u"gpt-4o"_s;
    QTest::newRow("provider") << u"openrouter/openai/gpt-4o"_s << u"gpt-4o"_s;
    QTest::newRow("date") << u"claude-sonnet-4-20250514"_s << u"claude-sonnet-4"_s;
    QTest::newRow("dashed date") << u"gpt-4o-2024-08-06"_s << u"gpt-4o"_s;
    QTest::newRow("at") << u"claude-3-opus@20240229"_s << u"claude-3-opus"_s;
    QTest::newRow("latest") << u"claude-3-5-sonnet-latest"_s << u"claude-3-5-sonnet"_s;
    QTest::newRow("only a date") << u"@20240229"_s << u"@20240229"_s;
    QTest::newRow("version stays") << u"claude-opus-4-1"_s << u"claude-opus-4-1"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestPriceTable::namesAreNormalised()
{
    QFETCH(QString, name);
    QTEST(modelKey(name), "key");
}

void TestPriceTable::theLongestNameWins()
{
    using enum PriceEntry::Match;
    const PriceTable table(u"t"_s,
        { entryOf(u"gpt"_s, 1, Prefix), entryOf(u"gpt-4o"_s, 2, Prefix),
            entryOf(u"gpt-4o-mini"_s, 3), entryOf(u"gpt-4"_s, 4, Prefix) });
    QCOMPARE(inputOf(table, u"gpt-4o"_s), qint64(2));
    QCOMPARE(inputOf(table, u"gpt-4o-audio"_s), qint64(2));
    QCOMPARE(inputOf(table, u"gpt-4o-mini"_s), qint64(3));
    QCOMPARE(inputOf(table, u"gpt-4o-mini-tts"_s), qint64(2));
    QCOMPARE(inputOf(table, u"gpt-4-turbo"_s), qint64(4));
    QCOMPARE(inputOf(table, u"gpt-next"_s), qint64(1));
    QCOMPARE(inputOf(table, u"claude"_s), qint64(-1));
}

void TestPriceTable::aPrefixEndsWhereAWordEnds()
{
    const PriceTable table(u"t"_s, { entryOf(u"gpt-4"_s, 4, PriceEntry::Match::Prefix) });
    QCOMPARE(inputOf(table, u"gpt-4o"_s), qint64(-1));
    QCOMPARE(inputOf(table, u"gpt-4.1"_s), qint64(-1));
    QCOMPARE(inputOf(table, u"gpt-4:free"_s), qint64(4));
    QCOMPARE(inputOf(table, u"gpt-"_s), qint64(-1));
}

void TestPriceTable::theDayDecides()
{
    const PriceTable table(u"t"_s,
        { dated(entryOf(u"m"_s, 1), {}, QDate(2026, 10, 6)),
            dated(entryOf(u"m"_s, 2), QDate(2026, 10, 8)),
            dated(entryOf(u"m"_s, 3), QDate(2026, 12, 1)) });
    const auto on = [&table](QDate day) {
        const PriceEntry *entry = table.find({}, u"m"_s, day);
        return entry ? entry->rates.input : -1;
    };
    QCOMPARE(on(QDate(2020, 1, 1)), qint64(1));
    QCOMPARE(on(QDate(2026, 10, 6)), qint64(1));
    QCOMPARE(on(QDate(2026, 10, 7)), qint64(-1)); // nobody said
    QCOMPARE(on(QDate(2026, 10, 8)), qint64(2));
    QCOMPARE(on(QDate(2026, 11, 30)), qint64(2));
    QCOMPARE(on(QDate(2027, 1, 1)), qint64(3));
}

void TestPriceTable::theProviderDecides()
{
    PriceEntry azure = entryOf(u"gpt-4o"_s, 9);
    azure.provider = u"azure"_s;
    const PriceTable table(u"t"_s, { entryOf(u"gpt-4o"_s, 1), azure });
    QCOMPARE(inputOf(table, u"gpt-4o"_s, u"openai"_s), qint64(1));
    QCOMPARE(inputOf(table, u"gpt-4o"_s, u"Azure"_s), qint64(9));
    QCOMPARE(inputOf(table, u"azure/gpt-4o"_s, u"unknown"_s), qint64(9));
    const PriceTable only(u"t"_s, { azure });
    QCOMPARE(inputOf(only, u"gpt-4o"_s, u"openai"_s), qint64(-1));
    QCOMPARE(inputOf(only, u"gpt-4o"_s), qint64(9)); // no reason to doubt it
}

void TestPriceTable::onesOwnWin()
{
    const PriceTable base(u"t"_s, { entryOf(u"m"_s, 1), entryOf(u"m-mini"_s, 2) });
    const PriceTable table = base.withOverrides({ entryOf(u"m"_s, 7, PriceEntry::Match::Prefix) });
    QCOMPARE(inputOf(table, u"m"_s), qint64(7));
    QCOMPARE(inputOf(table, u"m-mini"_s), qint64(2)); // fits better
    QCOMPARE(inputOf(table, u"m-other"_s), qint64(7));
    QCOMPARE(inputOf(base, u"m"_s), qint64(1));
}

void TestPriceTable::onesOwnChangeTheVersion()
{
    const PriceTable base(u"t"_s, { entryOf(u"m"_s, 1) });
    QCOMPARE(base.withOverrides({}).version(), u"t"_s);
    const QString version = base.withOverrides({ entryOf(u"m"_s, 7) }).version();
    QVERIFY(version.startsWith(u"t+"));
    QCOMPARE(base.withOverrides({ entryOf(u"m"_s, 7) }).version(), version);
    QVERIFY(base.withOverrides({ entryOf(u"m"_s, 8) }).version() != version);
}

void TestPriceTable::builtInPricesAreSound()
{
    for (const Result<PriceTable> &table : { builtInPrices(), seedPrices() }) {
        QVERIFY2(table.ok(), qPrintable(table ? QString() : table.error().message));
        QVERIFY(problemsOf(table->entries()).isEmpty());
        for (const PriceEntry &entry : table->entries())
            QVERIFY2(!entry.source.isEmpty(), qPrintable(entry.model));
    }
    const Result<PriceTable> today = builtInPrices();
    for (const PriceEntry &entry : today->entries())
        QVERIFY2(entry.sourceDate.has_value(), qPrintable(entry.model));
    const PriceEntry *mini = today->find({}, u"openai/gpt-4o-mini-2024-07-18"_s, Today);
    QVERIFY(mini);
    QCOMPARE(mini->rates.input, 3 * Usd / 20);
    QVERIFY(!today->find({}, u"gpt-4o-of-tomorrow"_s, Today)); // unpriced, not guessed
}

void TestPriceTable::exportIsReadBack()
{
    PriceEntry entry = dated(entryOf(u"m"_s, 1'234'567'891), QDate(2026, 1, 2), QDate(2026, 3, 4));
    entry.provider = u"p"_s;
    entry.rates.cacheRead = 1;
    entry.rates.cacheWrite = 2;
    entry.rates.reasoning = 3;
    entry.rates.others[u"audio"_s] = MaxPrice;
    entry.tiers = { { 10, { 5, 6, {}, 7, {}, {} } }, { 20, { 8, 9, {}, {}, {}, {} } } };
    entry.source = u"https://example.org/\u00fc"_s;
    entry.sourceDate = QDate(2026, 1, 1);
    const PriceTable table(u"t"_s, { entry, entryOf(u"n"_s, 0, PriceEntry::Match::Prefix) });
    const Result<PriceTable> read = readPrices(exportedPrices(table));
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().message));
    QVERIFY(read->entries() == table.entries());
    QCOMPARE(read->version(), u"t"_s);
    QCOMPARE(exportedPrices(*read), exportedPrices(table));
}

void TestPriceTable::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &bytes, const char *code) {
        QTest::newRow(name) << bytes << QString::fromLatin1(code);
    };
    const QByteArray good = R"({"model":"m","input":1,"output":2})";
    row("no JSON", "prices!", "json_invalid");
    row("a list", "[]", code::PriceFileInvalid);
    row("another format", R"({"format":"x","entries":[]})", code::PriceFileInvalid);
    row("no entries", R"({"format":"renum-prices"})", code::PriceFileInvalid);
    row("another currency", fileWith(good, ",\"currency\":\"EUR\""), code::PriceFileInvalid);
    row("another unit", fileWith(good, ",\"unit\":\"per_1k_tokens\""), code::PriceFileInvalid);
    row("negative", fileWith(R"({"model":"m","input":-1,"output":2})"), code::PriceInvalid);
    row("missing", fileWith(R"({"model":"m","input":1})"), code::PriceInvalid);
    row("no model", fileWith(R"({"input":1,"output":2})"), code::PriceInvalid);
    row("absurd", fileWith(R"({"model":"m","input":1e300,"output":2})"), code::PriceInvalid);
    row("too much", fileWith(R"({"model":"m","input":5001,"output":2})"), code::PriceInvalid);
    row("no number", fileWith(R"({"model":"m","input":"a lot","output":2})"), code::PriceInvalid);
    row("no day", fileWith(R"({"model":"m","input":1,"output":2,"valid_from":"soon"})"),
        code::PriceInvalid);
    row("days in the wrong order",
        fileWith(R"({"model":"m","input":1,"output":2,"valid_from":"2026-02-02",)"
                 R"("valid_until":"2026-02-01"})"),
        code::PriceInvalid);
    row("the same days", fileWith(good + ',' + good), code::PriceInvalid);
    row("overlapping",
        fileWith(R"({"model":"m","input":1,"output":2,"valid_until":"2026-02-01"},)"
                 R"({"model":"m","input":1,"output":2,"valid_from":"2026-02-01"})"),
        code::PriceInvalid);
    row("one in another currency",
        fileWith(R"({"model":"m","input":1,"output":2,"currency":"BRL"})"), code::PriceInvalid);
    row("tiers in the wrong order",
        fileWith(R"({"model":"m","input":1,"output":2,"tiers":[)"
                 R"({"above_prompt_tokens":5,"input":1,"output":1},)"
                 R"({"above_prompt_tokens":5,"input":1,"output":1}]})"),
        code::PriceInvalid);
    row("tiers that are none", fileWith(R"({"model":"m","input":1,"output":2,"tiers":[7]})"),
        code::PriceInvalid);
    row("an entry that is none", fileWith("3"), code::PriceInvalid);
}

void TestPriceTable::badFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    const Result<PriceTable> table = readPrices(bytes);
    QVERIFY(!table);
    QTEST(table.error().code, "code");
}

void TestPriceTable::badPricesAreAllNamed()
{
    const Result<PriceTable> table
        = readPrices(fileWith(R"({"model":"a","input":-1,"output":-2},{"model":"b","input":1})"));
    QVERIFY(!table);
    const QStringList problems = table.error().args.value(u"problems"_s).toStringList();
    QCOMPARE(problems.size(), 3);
    QVERIFY(problems.join(u' ').contains(u"/entries/0/input"));
    QVERIFY(problems.join(u' ').contains(u"/entries/0/output"));
    QVERIFY(problems.join(u' ').contains(u"/entries/1/output"));
}

void TestPriceTable::liteLlmIsRead()
{
    const QByteArray map = R"({
        "sample_spec": { "input_cost_per_token": 1, "output_cost_per_token": 1 },
        "azure/m-2025-01-31": { "litellm_provider": "azure", "input_cost_per_token": 9e-06,
            "output_cost_per_token": 9e-06 },
        "m": { "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 2.5e-06,
            "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 1.25e-06,
            "cache_creation_input_token_cost": 3e-06, "output_cost_per_reasoning_token": 1.1e-05,
            "input_cost_per_audio_token": 4e-05,
            "input_cost_per_token_above_200k_tokens": 5e-06,
            "output_cost_per_token_above_200k_tokens": 1.5e-05 } })";
    const Result<LiteLlmPrices> prices = readLiteLlm(map, Today, u"a file"_s);
    QVERIFY2(prices.ok(), qPrintable(prices ? QString() : prices.error().message));
    QCOMPARE(prices->entries.size(), size_t(2));
    QVERIFY(prices->skipped.isEmpty());
    const PriceEntry &entry = prices->entries.front();
    QCOMPARE(entry.model, u"m"_s);
    QCOMPARE(entry.provider, u"openai"_s);
    QCOMPARE(entry.rates.input, 5 * Usd / 2);
    QCOMPARE(entry.rates.output, 10 * Usd);
    QCOMPARE(*entry.rates.cacheRead, 5 * Usd / 4);
    QCOMPARE(*entry.rates.cacheWrite, 3 * Usd);
    QCOMPARE(*entry.rates.reasoning, 11 * Usd);
    QCOMPARE(entry.rates.others.at(u"audio_input"_s), 40 * Usd);
    QCOMPARE(entry.tiers.size(), size_t(1));
    QCOMPARE(entry.tiers[0].abovePromptTokens, qint64(200'000));
    QCOMPARE(entry.tiers[0].rates.input, 5 * Usd);
    QCOMPARE(*entry.tiers[0].rates.cacheRead, 5 * Usd / 4); // not said otherwise
    QVERIFY(entry.validFrom == Today && entry.sourceDate == Today);
    QCOMPARE(entry.source, u"a file"_s);
    QVERIFY(problemsOf(prices->entries).isEmpty());
}

void TestPriceTable::liteLlmSkipsWhatHasNoPrice()
{
    const Result<LiteLlmPrices> prices = readLiteLlm(
        R"({"image":{"output_cost_per_image":0.04},"neg":{"input_cost_per_token":-1,
        "output_cost_per_token":1e-6},"odd":7,"ok":{"input_cost_per_token":0,
        "output_cost_per_token":0}})",
        Today, {});
    QVERIFY(prices.ok());
    QCOMPARE(prices->entries.size(), size_t(1));
    QCOMPARE(prices->skipped.size(), 3);
    for (const QByteArray &bytes : { QByteArray("{}"), QByteArray("[]"), QByteArray("\"x\"") })
        QCOMPARE(readLiteLlm(bytes, Today, {}).error().code,
            QString::fromLatin1(code::PriceFileInvalid));
    QVERIFY(!readLiteLlm("{", Today, {}));
}

void TestPriceTable::liteLlmRoundTrip()
{
    const Result<PriceTable> table = builtInPrices();
    QVERIFY(table.ok());
    const QByteArray bytes = exportedLiteLlm(table->entries(), Today);
    const Result<LiteLlmPrices> read = readLiteLlm(bytes, Today, {});
    QVERIFY(read.ok());
    for (const PriceEntry &entry : read->entries) {
        const PriceEntry *original = table->find(entry.provider, entry.model, Today);
        QVERIFY2(original, qPrintable(entry.model));
        QVERIFY2(original->rates == entry.rates, qPrintable(entry.model));
        QVERIFY2(original->tiers.size() == entry.tiers.size(), qPrintable(entry.model));
    }
    QCOMPARE(exportedLiteLlm(read->entries, Today), bytes);
}

void TestPriceTable::diffTellsWhatChanges()
{
    PriceEntry moved = entryOf(u"b"_s, 2);
    moved.source = u"elsewhere"_s;
    const PriceDiff diff = priceDiff({ entryOf(u"a"_s, 1), entryOf(u"b"_s, 2) },
        { entryOf(u"a"_s, 5), moved, entryOf(u"c"_s, 3) });
    QCOMPARE(diff.added.size(), size_t(1));
    QCOMPARE(diff.added[0].model, u"c"_s);
    QCOMPARE(diff.changed.size(), size_t(1));
    QCOMPARE(diff.changed[0].before.rates.input, qint64(1));
    QCOMPARE(diff.changed[0].after.rates.input, qint64(5));
    QCOMPARE(diff.unchanged, 1);
    QVERIFY(!diff.isEmpty());
    QVERIFY(priceDiff({ moved }, { moved }).isEmpty());
}

QTEST_APPLESS_MAIN(TestPriceTable)
#include "tst_price_table.moc"
