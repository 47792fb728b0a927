// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast the costs of a year answer (P13), and what the sums of the days cost when a booking is
// stored, all in one run:
//   insert      what the sums of the days add to storing a booking: its event with all projections,
//               and, for information, its row in the ledger alone
//   dashboard   sums of any period and grouping, beside the scan of the rows that they save
//   day         the exact sums of one day, from its rows
//   calls       the first page of the table of calls, with and without filters
// Arguments: how many bookings (default 1,000,000), then the folder for the database. Prints one
// JSON object. Times are of the processor, so that other programs disturb them little; what waits
// for the disk is in none, but the database is in memory after it was filled.

#include "bench_figures.h"
#include "core/model/execution_plan.h"
#include "core/store/connection.h"
#include "core/store/ledger_reader.h"
#include "core/store/migrations.h"
#include "core/store/usage_repository.h"
#include "core/store/write_session.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <array>

using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Days = 365;
constexpr int Teams = 40;
constexpr int AgentsPerTeam = 5;
constexpr int Models = 12;
constexpr int BookingsPerExecution = 10;
constexpr int BookingsPerCommit = 2000;
constexpr qint64 FirstMoment = 1'735'689'600'000'000; // 2025-01-01
constexpr qint64 DayLength = 86'400'000'000;
const QDate FirstDay(2025, 1, 1);

template<typename T>
T checked(Result<T> result)
{
    if (!result)
        fail(result.error().message);
    return *std::move(result);
}

void checked(const Result<void> &result)
{
    if (!result)
        fail(result.error().message);
}

QString idOf(int group, qint64 number)
{
    return u"%1-0000-4000-8000-%2"_s.arg(QString::number(group).rightJustified(8, QLatin1Char('0')),
        QString::number(number).rightJustified(12, QLatin1Char('0')));
}

/// A year of a busy company, in the order in which it happened.
class History {
public:
    explicit History(qint64 bookings)
        : m_bookings(bookings)
    {
    }

