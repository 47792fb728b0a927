// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/budget_guard.h"
#include "core/costs/budget_left.h"
#include "core/model/error_codes.h"

#include <QtTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Cent = 10'000'000;

Budget budgetOf(const char *id, std::optional<qint64> nano)
{
    Budget budget;
    budget.id = BudgetId(QString::fromLatin1(id));
    budget.name = QString::fromLatin1(id);
    budget.nanoUsd = nano;
    return budget;
}

BudgetCall callOf(const char *execution = "x", const char *team = "t", const char *agent = "a")
{
    return { TeamId(QString::fromLatin1(team)), AgentId(QString::fromLatin1(agent)),
        ExecutionId(QString::fromLatin1(execution)) };
}

BudgetAmount amountOf(qint64 nano, qint64 tokens = 0)
{
    return { nano, tokens, 1, 0 };
}

bool isExceeded(const Result<BudgetGuard::Ticket> &result)
{
    return !result && result.error().code == QLatin1StringView(code::BudgetExceeded);
}

} // namespace

/// Limits that hold before the call is made (feature CM-10).
class TestBudget : public QObject {
    Q_OBJECT

private slots:
    void tenRaceForTheLastCent();
    void settlingFreesWhatWasNotNeeded();
    void whatWasNotMadeCostsNothing();
    void overshootIsTold();
    void unpricedCallsNeedALimitOfTokens();
    void budgetsOfRunsAreApart();
    void onlyThoseConcernedCount_data();
    void onlyThoseConcernedCount();
    void warningIsNeverInTheWay();
    void theErrorSaysWhy();
    void levelsFollowThePercentage_data();
    void levelsFollowThePercentage();
    void changedBudgetsKeepWhatIsReserved();
    void whatIsReservedIsInTheWayForNow();
    void theWorstObstacleIsTold();
    void aCallThatGrowsReservesMore();
    void whatIsLeft();
    void jsonRoundTrip();
    void badBudgetsAreRefused_data();
    void badBudgetsAreRefused();
    void randomCallsNeverPassTheLimit();
};

void TestBudget::tenRaceForTheLastCent()
{
    BudgetGuard guard;
    guard.setBudgets({ budgetOf("b", 100 * Cent) });
    guard.setSpent(BudgetId(u"b"_s), { { 99 * Cent, 0, 0, 0 }, 0 });
    int allowed = 0;
    for (int i = 0; i < 10; ++i)
        allowed += guard.reserve(callOf(), amountOf(Cent)).ok() ? 1 : 0;
    QCOMPARE(allowed, 1);
    QCOMPARE(guard.status()[0].percent, 100);
    QCOMPARE(guard.overshoot(BudgetId(u"b"_s)).nanoUsd, qint64(0));
}

void TestBudget::settlingFreesWhatWasNotNeeded()
{
    BudgetGuard guard;
    guard.setBudgets({ budgetOf("b", 10 * Cent) });
    const auto first = guard.reserve(callOf(), amountOf(9 * Cent));
    QVERIFY(first.ok());
    QVERIFY(isExceeded(guard.reserve(callOf(), amountOf(2 * Cent))));
    guard.settle(*first, amountOf(Cent));
    QVERIFY(guard.reserve(callOf(), amountOf(9 * Cent)).ok());
    guard.settle(*first, amountOf(Cent)); // again: nothing
    QCOMPARE(guard.status()[0].spent.nanoUsd, Cent);
}

void TestBudget::whatWasNotMadeCostsNothing()
{
    BudgetGuard guard;
    guard.setBudgets({ budgetOf("b", Cent) });
    const auto ticket = guard.reserve(callOf(), amountOf(Cent));
    guard.release(*ticket);
    QVERIFY(guard.status()[0].spent == BudgetAmount());
    QVERIFY(guard.status()[0].reserved == BudgetAmount());
}

// The estimate was too low: the limit is passed by what the calls under way took more, no further.
void TestBudget::overshootIsTold()
{
    BudgetGuard guard;
    guard.setBudgets({ budgetOf("b", 2 * Cent) });
    const auto one = guard.reserve(callOf(), amountOf(Cent));
    const auto two = guard.reserve(callOf(), amountOf(Cent));
    QVERIFY(one.ok() && two.ok());
    guard.settle(*one, amountOf(3 * Cent));
    QVERIFY(isExceeded(guard.reserve(callOf(), amountOf(0))));
    guard.settle(*two, amountOf(3 * Cent));
    QCOMPARE(guard.overshoot(BudgetId(u"b"_s)).nanoUsd, 4 * Cent);
    QCOMPARE(guard.status()[0].percent, 300);
    QVERIFY(guard.status()[0].level == BudgetStatus::Level::Reached);
    QVERIFY(guard.overshoot(BudgetId(u"other"_s)) == BudgetAmount());
}

