// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/execution_finder.h"

#include "core/store/placeholders.h"
#include "core/store/read_session.h"
#include "core/store/store_access.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

constexpr qsizetype MostCharacters = 200; ///< of a text that is looked for

QString likePattern(const QString &text)
{
    QString pattern = text.left(MostCharacters);
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + pattern + u'%';
}

/// The conditions of a filter on the row `x`, and their values.
class Conditions {
public:
    Conditions(const ExecutionFilter &filter, const ExecutionScope &scope)
    {
        add("AND x.parent_execution_id = ? "_L1, { bound::value(filter.parent) });
        if (!filter.team.isEmpty())
            add("AND x.team_id = ? "_L1, { bound::value(filter.team) });
        addStatuses(filter);
        addText(filter.text.trimmed());
        addRanges(filter);
        if (scope.only)
            addIds("IN"_L1, *scope.only);
        if (!scope.except.isEmpty())
            addIds("NOT IN"_L1, scope.except);
    }

    QString sql;
    QVariantList values;

private:
    void add(QStringView condition, const QVariantList &more)
    {
        sql += condition;
        values += more;
    }
    void add(QLatin1StringView condition, const QVariantList &more)
    {
        add(QString(condition), more);
    }

    void addStatus(const QList<ExecutionStatus> &statuses)
    {
        QVariantList names;
        for (const ExecutionStatus status : statuses)
            names.append(toString(status));
        add(QString("AND x.status IN ("_L1 + placesFor(names.size()) + ") "_L1), names);
    }

    void addStatuses(const ExecutionFilter &filter)
    {
        if (!filter.statuses.isEmpty())
            addStatus(filter.statuses);
        switch (filter.group) {
        case ExecutionGroup::All:
            return;
        case ExecutionGroup::Active:
        case ExecutionGroup::WaitingForMe:
            return addStatus({ ExecutionStatus::Pending, ExecutionStatus::Running });
        case ExecutionGroup::Completed:
            return addStatus({ ExecutionStatus::Completed });
        case ExecutionGroup::Failed:
            return addStatus({ ExecutionStatus::Failed });
        }
    }

    // LIKE takes ASCII letters in any case; others are looked for in both.
    void addText(const QString &text)
    {
        if (text.isEmpty())
            return;
        QStringList cases { text, text.toLower(), text.toUpper() };
        cases.removeDuplicates();
        QStringList ways;
        QVariantList patterns;
        for (const QString &each : std::as_const(cases)) {
            for (const auto &column :
                { "x.initial_prompt"_L1, "x.team_name"_L1, "x.execution_id"_L1 }) {
                ways << QString(column + " LIKE ? ESCAPE '\\'"_L1);
                patterns << likePattern(each);
            }
        }
        add(QString("AND ("_L1 + ways.join(" OR "_L1) + ") "_L1), patterns);
    }

    void addRanges(const ExecutionFilter &filter)
    {
        if (filter.since)
            add("AND x.created_at >= ? "_L1, { bound::value(*filter.since) });
        if (filter.until)
            add("AND x.created_at <= ? "_L1, { bound::value(*filter.until) });
        if (filter.costFrom)
            add("AND x.usage_totals ->> '$.cost.nano_usd' >= ? "_L1, { *filter.costFrom });
        if (filter.costTo)
            add("AND x.usage_totals ->> '$.cost.nano_usd' <= ? "_L1, { *filter.costTo });
    }

    void addIds(QLatin1StringView relation, const QSet<ExecutionId> &ids)
    {
        QVariantList all;
        for (const ExecutionId &id : ids)
            all.append(bound::value(id));
        add(QString(
                "AND x.execution_id "_L1 + relation + " ("_L1 + placesFor(all.size()) + ") "_L1),
            all);
    }
};

