// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log_search.h"

#include "core/model/execution_log.h"
#include "core/model/log_texts.h"
#include "core/store/connection.h"
#include "core/store/placeholders.h"
#include "core/store/read_session.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

enum Column { SeqColumn, TypeColumn, EventTypeColumn, AgentColumn, DataColumn };

// Data is canonical JSON, in which a text cannot look like a member: its quotes are escaped. So
// these are exactly the events that outputLogEntry() tells of.
const auto IsLine
    = " AND event_type <> 'execution_progress' AND (event_type <> 'step_output' "
      "OR instr(data, '\"kind\":\"tool_') > 0 OR instr(data, '\"kind\":\"status\"') > 0)"_L1;

template<typename T>
bool isAmong(const QList<T> &wanted, T value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

} // namespace

LogSearch::LogSearch(ReadSession *session, ExecutionRef execution, LogFilter filter)
    : m_session(session)
    , m_execution(std::move(execution))
    , m_filter(std::move(filter))
{
    compose();
}

void LogSearch::compose()
{
    m_conditions = IsLine;
    addAgents();
    addTimes();
    addTypes();
    for (const LogWord &word : std::as_const(m_filter.words))
        addWord(word);
}

bool LogSearch::narrowsKinds() const
{
    return !m_filter.levels.isEmpty() || !m_filter.categories.isEmpty();
}

void LogSearch::addTypes()
{
    if (!narrowsKinds())
        return;
    QStringList others;
    for (const LogKind &kind : logKinds()) {
        if (kind.varies) {
            addLevelsOf(kind);
            continue;
        }
        if (isAmong(m_filter.levels, kind.level) && isAmong(m_filter.categories, kind.category))
            m_certain.insert(kind.eventType);
        else
            others.append(kind.eventType);
    }
    m_conditions += " AND event_type NOT IN ("_L1 + placesFor(others.size()) + u')';
    for (const QString &type : std::as_const(others))
        m_values.append(type);
    addLevelsOf(writtenLogKind());
}

// Most of a long log are lines whose level only their data says. Parsing each to leave out nearly
// all of them takes many times as long as looking for the words that make it the level wanted.
void LogSearch::addLevelsOf(const LogKind &kind)
{
    if (m_filter.levels.isEmpty())
        return;
    QStringList signs;
    QByteArrayList doubts;
    bool isTold = true;
    bool isDoubtless = true;
    for (auto it = kind.signs.cbegin(); it != kind.signs.cend(); ++it) {
        if (m_filter.levels.contains(it.key())) {
            isTold = isTold && !it->isEmpty();
            signs += *it;
            continue;
        }
        isDoubtless = isDoubtless && !it->isEmpty();
        for (const QString &sign : *it)
            doubts.append(sign.toLower().toUtf8());
    }
    if (isDoubtless && m_filter.categories.isEmpty())
        m_doubts.insert(kind.eventType, doubts);
    if (!isTold)
        return;
    // Damaged data is shown rather than hidden.
    m_conditions += " AND (iif(event_type = '', type, event_type) <> ? "
                    "OR substr(data, -1) <> '}'"_L1;
    m_values.append(kind.eventType);
    for (const QString &sign : std::as_const(signs)) {
        m_conditions += " OR data LIKE ?"_L1;
        m_values.append(QString(u'%' + sign + u'%'));
    }
    m_conditions += u')';
}

void LogSearch::addAgents()
{
    if (m_filter.agents.isEmpty())
        return;
    // Changes of the context only say in their data whose they are.
    const QString places = placesFor(m_filter.agents.size());
    m_conditions += " AND (agent_id IN ("_L1 + places
        + ") OR (type = 'context_change' AND data ->> '$.changed_by' IN ("_L1 + places + ")))"_L1;
    for (int column = 0; column < 2; ++column) {
        for (const AgentId &agent : std::as_const(m_filter.agents))
            m_values.append(bound::value(agent));
    }
}

void LogSearch::addTimes()
{
    if (m_filter.since) {
        m_conditions += " AND created_at >= ?"_L1;
        m_values.append(bound::value(*m_filter.since));
    }
    if (m_filter.until) {
        m_conditions += " AND created_at <= ?"_L1;
        m_values.append(bound::value(*m_filter.until));
    }
}