void TestBudget::unpricedCallsNeedALimitOfTokens()
{
    BudgetGuard guard;
    Budget tokens = budgetOf("tokens", {});
    tokens.tokens = 1000;
    guard.setBudgets({ budgetOf("money", Cent), tokens });
    const auto first = guard.reserve(callOf(), amountOf(0, 800));
    QVERIFY(first.ok());
    guard.settle(*first, amountOf(0, 900), true);
    QCOMPARE(guard.status()[0].percent, 0); // nobody knows the price
    QCOMPARE(guard.status()[0].unpricedCalls, qint64(1));
    QVERIFY(isExceeded(guard.reserve(callOf(), amountOf(0, 800))));
    QVERIFY(guard.reserve(callOf(), amountOf(0, 100)).ok());
}

void TestBudget::budgetsOfRunsAreApart()
{
    BudgetGuard guard;
    Budget budget = budgetOf("run", 2 * Cent);
    budget.period = Budget::Period::Run;
    guard.setBudgets({ budget });
    QVERIFY(guard.reserve(callOf("x"), amountOf(2 * Cent)).ok());
    QVERIFY(isExceeded(guard.reserve(callOf("x"), amountOf(Cent))));
    QVERIFY(guard.reserve(callOf("y"), amountOf(Cent)).ok());
    QCOMPARE(guard.status()[0].percent, 100); // the one that is nearest
}

void TestBudget::onlyThoseConcernedCount_data()
{
    QTest::addColumn<int>("scope");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("concerned");
    QTest::newRow("all") << int(Budget::Scope::All) << QString() << true;
    QTest::newRow("its team") << int(Budget::Scope::Team) << u"t"_s << true;
    QTest::newRow("another team") << int(Budget::Scope::Team) << u"a"_s << false;
    QTest::newRow("its agent") << int(Budget::Scope::Agent) << u"a"_s << true;
    QTest::newRow("another agent") << int(Budget::Scope::Agent) << u"t"_s << false;
}

void TestBudget::onlyThoseConcernedCount()
{
    QFETCH(int, scope);
    QFETCH(QString, subject);
    QFETCH(bool, concerned);
    BudgetGuard guard;
    Budget budget = budgetOf("b", 1);
    budget.scope = Budget::Scope(scope);
    budget.subject = subject;
    guard.setBudgets({ budget });
    QCOMPARE(isExceeded(guard.reserve(callOf(), amountOf(Cent))), concerned);
    budget.active = false;
    guard.setBudgets({ budget });
    QVERIFY(guard.reserve(callOf(), amountOf(Cent)).ok());
}

void TestBudget::warningIsNeverInTheWay()
{
    BudgetGuard guard;
    Budget budget = budgetOf("b", Cent);
    budget.action = SpendingCap::Action::Warn;
    guard.setBudgets({ budget });
    const auto ticket = guard.reserve(callOf(), amountOf(5 * Cent));
    QVERIFY(ticket.ok());
    guard.settle(*ticket, amountOf(5 * Cent));
    QVERIFY(guard.status()[0].level == BudgetStatus::Level::Reached);
}

void TestBudget::theErrorSaysWhy()
{
    BudgetGuard guard;
    guard.setBudgets({ budgetOf("Month", 5) });
    const Error error = guard.reserve(callOf(), amountOf(7)).error();
    QVERIFY(error.category == ErrorCategory::QuotaExceeded);
    QCOMPARE(error.args.value(u"budget"_s).toString(), u"Month"_s);
    QCOMPARE(error.args.value(u"measure"_s).toString(), u"nano_usd"_s);
    QCOMPARE(error.args.value(u"limit"_s).toLongLong(), 5LL);
    QCOMPARE(error.args.value(u"estimate"_s).toLongLong(), 7LL);
    QCOMPARE(error.args.value(u"action"_s).toString(), u"pause"_s);
    QVERIFY(error.message.contains(u"Month"_s));
}