    [[nodiscard]] ExecutionEvent booking(qint64 number)
    {
        const qint64 execution = number / BookingsPerExecution;
        const auto team = int(execution * 7919 % Teams);
        const int agent = team * AgentsPerTeam + int(m_random.bounded(AgentsPerTeam));
        ExecutionEvent event;
        event.seq = number % BookingsPerExecution + 4;
        event.type = u"step_update"_s;
        event.eventType = u"step_usage"_s;
        event.executionId = ExecutionId(idOf(1, execution));
        event.teamId = TeamId(idOf(2, team));
        event.agentId = AgentId(u"agent-%1"_s.arg(agent));
        event.timestamp = fromMicroseconds(
            FirstMoment + qint64(double(number) / double(m_bookings) * Days * DayLength));
        event.data = { { "step_id", toJson(event.agentId.toString()) }, { "attempt", 1 },
            { "agent_run_id", toJson(idOf(3, number)) }, { "usage_metrics", usage(agent) },
            { "pricing_version", "list-2026-10" } };
        return event;
    }

private:
    [[nodiscard]] Json usage(int agent)
    {
        Usage usage;
        usage.modelProvider = u"openai"_s;
        // An agent has a model, and another one now and then.
        const int model = m_random.bounded(20) == 0 ? agent + 1 : agent;
        usage.modelName = u"model-%1"_s.arg(model % Models);
        usage.tokensInput = m_random.bounded(20'000);
        usage.tokensOutput = m_random.bounded(4'000);
        usage.tokensCached = m_random.bounded(5'000);
        usage.requestCount = 1;
        usage.cost = m_random.bounded(50) == 0
            ? Cost::ofCall(CostBasis::Unpriced, 0)
            : Cost::ofCall(CostBasis::Computed, m_random.bounded(50'000'000));
        return toJson(usage);
    }

    qint64 m_bookings;
    QRandomGenerator m_random { 42 };
};

/// The sums alone, as the repository writes them.
Statement sumsAlone(Connection *connection)
{
    return { connection,
        "INSERT INTO bench_days (day, team_id, agent_id, model_provider, model_name, bookings, "
        "requests, tokens_input, tokens_output, tokens_cached, tokens_cache_write, "
        "tokens_reasoning, flagged, cost_nano_usd, reported, computed, estimated, unpriced) "
        "VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET bookings = bookings + 1, "
        "requests = requests + excluded.requests, "
        "tokens_input = tokens_input + excluded.tokens_input, "
        "tokens_output = tokens_output + excluded.tokens_output, "
        "tokens_cached = tokens_cached + excluded.tokens_cached, "
        "tokens_cache_write = tokens_cache_write + excluded.tokens_cache_write, "
        "tokens_reasoning = tokens_reasoning + excluded.tokens_reasoning, "
        "flagged = flagged + excluded.flagged, "
        "cost_nano_usd = min(cost_nano_usd + excluded.cost_nano_usd, 1000000000000000000), "
        "reported = reported + excluded.reported, computed = computed + excluded.computed, "
        "estimated = estimated + excluded.estimated, unpriced = unpriced + excluded.unpriced" };
}

struct InsertFigures {
    double rowMicroseconds = 0; ///< row, indexes and sums
    double sumsMicroseconds = 0;
    double eventMicroseconds = 0; ///< all that storing a booking is

    [[nodiscard]] Json report() const
    {
        return { { "event_us", rounded(eventMicroseconds) }, { "row_us", rounded(rowMicroseconds) },
            { "sums_us", rounded(sumsMicroseconds) },
            { "share_of_event", rounded(sumsMicroseconds / eventMicroseconds) },
            { "share_of_row", rounded(sumsMicroseconds / rowMicroseconds) } };
    }
};

ExecutionEvent beginning(qint64 seq, const char *name, Json data)
{
    ExecutionEvent event;
    event.seq = seq;
    event.type = u"execution_update"_s;
    event.eventType = QString::fromLatin1(name);
    event.executionId = ExecutionId(idOf(9, 1));
    event.teamId = TeamId(idOf(2, 1));
    event.timestamp = fromMicroseconds(FirstMoment);
    event.data = std::move(data);
    return event;
}

/// Bookings as the engine stores them: events of an execution, one after the other.
double storingMicroseconds(WriteSession &session)
{
    constexpr int Commits = 40;
    constexpr int Bookings = 50;
    ExecutionPlan plan;
    plan.steps.emplace_back().id = StepId(u"a"_s);
    plan.steps.back().agentId = AgentId(u"a"_s);
    checked(session.begin());
    checked(session.events.append(
        OutgoingEvents({ beginning(1, "execution_created", { { "status", "pending" } }),
            beginning(2, "plan_created", { { "plan", toJson(plan) } }),
            beginning(3, "execution_started", { { "status", "running" } }) })));
    checked(session.commit());
    History history(Commits * Bookings);
    std::vector<double> times;
    qint64 seq = 3;
    for (int commit = 0; commit < Commits; ++commit) {
        std::vector<OutgoingEvents> events;
        for (int i = 0; i < Bookings; ++i) {
            ExecutionEvent event = history.booking(seq);
            event.executionId = ExecutionId(idOf(9, 1));
            event.seq = ++seq;
            event.data["step_id"] = "a";
            events.emplace_back(ExecutionEvents { event });
        }
        checked(session.begin());
        const double begin = processorSeconds();
        for (const OutgoingEvents &event : events)
            checked(session.events.append(event));
        times.push_back((processorSeconds() - begin) * 1e6 / Bookings);
        checked(session.commit());
    }
    return median(times);
}

/// Stores all bookings; of some commits the sums are written once more, elsewhere, for comparison.
InsertFigures fill(WriteSession &session, qint64 bookings)
{
    Connection *connection = session.connection();
    checked(connection->execute(u"CREATE TABLE bench_days AS SELECT * FROM renum_usage_days"_s));
    checked(connection->execute(u"CREATE UNIQUE INDEX bench_days_key ON bench_days "
                                "(day, team_id, agent_id, model_name, model_provider)"_s));
    UsageRepository usage(connection);
    Statement sums = sumsAlone(connection);
    History history(bookings);
    std::vector<double> whole;
    std::vector<double> alone;
    for (qint64 first = 0; first < bookings; first += BookingsPerCommit) {
        std::vector<ExecutionEvent> events;
        for (qint64 i = first; i < std::min(first + BookingsPerCommit, bookings); ++i)
            events.push_back(history.booking(i));
        checked(connection->execute(u"BEGIN IMMEDIATE"_s));
        double begin = processorSeconds();
        for (const ExecutionEvent &event : events)
            checked(usage.apply(event));
        whole.push_back((processorSeconds() - begin) * 1e6 / double(events.size()));
        begin = processorSeconds();
        for (const ExecutionEvent &event : events) {
            const qint64 day = toMicroseconds(event.timestamp) / DayLength;
            checked(sums.run(day, event.teamId, event.agentId, u"openai"_s, u"model-1"_s, qint64(1),
                qint64(1000), qint64(100), qint64(10), qint64(0), qint64(0), 0, qint64(5000), 0, 1,
                0, 0));
        }
        alone.push_back((processorSeconds() - begin) * 1e6 / double(events.size()));
        checked(connection->execute(u"COMMIT"_s));
    }
    checked(connection->execute(u"DROP TABLE bench_days"_s));
    return { median(whole), median(alone), storingMicroseconds(session) };
}

template<typename Ask>
double milliseconds(const Ask &ask)
{
    const double begin = processorSeconds();
    ask();
    return (processorSeconds() - begin) * 1000;
}

SpendingQuery randomQuery(QRandomGenerator &random)
{
    static constexpr std::array Lengths { 1, 7, 30, 90, 365 };
    const int length = Lengths.at(std::size_t(random.bounded(int(Lengths.size()))));
    const int offset = int(random.bounded(Days - length + 1));
    SpendingQuery query;
    query.filter.days = { FirstDay.addDays(offset), FirstDay.addDays(offset + length - 1) };
    const auto mask = random.bounded(16);
    query.groups = { (mask & 1) != 0, (mask & 2) != 0, (mask & 4) != 0, (mask & 8) != 0 };
    return query;
}

Json dashboardFigures(const LedgerReader &reader)
{
    QRandomGenerator random(7);
    std::vector<double> warm;
    double cold = 0;
    SpendingQuery whole;
    whole.groups.day = true;
    whole.groups.agent = true;
    cold = milliseconds([&] { checked(reader.spending(whole)); });
    for (int i = 0; i < 200; ++i) {
        const SpendingQuery query = randomQuery(random);
        warm.push_back(milliseconds([&] { checked(reader.spending(query)); }));
    }
    SpendingQuery byAgent;
    byAgent.groups.agent = true;
    std::vector<double> sums;
    std::vector<double> scans;
    for (int i = 0; i < 3; ++i) {
        sums.push_back(milliseconds([&] { checked(reader.spending(byAgent)); }));
        scans.push_back(milliseconds([&] { checked(reader.spendingOfRows(byAgent)); }));
    }
    return { { "first_ms", rounded(cold) }, { "p50_ms", rounded(median(warm)) },
        { "p95_ms", rounded(percentile(warm, 0.95)) },
        { "year_by_agent_ms", rounded(median(sums)) },
        { "scan_of_rows_ms", rounded(median(scans)) },
        { "times_faster", rounded(median(scans) / median(sums)) } };
}

Json dayFigures(const LedgerReader &reader)
{
    QRandomGenerator random(8);
    std::vector<double> times;
    for (int i = 0; i < 50; ++i) {
        const QDate day = FirstDay.addDays(random.bounded(Days));
        SpendingQuery query;
        query.filter.days = { day, day };
        query.groups.agent = query.groups.model = true;
        times.push_back(milliseconds([&] { checked(reader.spendingOfRows(query)); }));
    }
    return { { "p50_ms", rounded(median(times)) }, { "p95_ms", rounded(percentile(times, 0.95)) } };
}

Json pageFigures(const LedgerReader &reader)
{
    const auto p95 = [&reader](const LedgerQuery &query) {
        std::vector<double> times;
        for (int i = 0; i < 50; ++i)
            times.push_back(milliseconds([&] { checked(reader.rows(query)); }));
        return rounded(percentile(times, 0.95));
    };
    LedgerQuery unpriced;
    unpriced.unpricedOnly = true;
    LedgerQuery team;
    team.filter.team = TeamId(idOf(2, 3));
    LedgerQuery flagged;
    flagged.flaggedOnly = true; // there are none
    return { { "first_page_p95_ms", p95({}) }, { "unpriced_p95_ms", p95(unpriced) },
        { "of_a_team_p95_ms", p95(team) }, { "flagged_p95_ms", p95(flagged) } };
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 bookings = arguments.value(1, u"1000000"_s).toLongLong();
    QTemporaryDir dir(arguments.value(2, u"."_s) + u"/bench_costs_XXXXXX"_s);
    const QString file = dir.filePath(u"renum.db"_s);
    const auto mode = Connection::Mode::Create;
    std::unique_ptr<Connection> connection = checked(Connection::open(file, mode));
    checked(WriteSession::prepare(*connection));
    checked(migrate(*connection, mode, fromMicroseconds(0)));
    WriteSession session(std::move(connection));
    const InsertFigures insert = fill(session, bookings);
    const std::unique_ptr<Connection> reading
        = checked(Connection::open(file, Connection::Mode::ReadOnly));
    const LedgerReader reader(reading.get());
    print({ { "bookings", bookings },
        { "sums",
            checked(reading->scalar(u"SELECT count(*) FROM renum_usage_days"_s)).toLongLong() },
        { "insert", insert.report() }, { "dashboard", dashboardFigures(reader) },
        { "day", dayFigures(reader) }, { "calls", pageFigures(reader) } });
    return 0;
}
