// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/cost_desk.h"

#include "core/model/error_codes.h"
#include "core/workspace/execution_archive.h"
#include "core/workspace/workspace.h"

#include <QPointer>
#include <QTimeZone>

namespace renum::ui {

namespace {

constexpr int CoalesceMs = 1000;
constexpr int TeamsAtATime = 200;
constexpr int MostTeamPages = 10;

std::optional<Timestamp> startOf(const std::optional<QDate> &day)
{
    if (!day)
        return std::nullopt;
    return fromMicroseconds(day->startOfDay(QTimeZone::utc()).toMSecsSinceEpoch() * 1000);
}

ExecutionFilter runsOf(const LedgerFilter &filter)
{
    ExecutionFilter runs;
    runs.team = filter.team;
    runs.since = startOf(filter.days.first);
    if (filter.days.last)
        runs.until = startOf(filter.days.last->addDays(1));
    return runs;
}

Error goneError()
{
    return { ErrorCategory::UserCancelled, QString::fromLatin1(code::UserCancelled), {}, {} };
}

} // namespace

SpendingGroups groupsFor(CostGrouping grouping)
{
    SpendingGroups groups;
    groups.agent = grouping == CostGrouping::Agent;
    groups.model = grouping == CostGrouping::Model;
    groups.team = grouping == CostGrouping::Team || grouping == CostGrouping::Strategy;
    return groups;
}

CostDesk::CostDesk(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_soon(this)
{
    m_soon.setObjectName(QStringLiteral("readSoon"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(CoalesceMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        m_isOld = m_isReading; // what is being read would never come to its end
        if (!m_isReading)
            refresh();
    });
    CostBook *book = workspace->costBook();
    connect(book, &CostBook::spendingChanged, this, &CostDesk::refreshSoon);
    connect(workspace, &Workspace::executionsChanged, this, &CostDesk::refreshSoon);
    const auto forgetNames = [this] {
        m_hasNames = false;
        refreshSoon();
    };
    connect(workspace, &Workspace::teamsChanged, this, forgetNames);
    connect(workspace, &Workspace::ownAgentsChanged, this, forgetNames);
    connect(workspace, &Workspace::connectionStatusChanged, this, forgetNames);
}

void CostDesk::setScope(const CostScope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    emit scopeChanged();
    refresh();
}

void CostDesk::setWatched(bool watched)
{
    m_watched = watched;
    if (!watched)
        m_soon.stop();
}

// The first of several changes starts the second, and the others are in what is read then.
void CostDesk::refreshSoon()
{
    if (m_watched && !m_soon.isActive())
        m_soon.start();
}

void CostDesk::refresh()
{
    m_soon.stop();
    m_isReading = true;
    m_isOld = false;
    emit refreshing();
    m_tasks.start(read(++m_turn));
}

QCoro::Task<> CostDesk::read(int turn)
{
    const QPointer<CostDesk> self(this);
    if (m_state == State::Failed) {
        m_state = State::Loading;
        emit changed();
    }
    if (!m_hasNames) {
        CostNames names = co_await namesNow();
        if (!self)
            co_return;
        m_names = std::move(names);
        m_hasNames = true;
    }
    const CostScope scope = m_scope;
    const Result<CostFigures> figures = co_await figuresOf(scope);
    if (!self || turn != m_turn)
        co_return;
    if (figures) {
        m_figures = *figures;
        m_error.reset();
        m_state = State::Ready;
    } else {
        m_error = figures.error();
        m_state = State::Failed;
    }
    m_isReading = false;
    emit changed();
    if (self && m_isOld)
        refreshSoon();
}

QCoro::Task<Result<SpendingRows>> CostDesk::sumsOf(LedgerFilter filter, SpendingGroups groups)
{
    const SpendingQuery query { filter, groups };
    const std::stop_token stop = m_tasks.token();
    const Result<SpendingReport> report = co_await m_workspace->costBook()->spending(query, stop);
    if (!report)
        co_return report.error();
    co_return Result<SpendingRows>(report->rows);
}

QCoro::Task<Result<CostFigures>> CostDesk::figuresOf(CostScope scope)
{
    const QPointer<CostDesk> self(this);
    const std::stop_token stop = m_tasks.token();
    CostBook *book = m_workspace->costBook();
    const LedgerFilter filter = scope.filter(ledgerToday());
    CostFigures figures;
    SpendingQuery query { filter, groupsFor(scope.grouping) };
    query.groups.day = true;
    const Result<SpendingReport> overTime = co_await book->spending(query, stop);
    if (!self)
        co_return goneError();
    if (!overTime)
        co_return overTime.error();
    figures.overTime = *overTime;
    const std::pair<CostGrouping, SpendingRows *> kinds[] { { CostGrouping::Team, &figures.byTeam },
        { CostGrouping::Agent, &figures.byAgent }, { CostGrouping::Model, &figures.byModel } };
    for (const auto &kind : kinds) {
        const SpendingGroups groups = groupsFor(kind.first);
        const Result<SpendingRows> sums = co_await sumsOf(filter, groups);
        if (!self)
            co_return goneError();
        if (!sums)
            co_return sums.error();
        *kind.second = *sums;
    }
    const Result<SpendingRows> unpriced = co_await book->unpricedModels(filter.days, stop);
    if (!self)
        co_return goneError();
    if (!unpriced)
        co_return unpriced.error();
    figures.unpriced = *unpriced;
    const ExecutionFilter ofDays = runsOf(filter);
    const Result<ExecutionCounts> runs
        = co_await m_workspace->executionArchive()->count(ofDays, stop);
    if (!self)
        co_return goneError();
    if (!runs)
        co_return runs.error();
    figures.runs = *runs;
    LedgerFilter always = filter;
    always.days = {};
    const Result<Forecast> forecast = co_await book->forecast(always, stop);
    if (!forecast)
        co_return forecast.error();
    figures.forecast = *forecast;
    co_return Result<CostFigures>(std::move(figures));
}

// Names are a help: without those that cannot be had, ids are shown.
QCoro::Task<CostNames> CostDesk::namesNow()
{
    const QPointer<CostDesk> self(this);
    const std::stop_token stop = m_tasks.token();
    CostNames names;
    TeamQuery query;
    query.page.limit = TeamsAtATime;
    for (int page = 0; page < MostTeamPages; ++page) {
        const Result<renum::Page<Team>> teams = co_await m_workspace->teams(query, stop);
        if (!self)
            co_return names;
        if (!teams)
            break;
        for (const Team &team : teams->items)
            names.add(team);
        query.page.after = teams->next;
        if (teams->next.isEmpty())
            break;
    }
    const Result<LocalAgentList> own = co_await m_workspace->localAgents(stop);
    if (!self)
        co_return names;
    if (own) {
        for (const LocalAgent &agent : *own)
            names.add(agent);
    }
    const Result<QList<AgentInfo>> agents = co_await m_workspace->agents(stop);
    if (agents) {
        for (const AgentInfo &agent : *agents)
            names.add(agent);
    }
    co_return names;
}

} // namespace renum::ui