void TestBudget::levelsFollowThePercentage_data()
{
    QTest::addColumn<qint64>("spent");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("level");
    QTest::newRow("nothing") << qint64(0) << 0 << u"fine"_s;
    QTest::newRow("below") << qint64(799) << 79 << u"fine"_s;
    QTest::newRow("warning") << qint64(800) << 80 << u"warning"_s;
    QTest::newRow("not yet") << qint64(999) << 99 << u"warning"_s;
    QTest::newRow("all") << qint64(1000) << 100 << u"reached"_s;
    QTest::newRow("beyond") << qint64(2500) << 250 << u"reached"_s;
    QTest::newRow("absurd") << std::numeric_limits<qint64>::max() << 1'000'000 << u"reached"_s;
}

void TestBudget::levelsFollowThePercentage()
{
    QFETCH(qint64, spent);
    const BudgetStatus status = budgetStatus(budgetOf("b", 1000), { spent, 0, 0, 0 });
    QTEST(status.percent, "percent");
    QTEST(toString(status.level), "level");
    Budget budget = budgetOf("b", 1'000'000);
    budget.calls = 1000; // the nearest limit counts
    QTEST(budgetStatus(budget, { 0, 0, spent, 0 }).percent, "percent");
    QCOMPARE(toJson(status)["percent"], Json(status.percent));
}

void TestBudget::changedBudgetsKeepWhatIsReserved()
{
    BudgetGuard guard;
    guard.setBudgets({ budgetOf("b", Cent), budgetOf("gone", Cent) });
    const auto ticket = guard.reserve(callOf(), amountOf(Cent));
    guard.setBudgets({ budgetOf("b", 3 * Cent), budgetOf("new", Cent) });
    QCOMPARE(guard.status()[1].reserved.nanoUsd, Cent);
    guard.setBudgets({ budgetOf("b", 3 * Cent) });
    QCOMPARE(guard.status().size(), 1);
    QCOMPARE(guard.status()[0].reserved.nanoUsd, Cent);
    guard.settle(*ticket, amountOf(Cent));
    guard.setSpent(BudgetId(u"gone"_s), {});
    QCOMPARE(guard.status()[0].spent.nanoUsd, Cent);
}

void TestBudget::whatIsReservedIsInTheWayForNow()
{
    BudgetGuard guard;
    guard.setBudgets({ budgetOf("b", 3 * Cent) });
    const auto first = guard.reserve(callOf(), amountOf(2 * Cent));
    const auto now = guard.obstacle(callOf(), amountOf(2 * Cent));
    QVERIFY(now && !now->lasts);
    guard.settle(*first, amountOf(2 * Cent));
    const auto lasting = guard.obstacle(callOf(), amountOf(2 * Cent));
    QVERIFY(lasting && lasting->lasts);
    QVERIFY(!guard.obstacle(callOf(), amountOf(Cent)));
    guard.clearSpent();
    QVERIFY(!guard.obstacle(callOf(), amountOf(2 * Cent)));
}

void TestBudget::theWorstObstacleIsTold()
{
    BudgetGuard guard;
    Budget stops = budgetOf("stops", Cent);
    stops.action = SpendingCap::Action::Stop;
    Budget open = budgetOf("open", 3 * Cent);
    guard.setBudgets({ budgetOf("pauses", Cent), stops, open });
    guard.setSpent(BudgetId(u"pauses"_s), { { Cent, 0, 0, 0 }, 0 });
    QCOMPARE(guard.obstacle(callOf(), amountOf(Cent))->budget, BudgetId(u"pauses"_s));
    guard.setSpent(BudgetId(u"stops"_s), { { Cent, 0, 0, 0 }, 0 });
    QCOMPARE(guard.obstacle(callOf(), amountOf(Cent))->budget, BudgetId(u"stops"_s));
}

void TestBudget::aCallThatGrowsReservesMore()
{
    BudgetGuard guard;
    guard.setBudgets({ budgetOf("b", 5 * Cent) });
    const BudgetGuard::Ticket running = guard.occupy(callOf(), amountOf(Cent));
    QVERIFY(!guard.extend(running, amountOf(4 * Cent)));
    QCOMPARE(guard.status()[0].reserved.nanoUsd, 4 * Cent);
    QVERIFY(!guard.extend(running, amountOf(2 * Cent))); // what it has it keeps
    QCOMPARE(guard.status()[0].reserved.nanoUsd, 4 * Cent);
    const auto tooMuch = guard.extend(running, amountOf(6 * Cent));
    QVERIFY(tooMuch && tooMuch->lasts);
    QCOMPARE(guard.status()[0].reserved.nanoUsd, 4 * Cent);
    guard.settle(running, amountOf(3 * Cent));
    QVERIFY(guard.status()[0].reserved == BudgetAmount());
    QVERIFY(!guard.extend(running, amountOf(9 * Cent))); // it is over
}