// What costs least comes first.
void LogSearch::addWord(const LogWord &word)
{
    Word mine { TextNeedle(word.text), {}, {} };
    QStringList ways;
    if (!word.types.isEmpty()) {
        const QString places = placesFor(word.types.size());
        ways << QString("event_type IN ("_L1 + places + u')')
             << QString("type IN ("_L1 + places + u')');
        for (int column = 0; column < 2; ++column) {
            for (const QString &type : word.types)
                m_values.append(type);
        }
        mine.types = QSet<QString>(word.types.cbegin(), word.types.cend());
    }
    if (!word.agents.isEmpty()) {
        ways << QString("agent_id IN ("_L1 + placesFor(word.agents.size()) + u')');
        for (const AgentId &agent : word.agents) {
            m_values.append(bound::value(agent));
            mine.agents.insert(agent.toString());
        }
    }
    ways << u"data LIKE ? ESCAPE '\\'"_s;
    m_values.append(mine.needle.likePattern());
    m_conditions += " AND ("_L1 + ways.join(" OR "_L1) + u')';
    m_words.push_back(std::move(mine));
}

Result<QList<qint64>> LogSearch::run(qint64 after, qint64 upTo)
{
    const bool looksCloser = narrowsKinds() || !m_words.empty();
    const QString columns
        = looksCloser ? u"seq, type, event_type, agent_id, CAST(data AS BLOB)"_s : u"seq"_s;
    Statement select(m_session->connection.get(),
        "SELECT "_L1 + columns
            + " FROM renum_execution_events WHERE execution_key = ? AND seq > ? AND seq <= ?"_L1
            + m_conditions + " ORDER BY seq"_L1);
    const QVariantList values
        = QVariantList { bound::value(m_execution.key), after, upTo } + m_values;
    if (const Result<void> ran = select.runWith(values); !ran)
        return ran.error();
    QList<qint64> lines;
    while (select.next()) {
        if (looksCloser) {
            const Result<bool> hit = isHit(select);
            if (!hit)
                return hit.error();
            if (!*hit)
                continue;
        }
        lines.append(select.integer(SeqColumn));
    }
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return lines;
}

Result<bool> LogSearch::isHit(const Statement &row)
{
    const QByteArray data = row.bytes(DataColumn);
    if (!hasWords(row, data))
        return false;
    if (!narrowsKinds() || isCertain(row, data))
        return true;
    return hasKind(row, data);
}

bool LogSearch::isCertain(const Statement &row, const QByteArray &data) const
{
    const QString eventType = row.text(EventTypeColumn);
    if (m_certain.contains(eventType))
        return true;
    const auto doubts = m_doubts.constFind(eventType.isEmpty() ? row.text(TypeColumn) : eventType);
    if (doubts == m_doubts.cend() || !data.endsWith('}'))
        return false;
    const QByteArray folded = data.toLower();
    return std::ranges::none_of(
        *doubts, [&folded](const QByteArray &sign) { return folded.contains(sign); });
}

bool LogSearch::hasWords(const Statement &row, const QByteArray &data) const
{
    for (const Word &word : m_words) {
        const bool isSaid = !word.types.isEmpty()
            && (word.types.contains(row.text(EventTypeColumn))
                || word.types.contains(row.text(TypeColumn)));
        const bool isNamed = !word.agents.isEmpty() && word.agents.contains(row.text(AgentColumn));
        if (!isSaid && !isNamed && !word.needle.isInValuesOf(data))
            return false;
    }
    return true;
}

Result<bool> LogSearch::hasKind(const Statement &row, const QByteArray &data)
{
    ExecutionEvent event;
    event.seq = row.integer(SeqColumn);
    event.type = row.text(TypeColumn);
    event.eventType = row.text(EventTypeColumn);
    event.agentId = row.id<AgentId>(AgentColumn);
    event.data = Json::parse(data.begin(), data.end(), nullptr, false);
    if (event.data.is_discarded())
        return true; // damaged: shown rather than hidden
    std::optional<LogEntry> entry = logEntry(event);
    if (!entry)
        return false;
    if (event.type == "context_change"_L1 && !m_filter.categories.isEmpty()) {
        if (const Result<void> read = readNames(); !read)
            return read.error();
        attribute(*entry, event, *m_names);
    }
    return isAmong(m_filter.levels, entry->level) && isAmong(m_filter.categories, entry->category);
}

Result<void> LogSearch::readNames()
{
    if (m_names)
        return {};
    m_names.emplace();
    const Result<ExecutionRow> row = m_session->executions.find(m_execution.id);
    if (!row)
        return row.error();
    if (!row->planSeq)
        return {};
    const Result<ExecutionEvents> plan = m_session->events.single(m_execution, *row->planSeq);
    if (!plan)
        return plan.error();
    if (!plan->isEmpty())
        m_names = namesInPlan(plan->first());
    return {};
}

} // namespace renum
