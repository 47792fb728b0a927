// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/compare/run_reader.h"

#include <QPointer>

namespace renum::ui {

namespace {

constexpr int EventPage = 500;
constexpr int ExecutionPage = 50;

Error closed()
{
    return { ErrorCategory::UserCancelled, QStringLiteral("user_cancelled"),
        QStringLiteral("The workspace was closed."), {} };
}

FamilyMember memberOf(const Execution &execution, const ExecutionEvents &first)
{
    FamilyMember member;
    member.id = execution.id;
    member.status = execution.status;
    member.createdAt = execution.createdAt;
    if (first.isEmpty())
        return member;
    if (const auto retry = stringAt(first.first().data, "retry_of"))
        member.origin = ExecutionId(*retry);
    if (const auto fork = stringAt(first.first().data, "forked_from")) {
        member.origin = ExecutionId(*fork);
        member.kind = ExecutionOrigin::Kind::Fork;
    }
    return member;
}

} // namespace

QCoro::Task<Result<RunFacts>> readRun(Workspace *workspace, ExecutionId id, std::stop_token stop)
{
    const QPointer<Workspace> self(workspace);
    RunFacts facts;
    qint64 after = 0;
    while (true) {
        const Result<ExecutionEvents> events
            = co_await workspace->events(id, after, EventPage, stop);
        if (!events)
            co_return events.error();
        for (const ExecutionEvent &event : *events)
            facts.apply(event);
        if (events->size() < EventPage)
            co_return Result<RunFacts>(std::move(facts));
        if (!self)
            co_return closed();
        after = events->last().seq;
    }
}

QCoro::Task<Result<std::vector<FamilyMember>>> readRelatives(
    Workspace *workspace, TeamId team, std::stop_token stop)
{
    const QPointer<Workspace> self(workspace);
    std::vector<FamilyMember> members;
    ExecutionQuery query;
    query.team = team;
    query.page.limit = ExecutionPage;
    do {
        const Result<Page<Execution>> page = co_await workspace->executions(query, stop);
        if (!page)
            co_return page.error();
        for (const Execution &execution : page->items) {
            if (!self)
                co_return closed();
            const Result<ExecutionEvents> first
                = co_await workspace->events(execution.id, 0, 1, stop);
            // One that was deleted meanwhile is no relative any more.
            if (first)
                members.push_back(memberOf(execution, *first));
        }
        query.page.after = page->next;
    } while (self && !query.page.after.isEmpty() && members.size() < MostRelatives);
    co_return Result<std::vector<FamilyMember>>(std::move(members));
}

} // namespace renum::ui
