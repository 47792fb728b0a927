// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/cost_settings_repository.h"
#include "core/store/ledger_reader.h"
#include "core/store/read_session.h"
#include "core/store/store_access.h"
#include "core/store/write_session.h"
#include "tests/store/random_log.h"
#include "tests/store/raw_database.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
QCoro::Task<Result<T>> asked(Store *store, std::function<Result<T>(ReadSession &)> question)
{
    const OneShot<Result<T>> answer = store->access().read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<void>> written(Store *store, Writer::Work work)
{
    const OneShot<Result<void>> answer = store->access().write(std::move(work), Durability::Full);
    co_return co_await answer;
}

using Sums = std::map<std::tuple<QString, QString, QString, QString, QString>, Spending>;

Sums byKey(const SpendingRows &rows)
{
    Sums sums;
    for (const SpendingRow &row : rows)
        sums[{ row.day ? row.day->toString(Qt::ISODate) : QString(), row.team.toString(),
            row.agent.toString(), row.provider, row.model }]
            = row.spending;
    return sums;
}

ExecutionEvent booking(LogBuilder &log, Json usage, Json more = Json::object())
{
    more["attempt"] = 1;
    more["agent_run_id"] = "run";
    more["usage_metrics"] = std::move(usage);
    return log.step("step_usage", u"a"_s, more);
}

Json usageJson(const Cost &cost)
{
    Usage usage;
    usage.modelProvider = u"p"_s;
    usage.modelName = u"m"_s;
    usage.tokensInput = 100;
    usage.tokensOutput = 10;
    usage.requestCount = 1;
    usage.cost = cost;
    return toJson(usage);
}

} // namespace

/// What is booked, and that its sums are its sums.
class TestStoreLedger : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openStore(m_dir->filePath(u"renum.db"_s));
        QVERIFY(m_store);
    }
    void cleanup() { m_store.reset(); }

    void sumsOfRandomHistories_data();
    void sumsOfRandomHistories();
    void nestedIsBookedOnce();
    void whatIsRefusedIsNotBooked();
    void aRowTellsEverything();
    void nonsenseIsKeptAndInNoSum_data();
    void nonsenseIsKeptAndInNoSum();
    void hugeAmountsBreakNothing();
    void pagesGoByKey();
    void filtersSelect();
    void rowsOutliveTheirTeam();
    void daysAreUtc();
    void rowsOfBeforeAreUnpriced();
    void pricesAndBudgetsAreKept();

