// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_context.h"

#include "core/team/consolidation.h"

#include <algorithm>
#include <ranges>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

void measure(WrittenValues &written, const Json &object)
{
    for (const auto &[key, value] : object.items())
        written.set(QString::fromStdString(key), canonicalJson(value));
}

} // namespace

TeamContext::TeamContext(Json seeds, const Json &initialContext, Json initialMemory)
    : m_contextObject(seeds.is_object() ? std::move(seeds) : Json::object())
    , m_sharedMemory(initialMemory.is_object() ? std::move(initialMemory) : Json::object())
{
    if (initialContext.is_object()) {
        for (const auto &[key, value] : initialContext.items()) {
            if (!isReservedContextKey(QString::fromStdString(key)))
                m_contextObject[key] = value;
        }
    }
    measure(m_written, m_contextObject);
    measure(m_writtenMemory, m_sharedMemory);
}

std::optional<Timestamp> TeamContext::nextExpiry() const
{
    const auto next = std::ranges::min_element(m_expiries, {}, &Expiries::value_type::second);
    return next == m_expiries.end() ? std::nullopt : std::optional(next->second);
}

qsizetype TeamContext::bytes() const
{
    return m_written.totalBytes() + m_writtenMemory.totalBytes();
}

Json TeamContext::variables() const
{
    Json variables = m_contextObject;
    for (const auto &[key, value] : m_sharedMemory.items()) {
        if (!isReservedContextKey(QString::fromStdString(key)))
            variables[key] = value;
    }
    return variables;
}

Json TeamContext::variables(Timestamp now) const
{
    Json variables = m_contextObject;
    for (const auto &[name, value] : m_sharedMemory.items()) {
        const QString key = QString::fromStdString(name);
        if (!isReservedContextKey(key) && !isExpired(key, now))
            variables[name] = value;
    }
    return variables;
}

const Json *TeamContext::variable(const QString &key) const
{
    const std::string name = key.toStdString();
    if (!isReservedContextKey(key)) {
        if (const auto it = m_sharedMemory.find(name); it != m_sharedMemory.end())
            return &*it;
    }
    const auto it = m_contextObject.find(name);
    return it == m_contextObject.end() ? nullptr : &*it;
}

const Json *TeamContext::variable(const QString &key, Timestamp now) const
{
    if (!isExpired(key, now))
        return variable(key);
    const auto it = m_contextObject.find(key.toStdString());
    return it == m_contextObject.end() ? nullptr : &*it;
}

bool TeamContext::isExpired(const QString &memoryKey, Timestamp now) const
{
    const auto expiry = m_expiries.find(memoryKey);
    return expiry != m_expiries.end() && expiry->second <= now;
}

void TeamContext::writeContextObject(QString &text, qsizetype limit) const
{
    m_written.writeTo(text, limit);
}

ContextUpdate TeamContext::consolidate(
    const std::vector<ContextContribution> &contributions, bool deepMerge)
{
    if (contributions.empty())
        return {};
    Consolidation consolidation(
        m_contextObject, m_written, m_writtenMemory.totalBytes(), deepMerge);
    for (const ContextContribution &contribution : contributions)
        consolidation.add(contribution);
    ContextUpdate update = consolidation.finish(m_version + 1);
    if (!update.changes.empty()) {
        ++m_version;
        m_lastUpdatedBy = update.changes.back().changedBy;
    }
    m_conflicts.insert(m_conflicts.end(), update.conflicts.begin(), update.conflicts.end());
    return update;
}

ContextChanges TeamContext::setSystemVariable(const QString &key, const Json &value)
{
    const std::string name = key.toStdString();
    const auto it = m_contextObject.find(name);
    if (it != m_contextObject.end() && *it == value)
        return {};
    Json previous = it == m_contextObject.end() ? Json() : *it;
    return commit(
        { { Scope::ContextObject, key, value, std::move(previous) } }, ContextAuthor::system());
}

ContextChanges TeamContext::revert(const ContextChanges &changes)
{
    ContextChanges reverted;
    for (const ContextChange &change : changes | std::views::reverse) {
        ContextChange back { Scope::ContextObject, change.key, change.previousValue, change.value };
        back.deleted = change.previousValue.is_null();
        reverted.push_back(std::move(back));
    }
    return commit(std::move(reverted), ContextAuthor::system());
}

ContextChanges TeamContext::commit(ContextChanges changes, const ContextAuthor &author)
{
    if (changes.empty())
        return changes;
    const int version = m_version + 1;
    for (ContextChange &change : changes) {
        change.version = version;
        change.changedBy = author.toString();
        change.byPerson = author.isPerson();
        apply(change);
    }
    return changes;
}

void TeamContext::apply(const ContextChange &change)
{
    store(change);
    m_version = std::max(m_version, change.version);
    m_lastUpdatedBy = change.changedBy;
    if (change.restoredFrom)
        m_restoredFrom = change.restoredFrom;
    m_conflicts.insert(m_conflicts.end(), change.conflicts.begin(), change.conflicts.end());
}

void TeamContext::store(const ContextChange &change)
{
    const bool memory = change.scope == Scope::SharedMemory;
    Json &target = memory ? m_sharedMemory : m_contextObject;
    WrittenValues &values = written(change.scope);
    if (change.deleted) {
        target.erase(change.key.toStdString());
        values.forget(change.key);
    } else {
        target[change.key.toStdString()] = change.value;
        values.set(change.key, canonicalJson(change.value));
    }
    if (memory && change.expiresAt && !change.deleted)
        m_expiries.insert_or_assign(change.key, *change.expiresAt);
    else if (memory)
        m_expiries.erase(change.key);
}

const Json &TeamContext::object(Scope scope) const
{
    return scope == Scope::SharedMemory ? m_sharedMemory : m_contextObject;
}

WrittenValues &TeamContext::written(Scope scope)
{
    return scope == Scope::SharedMemory ? m_writtenMemory : m_written;
}

bool operator==(const TeamContext &a, const TeamContext &b)
{
    return a.m_version == b.m_version && a.m_contextObject == b.m_contextObject
        && a.m_sharedMemory == b.m_sharedMemory && a.m_expiries == b.m_expiries
        && a.m_conflicts == b.m_conflicts && a.m_lastUpdatedBy == b.m_lastUpdatedBy
        && a.m_restoredFrom == b.m_restoredFrom;
}

} // namespace renum