Result<QHash<ExecutionStatus, int>> countByStatus(
    ReadSession &session, const Conditions &conditions)
{
    Statement select(session.connection.get(),
        QString("SELECT x.status, count(*) FROM renum_team_executions x WHERE 1 "_L1
            + conditions.sql + "GROUP BY x.status"_L1));
    if (const Result<void> ran = select.runWith(conditions.values); !ran)
        return ran.error();
    QHash<ExecutionStatus, int> counts;
    while (select.next())
        counts.insert(executionStatusFromString(select.text(0)), select.number(1));
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return counts;
}

Result<QSet<ExecutionId>> askingIds(ReadSession &session)
{
    Statement select(session.connection.get(),
        "SELECT x.execution_id FROM renum_team_executions x WHERE x.status IN ('pending', "
        "'running') AND (x.paused OR EXISTS (SELECT 1 FROM renum_team_agent_executions s "
        "WHERE s.execution_key = x.execution_key AND s.approval ->> '$.state' = 'waiting'))");
    if (const Result<void> ran = select.run(); !ran)
        return ran.error();
    QSet<ExecutionId> ids;
    while (select.next())
        ids.insert(select.id<ExecutionId>(0));
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return ids;
}

Result<QList<ActiveExecution>> activeExecutions(ReadSession &session)
{
    const Result<QSet<ExecutionId>> asking = askingIds(session);
    if (!asking)
        return asking.error();
    QList<ActiveExecution> all;
    PageRequest request { 1000 };
    do {
        const Result<Page<Execution>> page
            = session.executions.page(u"AND x.status IN ('pending', 'running') "_s, {}, request);
        if (!page)
            return page.error();
        for (const Execution &execution : page->items)
            all.append({ execution, asking->contains(execution.id) });
        request.after = page->next;
    } while (!request.after.isEmpty());
    return all;
}

Result<QHash<ExecutionId, int>> nestedCounts(
    ReadSession &session, const QList<ExecutionId> &parents)
{
    Statement select(session.connection.get(),
        QString("SELECT parent_execution_id, count(*) FROM renum_team_executions "
                "WHERE parent_execution_id <> '' AND parent_execution_id IN ("_L1
            + placesFor(parents.size()) + ") GROUP BY parent_execution_id"_L1));
    QVariantList values;
    for (const ExecutionId &parent : parents)
        values.append(bound::value(parent));
    if (const Result<void> ran = select.runWith(values); !ran)
        return ran.error();
    QHash<ExecutionId, int> counts;
    while (select.next())
        counts.insert(select.id<ExecutionId>(0), select.number(1));
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return counts;
}

} // namespace

ExecutionFinder::ExecutionFinder(Store *store)
    : m_store(store)
{
}

QCoro::Task<Result<Page<Execution>>> ExecutionFinder::page(
    ExecutionFilter filter, ExecutionScope scope) const
{
    const OneShot<Result<Page<Execution>>> answer
        = m_store->access().read<Page<Execution>>([filter, scope](ReadSession &session) {
              const Conditions conditions(filter, scope);
              return session.executions.page(conditions.sql, conditions.values, filter.page);
          });
    co_return co_await answer;
}

QCoro::Task<Result<QHash<ExecutionStatus, int>>> ExecutionFinder::counts(
    ExecutionFilter filter, ExecutionScope scope) const
{
    using Counts = QHash<ExecutionStatus, int>;
    const OneShot<Result<Counts>> answer
        = m_store->access().read<Counts>([filter, scope](ReadSession &session) {
              return countByStatus(session, Conditions(filter, scope));
          });
    co_return co_await answer;
}

QCoro::Task<Result<QList<ActiveExecution>>> ExecutionFinder::active() const
{
    const OneShot<Result<QList<ActiveExecution>>> answer
        = m_store->access().read<QList<ActiveExecution>>(activeExecutions);
    co_return co_await answer;
}

QCoro::Task<Result<QHash<ExecutionId, int>>> ExecutionFinder::nestedOf(
    QList<ExecutionId> parents) const
{
    using Counts = QHash<ExecutionId, int>;
    const OneShot<Result<Counts>> answer = m_store->access().read<Counts>(
        [parents](ReadSession &session) { return nestedCounts(session, parents); });
    co_return co_await answer;
}

} // namespace renum