private:
    [[nodiscard]] SpendingRows sums(const SpendingQuery &query)
    {
        const Result<SpendingRows> rows
            = answerOf(asked<SpendingRows>(m_store.get(), [query](ReadSession &session) {
                  return LedgerReader(session.connection.get()).spending(query);
              }));
        return rows ? *rows : SpendingRows();
    }
    [[nodiscard]] SpendingRows sumsOfRows(
        const SpendingQuery &query, const ExecutionId &execution = {})
    {
        const Result<SpendingRows> rows
            = answerOf(asked<SpendingRows>(m_store.get(), [query, execution](ReadSession &session) {
                  return LedgerReader(session.connection.get()).spendingOfRows(query, execution);
              }));
        return rows ? *rows : SpendingRows();
    }
    [[nodiscard]] Result<Page<LedgerRow>> page(const LedgerQuery &query)
    {
        return answerOf(asked<Page<LedgerRow>>(m_store.get(), [query](ReadSession &session) {
            return LedgerReader(session.connection.get()).rows(query);
        }));
    }
    [[nodiscard]] Spending total(const LedgerFilter &filter = {})
    {
        const SpendingRows rows = sums({ filter, {} });
        return rows.isEmpty() ? Spending() : rows.constFirst().spending;
    }
    [[nodiscard]] bool book(const ExecutionEvents &events)
    {
        return answerOf(m_store->append(events)).ok();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestStoreLedger::sumsOfRandomHistories_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// Rows = days = steps = agents = executions = teams, in every way to tell groups apart, also after
// the database was closed in between.
void TestStoreLedger::sumsOfRandomHistories()
{
    QFETCH(quint32, seed);
    QList<ExecutionId> ids;
    for (int number = 1; number <= 3; ++number) {
        RandomLog log(seed * 100 + quint32(number), number, 3);
        ids.append(log.id());
        for (ExecutionEvents events = log.next(); !events.isEmpty(); events = log.next())
            QVERIFY(book(events));
        if (number == 2) {
            m_store.reset();
            m_store = openStore(m_dir->filePath(u"renum.db"_s));
            QVERIFY(m_store);
        }
    }
    for (int mask = 0; mask < 16; ++mask) {
        SpendingQuery query;
        query.groups = { (mask & 1) != 0, (mask & 2) != 0, (mask & 4) != 0, (mask & 8) != 0 };
        const Sums days = byKey(sums(query));
        QVERIFY(!days.empty());
        QVERIFY(days == byKey(sumsOfRows(query)));
        Spending whole;
        for (const auto &[key, sum] : days)
            whole.add(sum);
        QVERIFY(whole == total());
    }
    Cost all;
    for (const ExecutionId &id : std::as_const(ids)) {
        const Result<Execution> execution = answerOf(m_store->execution(id));
        QVERIFY(execution.ok());
        const SpendingRows rows = sumsOfRows({}, id);
        const Spending spent = rows.isEmpty() ? Spending() : rows.constFirst().spending;
        Usage ofSteps;
        for (const StepRecord &step : execution->steps)
            ofSteps.add(step.usage);
        const Usage &used = execution->usage;
        // What was booked before costs were known has none in the log, and is unpriced in the rows.
        QCOMPARE(used.cost.nanoUsd, spent.cost.nanoUsd);
        QCOMPARE(ofSteps.cost.nanoUsd, spent.cost.nanoUsd);
        QCOMPARE(used.cost.computedCalls, spent.cost.computedCalls);
        QCOMPARE(used.tokensInput.value_or(0), spent.tokensInput);
        QCOMPARE(ofSteps.tokensOutput.value_or(0), spent.tokensOutput);
        QCOMPARE(used.tokensReasoning.value_or(0), spent.tokensReasoning);
        LedgerFilter filter;
        filter.team = execution->teamId;
        QVERIFY(total(filter) == spent);
        all.add(spent.cost);
    }
    QVERIFY(all == total().cost);
}

// The execution of a member team has bookings of its own; that it ended books nothing again.
void TestStoreLedger::nestedIsBookedOnce()
{
    LogBuilder nested(2);
    ExecutionEvents inner = nested.beginning({ u"a"_s });
    inner.append(booking(nested, usageJson(Cost::ofCall(CostBasis::Computed, 500))));
    QVERIFY(book(inner));
    LogBuilder log(1);
    ExecutionEvents outer = log.beginning({ u"a"_s });
    outer.append(booking(log, usageJson(Cost::ofCall(CostBasis::Computed, 70))));
    outer.append(log.step("step_nested_ended", u"a"_s,
        { { "attempt", 1 }, { "execution_id", toJson(nested.id().toString()) },
            { "execution_status", "completed" },
            { "usage_metrics", usageJson(Cost::ofCall(CostBasis::Computed, 500)) } }));
    QVERIFY(book(outer));
    QCOMPARE(total().cost.nanoUsd, qint64(570));
    QCOMPARE(total().bookings, qint64(2));
    const Result<Execution> execution = answerOf(m_store->execution(log.id()));
    QCOMPARE(execution->usage.cost.nanoUsd, qint64(570)); // it is its work too
}

void TestStoreLedger::whatIsRefusedIsNotBooked()
{
    LogBuilder log(1);
    QVERIFY(book(log.beginning({ u"a"_s })));
    LogBuilder late(1, log.lastSeq() + 5);
    QVERIFY(!book({ booking(late, usageJson(Cost::ofCall(CostBasis::Computed, 7))) }));
    const ExecutionEvent first = booking(log, usageJson(Cost::ofCall(CostBasis::Computed, 7)));
    QVERIFY(book({ first }));
    QVERIFY(!book({ first })); // the same event again
    QCOMPARE(total().bookings, qint64(1));
    QCOMPARE(sumsOfRows({}).constFirst().spending.bookings, qint64(1));
}

void TestStoreLedger::aRowTellsEverything()
{
    LogBuilder log(1);
    QVERIFY(book(log.beginning({ u"a"_s })));
    Usage usage = usageFromJson(usageJson(Cost::ofCall(CostBasis::Estimated, 42)));
    usage.tokensCached = 1;
    usage.tokensCacheWrite = 2;
    usage.tokensReasoning = 3;
    usage.otherTokens[u"audio"_s] = 4;
    usage.estimated = true;
    const ExecutionEvent event = booking(log, toJson(usage),
        { { "cost_flags", { "tier_of_average", "unknown_type:audio" } },
            { "pricing_version", "v7" }, { "api_key_type", "user_provided" },
            { "api_key_hash", "abc" } });
    QVERIFY(book({ event }));
    const Result<Page<LedgerRow>> rows = page({});
    QVERIFY(rows.ok());
    QCOMPARE(rows->items.size(), 1);
    const LedgerRow &row = rows->items.constFirst();
    QVERIFY(row.usage == usage);
    QVERIFY(row.time == event.timestamp);
    QVERIFY(row.team == log.team() && row.execution == log.id());
    QCOMPARE(row.agent.toString(), u"a"_s);
    QCOMPARE(row.step.toString(), u"a"_s);
    QCOMPARE(row.attempt, std::optional(1));
    QCOMPARE(row.run.toString(), u"run"_s);
    QCOMPARE(row.priceVersion, u"v7"_s);
    QCOMPARE(row.flags, QStringList({ u"tier_of_average"_s, u"unknown_type:audio"_s }));
    QCOMPARE(row.apiKeyType, u"user_provided"_s);
    QCOMPARE(row.apiKeyHash, u"abc"_s);
    QCOMPARE(total().flagged, qint64(1));
    const Json json = toJson(row);
    QCOMPARE(stringAt(json, "cost_basis"), std::optional(u"estimated"_s));
    QCOMPARE(stringAt(json, "pricing_version"), std::optional(u"v7"_s));
}

void TestStoreLedger::nonsenseIsKeptAndInNoSum_data()
{
    QTest::addColumn<qint64>("tokens");
    QTest::newRow("negative") << qint64(-5);
    QTest::newRow("absurd") << MaxTokenCount + 1;
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min();
    QTest::newRow("largest") << std::numeric_limits<qint64>::max();
}

void TestStoreLedger::nonsenseIsKeptAndInNoSum()
{
    QFETCH(qint64, tokens);
    LogBuilder log(1);
    QVERIFY(book(log.beginning({ u"a"_s })));
    Json usage = usageJson(Cost::ofCall(CostBasis::Unpriced, 0));
    usage["tokens_input"] = tokens;
    for (int i = 0; i < 3; ++i)
        QVERIFY(book({ booking(log, usage) }));
    const Result<Page<LedgerRow>> rows = page({});
    QCOMPARE(rows->items.constFirst().usage.tokensInput, std::optional(tokens));
    QCOMPARE(rows->items.constFirst().flags,
        QStringList({ QString::fromLatin1(cost_flag::AbsurdCount) }));
    QCOMPARE(total().tokensInput, qint64(0));
    QCOMPARE(total().tokensOutput, qint64(30));
    QCOMPARE(total().flagged, qint64(3));
    QVERIFY(byKey(sums({})) == byKey(sumsOfRows({})));
    const Result<Execution> execution = answerOf(m_store->execution(log.id()));
    QCOMPARE(execution->usage.tokensInput.value_or(0), qint64(0));
}

// An amount that cannot be is none; many that can be are too much for no sum.
void TestStoreLedger::hugeAmountsBreakNothing()
{
    LogBuilder log(1);
    QVERIFY(book(log.beginning({ u"a"_s })));
    for (const qint64 nano :
        { std::numeric_limits<qint64>::max(), MaxBookingNanoUsd + 1, qint64(-1) })
        QVERIFY(book({ booking(log, usageJson(Cost::ofCall(CostBasis::Reported, nano))) }));
    QCOMPARE(total().cost.unpricedCalls, 3);
    QCOMPARE(total().cost.nanoUsd, qint64(0));
    ExecutionEvents many;
    for (int i = 0; i < 1100; ++i)
        many.append(booking(log, usageJson(Cost::ofCall(CostBasis::Reported, MaxBookingNanoUsd))));
    QVERIFY(book(many));
    QCOMPARE(total().cost.reportedCalls, 1100);
    QCOMPARE(total().cost.nanoUsd, qint64(1'000'000'000'000'000'000));
}

void TestStoreLedger::pagesGoByKey()
{
    LogBuilder log(1);
    ExecutionEvents events = log.beginning({ u"a"_s });
    for (int i = 0; i < 25; ++i)
        events.append(booking(log, usageJson(Cost::ofCall(CostBasis::Computed, i))));
    events.last().timestamp = events[events.size() - 2].timestamp; // at the same moment
    QVERIFY(book(events));
    LedgerQuery query;
    query.page.limit = 10;
    QList<LedgerRow> all;
    int pages = 0;
    do {
        const Result<Page<LedgerRow>> rows = page(query);
        QVERIFY(rows.ok());
        all.append(rows->items);
        query.page.after = rows->next;
        ++pages;
    } while (!query.page.after.isEmpty());
    QCOMPARE(pages, 3);
    QCOMPARE(all.size(), 25);
    QSet<QString> ids;
    for (qsizetype i = 0; i < all.size(); ++i) {
        ids.insert(all[i].id);
        QVERIFY(i == 0 || all[i].time <= all[i - 1].time);
    }
    QCOMPARE(ids.size(), 25);
    query.page.after = u"nonsense"_s;
    QCOMPARE(page(query).error().code, QString::fromLatin1(code::ValidationError));
}

void TestStoreLedger::filtersSelect()
{
    LogBuilder log(1);
    ExecutionEvents events = log.beginning({ u"a"_s });
    events.append(booking(log, usageJson(Cost::ofCall(CostBasis::Computed, 5))));
    events.append(booking(log, usageJson({})));
    events.append(booking(log, usageJson(Cost::ofCall(CostBasis::Computed, 6)),
        { { "cost_flags", { "tier_of_average" } } }));
    QVERIFY(book(events));
    const auto count = [this](const LedgerQuery &query) { return page(query)->items.size(); };
    LedgerQuery unpriced;
    unpriced.unpricedOnly = true;
    QCOMPARE(count(unpriced), 1);
    LedgerQuery flagged;
    flagged.flaggedOnly = true;
    QCOMPARE(count(flagged), 1);
    LedgerQuery mine;
    mine.execution = log.id();
    QCOMPARE(count(mine), 3);
    mine.execution = ExecutionId(uuidOf(9));
    QCOMPARE(count(mine), 0);
    LedgerQuery other;
    other.filter.team = TeamId(u"t"_s);
    QCOMPARE(count(other), 0);
    other.filter = {};
    other.filter.model = u"m"_s;
    other.filter.agent = AgentId(u"a"_s);
    QCOMPARE(count(other), 3);
    const QDate day
        = QDate(1970, 1, 1).addDays(toMicroseconds(events.last().timestamp) / 86'400'000'000);
    other.filter.days = { day, day };
    QCOMPARE(count(other), 3);
    QCOMPARE(total(other.filter).bookings, qint64(3));
    other.filter.days = { day.addDays(1), {} };
    QCOMPARE(count(other), 0);
    QCOMPARE(total(other.filter).bookings, qint64(0));
    other.filter.days = { {}, day.addDays(-1) };
    QCOMPARE(count(other), 0);
}

void TestStoreLedger::rowsOutliveTheirTeam()
{
    const Team team = teamOf(1, u"T"_s);
    QVERIFY(answerOf(m_store->insertTeam(team)).ok());
    LogBuilder log(1);
    log.setTeam(team.id);
    ExecutionEvents events = log.beginning({ u"a"_s });
    events.append(booking(log, usageJson(Cost::ofCall(CostBasis::Computed, 5))));
    events.append(log.execution("execution_cancelled"));
    QVERIFY(book(events));
    QVERIFY(answerOf(m_store->deleteTeam(team.id)).ok());
    QCOMPARE(total().cost.nanoUsd, qint64(5));
    QCOMPARE(page({})->items.size(), 1);
}

// The day of a booking does not depend on where it is looked at, nor on daylight-saving time.
void TestStoreLedger::daysAreUtc()
{
    LogBuilder log(1);
    ExecutionEvents events = log.beginning({ u"a"_s });
    const Timestamp midnight = *fromRfc3339(u"2026-03-29T00:00:00Z"_s);
    for (const auto offset : { -1LL, 0LL, 3'600'000'000LL * 24 - 1, 3'600'000'000LL * 24 }) {
        events.append(booking(log, usageJson(Cost::ofCall(CostBasis::Computed, 1))));
        events.last().timestamp = midnight + std::chrono::microseconds(offset);
    }
    QVERIFY(book(events));
    SpendingQuery query;
    query.groups.day = true;
    const SpendingRows rows = sums(query);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(*rows[0].day, QDate(2026, 3, 28));
    QCOMPARE(*rows[1].day, QDate(2026, 3, 29));
    QCOMPARE(rows[1].spending.bookings, qint64(2));
    QCOMPARE(*rows[2].day, QDate(2026, 3, 30));
    query.filter.days = { QDate(2026, 3, 29), QDate(2026, 3, 29) };
    QVERIFY(byKey(sums(query)) == byKey(sumsOfRows(query)));
    QCOMPARE(total(query.filter).bookings, qint64(2));
}

void TestStoreLedger::rowsOfBeforeAreUnpriced()
{
    LogBuilder log(1);
    ExecutionEvents events = log.beginning({ u"a"_s });
    events.append(booking(log, { { "tokens_input", 5 } }));
    events.append(log.step("step_usage", u"a"_s, { { "attempt", 1 } })); // tells nothing
    QVERIFY(book(events));
    QCOMPARE(total().cost.unpricedCalls, 2);
    QVERIFY(!total().cost.isKnown());
    RawDatabase raw(m_store->file());
    QCOMPARE(raw.number("SELECT count(*) FROM renum_ai_usage_logs WHERE cost_nano_usd IS NULL"), 2);
}

void TestStoreLedger::pricesAndBudgetsAreKept()
{
    Budget budget;
    budget.id = BudgetId(u"b"_s);
    budget.tokens = 100;
    const auto write = [this](auto work) {
        return answerOf(written(m_store.get(), [work](WriteSession &session) {
            CostSettingsRepository repository(session.connection());
            return work(repository);
        }));
    };
    QVERIFY(write([&](auto &all) {
        return all.putPrice(u"k"_s, { { "n", 1 } }, Timestamp());
    }).ok());
    QVERIFY(write([&](auto &all) {
        return all.putPrice(u"k"_s, { { "n", 2 } }, Timestamp());
    }).ok());
    QVERIFY(write([&](auto &all) { return all.putBudget(budget, Timestamp()); }).ok());
    budget.calls = 7;
    QVERIFY(write([&](auto &all) { return all.putBudget(budget, Timestamp()); }).ok());
    RawDatabase raw(m_store->file());
    QVERIFY(raw.run(u"INSERT INTO renum_budgets VALUES ('broken', '{\"scope\":\"moon\"}', 0)"_s));
    const auto prices = answerOf(asked<QList<Json>>(m_store.get(),
        [](ReadSession &s) { return CostSettingsRepository(s.connection.get()).prices(); }));
    QCOMPARE(prices->size(), 1);
    QCOMPARE(prices->at(0)["n"], Json(2));
    const auto budgets = answerOf(asked<Budgets>(m_store.get(),
        [](ReadSession &s) { return CostSettingsRepository(s.connection.get()).budgets(); }));
    QVERIFY(*budgets == Budgets { budget });
    QVERIFY(write([&](auto &all) { return all.removePrice(u"k"_s); }).ok());
    QVERIFY(write([&](auto &all) { return all.removeBudget(budget.id); }).ok());
    const QString missing = QString::fromLatin1(code::NotFound);
    QCOMPARE(write([&](auto &all) { return all.removePrice(u"k"_s); }).error().code, missing);
    QCOMPARE(write([&](auto &all) { return all.removeBudget(budget.id); }).error().code, missing);
}

QTEST_GUILESS_MAIN(TestStoreLedger)
#include "tst_store_ledger.moc"