void TestBudget::whatIsLeft()
{
    Budget budget = budgetOf("b", 10 * Cent);
    budget.calls = 2;
    const BudgetStatus status = budgetStatus(budget, amountOf(4 * Cent), amountOf(Cent));
    const BudgetLeft left = leftOf(status);
    QCOMPARE(left.nanoUsd, std::optional(5 * Cent));
    QCOMPARE(left.calls, std::optional(qint64(0)));
    QVERIFY(!left.tokens && !left.seconds);
    QVERIFY(overshootOf(status) == BudgetAmount());
    QCOMPARE(overshootOf(budgetStatus(budget, amountOf(13 * Cent))).nanoUsd, 3 * Cent);
    Budget other = budget;
    other.scope = Budget::Scope::Agent;
    other.subject = u"z"_s;
    Budget off = budget;
    off.active = false;
    const BudgetStatus near = budgetStatus(budget, amountOf(9 * Cent));
    const QList<BudgetStatus> found = budgetsFor({ { TeamId(u"t"_s) }, { AgentId(u"a"_s) } },
        { status, budgetStatus(other, {}), budgetStatus(off, {}), near });
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].percent, status.percent); // both calls are taken
}

void TestBudget::jsonRoundTrip()
{
    Budget budget = budgetOf("b", 5);
    budget.scope = Budget::Scope::Agent;
    budget.subject = u"a"_s;
    budget.period = Budget::Period::Day;
    budget.tokens = 6;
    budget.calls = 7;
    budget.seconds = 8;
    budget.action = SpendingCap::Action::Stop;
    budget.warnAt = { 50, 90 };
    budget.active = false;
    Problems problems;
    QVERIFY(budgetFromJson(toJson(budget), problems) == budget);
    QVERIFY(problems.isEmpty());
}

void TestBudget::badBudgetsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : { "{}", R"({"tokens":0})", R"({"tokens":-1})", R"({"nano_usd":"x"})",
             R"({"calls":1.5})", R"({"tokens":5,"scope":"team"})",
             R"({"tokens":5,"scope":"galaxy"})", R"({"tokens":5,"period":"year"})",
             R"({"tokens":5,"warn_at":[0]})", R"({"tokens":5,"warn_at":[101]})",
             R"({"tokens":5,"warn_at":["x"]})", R"({"tokens":5,"action":3})", "[]", "7" })
        QTest::newRow(json) << QByteArray(json);
}

void TestBudget::badBudgetsAreRefused()
{
    QFETCH(QByteArray, json);
    Problems problems;
    const Budget budget = budgetFromJson(Json::parse(json.toStdString()), problems);
    problems += problemsOf(budget);
    QVERIFY(hasErrors(problems));
}

void TestBudget::randomCallsNeverPassTheLimit()
{
    QRandomGenerator random(11);
    BudgetGuard guard;
    guard.setBudgets({ budgetOf("b", 1000) });
    QList<std::pair<BudgetGuard::Ticket, qint64>> open;
    for (int i = 0; i < 5000; ++i) {
        if (random.bounded(2) == 0) {
            const qint64 estimate = random.bounded(200);
            if (const auto ticket = guard.reserve(callOf(), amountOf(estimate)))
                open.append({ *ticket, estimate });
        } else if (!open.isEmpty()) {
            const auto [ticket, estimate] = open.takeAt(random.bounded(int(open.size())));
            if (random.bounded(3) == 0)
                guard.release(ticket);
            else
                guard.settle(ticket, amountOf(random.bounded(int(estimate) + 1)));
        }
        const BudgetStatus status = guard.status()[0];
        QVERIFY(status.spent.nanoUsd + status.reserved.nanoUsd <= 1000);
        QCOMPARE(guard.overshoot(BudgetId(u"b"_s)).nanoUsd, qint64(0));
    }
    QVERIFY(guard.status()[0].spent.nanoUsd > 900); // it was used
}

QTEST_APPLESS_MAIN(TestBudget)
#include "tst_budget.moc"
