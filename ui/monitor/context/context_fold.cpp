// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/context_fold.h"

#include "core/workflow/context_at.h"

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

bool operator==(const ContextEntry &a, const ContextEntry &b)
{
    const auto rest = [](const ContextEntry &entry) {
        return std::tie(entry.key, entry.version, entry.at, entry.changedBy, entry.byPerson,
            entry.seq, entry.expiresAt, entry.restoredFrom, entry.conflicts);
    };
    const bool sameValue = a.value == b.value || (a.value && b.value && *a.value == *b.value);
    return sameValue && rest(a) == rest(b);
}

void ContextFold::apply(const ExecutionEvent &event)
{
    if (event.eventType == "execution_created"_L1) {
        m_created = event;
    } else if (event.eventType == "plan_created"_L1) {
        applyPlan(event);
    } else if (event.type == "context_change"_L1) {
        Result<ContextChange> read = contextChangeFromJson(event.data);
        // Version 1 is what a context begins with.
        if (!read || read->version <= 1)
            return;
        ContextChange &change = *read;
        auto value
            = change.deleted ? nullptr : std::make_shared<const Json>(std::move(change.value));
        add({ { change.scope, change.key }, std::move(value), change.version, event.timestamp,
            change.changedBy, change.byPerson, event.seq, change.expiresAt, change.restoredFrom,
            std::move(change.conflicts) });
    }
}

void ContextFold::applyPlan(const ExecutionEvent &event)
{
    // The rules of what a context begins with are those of the engine.
    ContextAt start;
    start.apply(m_created);
    start.apply(event);
    const Result<ContextState> state = start.state(event.timestamp);
    if (!state)
        return;
    begin(ContextChange::Scope::ContextObject, state->context.contextObject(), event);
    begin(ContextChange::Scope::SharedMemory, state->context.sharedMemory(), event);
    m_version = std::max(m_version, 1);
    const Json *json = memberAt(event.data, "plan");
    const Result<ExecutionPlan> plan = json ? planFromJson(*json) : ExecutionPlan();
    if (!plan)
        return;
    for (const PlanStep &step : plan->steps)
        m_names.insert(step.agentId.toString(), step.name);
}

void ContextFold::begin(ContextChange::Scope scope, const Json &object, const ExecutionEvent &event)
{
    for (const auto &[key, value] : object.items()) {
        ContextEntry entry;
        entry.key = { scope, QString::fromStdString(key) };
        entry.value = std::make_shared<const Json>(value);
        entry.at = event.timestamp;
        entry.seq = event.seq;
        add(std::move(entry));
    }
}

void ContextFold::add(ContextEntry entry)
{
    m_version = std::max(m_version, entry.version);
    if (entry.value)
        m_values.insert(entry.key, entry);
    else
        m_values.remove(entry.key);
    m_changes.append(std::move(entry));
}

ContextValues ContextFold::valuesAt(int version) const
{
    if (version >= m_version)
        return m_values;
    ContextValues values;
    for (const ContextEntry &entry : m_changes) {
        if (entry.version > version)
            break;
        if (entry.value)
            values.insert(entry.key, entry);
        else
            values.remove(entry.key);
    }
    return values;
}

QList<ContextEntry> ContextFold::historyOf(const ContextKey &key) const
{
    QList<ContextEntry> history;
    std::ranges::copy_if(m_changes, std::back_inserter(history),
        [&key](const ContextEntry &entry) { return entry.key == key; });
    return history;
}

std::optional<ContextEntry> ContextFold::maker(int version) const
{
    const auto found = std::ranges::lower_bound(m_changes, version, {}, &ContextEntry::version);
    return found != m_changes.end() && found->version == version ? std::optional(*found)
                                                                 : std::nullopt;
}

QString ContextFold::nameOf(const QString &changedBy) const
{
    return m_names.value(changedBy, changedBy);
}

JsonDifference contextDifference(const ContextValues &before, const ContextValues &after)
{
    using Kind = JsonDifference::Kind;
    JsonDifference root;
    QMap<ContextKey, std::pair<const Json *, const Json *>> all;
    for (auto entry = before.cbegin(); entry != before.cend(); ++entry)
        all[entry.key()].first = entry->value.get();
    for (auto entry = after.cbegin(); entry != after.cend(); ++entry)
        all[entry.key()].second = entry->value.get();
    for (auto each = all.cbegin(); each != all.cend(); ++each) {
        const auto &[old, fresh] = each.value();
        const QString name = toString(each.key().scope) + u'/' + each.key().name;
        JsonDifference child { Kind::Same, name, old, fresh, {} };
        if (!old || !fresh)
            child.kind = old ? Kind::Removed : Kind::Added;
        else if (old != fresh) { // a value that nobody wrote is one and the same
            child = jsonDifference(*old, *fresh);
            child.key = name;
        }
        if (child.kind != Kind::Same)
            root.kind = Kind::Changed;
        root.children.push_back(std::move(child));
    }
    return root;
}

ContextAccess contextAccess(const Execution &execution, bool interrupted)
{
    if (execution.status != ExecutionStatus::Running || interrupted)
        return ContextAccess::Read;
    const bool working = std::ranges::any_of(
        execution.steps, [](const StepRecord &step) { return step.status == StepStatus::Running; });
    return execution.paused && !working ? ContextAccess::Restore : ContextAccess::Write;
}

} // namespace renum::ui
