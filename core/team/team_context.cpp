// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_context.h"

#include "core/team/consolidation.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Seeds { "initial_prompt"_L1, "team_id"_L1, "execution_id"_L1,
    "workflow_type"_L1 };

} // namespace

bool isReservedContextKey(const QString &key)
{
    return std::ranges::find(Seeds, key) != Seeds.end()
        || (key.startsWith("agent_"_L1) && key.endsWith("_result"_L1));
}

QString resultKey(const AgentId &agentId)
{
    return u"agent_"_s + agentId.toString() + u"_result"_s;
}

QString toString(ContextChange::Scope scope)
{
    return scope == ContextChange::Scope::ContextObject ? u"context_object"_s : u"shared_memory"_s;
}

QString toString(const ContextRefusal &refusal)
{
    QString why;
    switch (refusal.reason) {
    case ContextRefusal::Reason::ReservedKey:
        why = u"the name is reserved"_s;
        break;
    case ContextRefusal::Reason::InvalidKey:
        why = u"a name has 1 to 128 letters, digits, dots, dashes or underscores"_s;
        break;
    case ContextRefusal::Reason::ValueTooLarge:
        why = u"a value may have at most %1 KiB"_s.arg(ContextLimits::MaxValueBytes / 1024);
        break;
    case ContextRefusal::Reason::ContextTooLarge:
        why = u"the context may have at most %1 KiB"_s.arg(ContextLimits::MaxContextBytes / 1024);
        break;
    }
    return u"The context value \"%1\" of agent %2 was not stored: %3."_s.arg(
        refusal.key.left(128), refusal.agentId.toString(), why);
}

void WrittenValues::set(const QString &key, QByteArray compactJson)
{
    QByteArray &stored = m_json[key];
    m_total += compactJson.size() - stored.size();
    stored = std::move(compactJson);
}

void WrittenValues::forget(const QString &key)
{
    m_total -= m_json.take(key).size();
}

TeamContext::TeamContext(Json seeds, const Json &initialContext, Json initialMemory)
    : m_contextObject(seeds.is_object() ? std::move(seeds) : Json::object())
    , m_sharedMemory(initialMemory.is_object() ? std::move(initialMemory) : Json::object())
{
    if (!initialContext.is_object())
        return;
    for (const auto &[key, value] : initialContext.items()) {
        if (!isReservedContextKey(QString::fromStdString(key)))
            m_contextObject[key] = value;
    }
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

QByteArray TeamContext::compactValue(const QString &key) const
{
    const QByteArray written = m_written.value(key);
    if (!written.isNull())
        return written;
    const auto it = m_contextObject.find(key.toStdString());
    return canonicalJson(it == m_contextObject.end() ? Json() : *it);
}

ContextUpdate TeamContext::consolidate(
    const std::vector<ContextContribution> &contributions, bool deepMerge)
{
    if (contributions.empty())
        return {};
    Consolidation consolidation(m_contextObject, m_written, deepMerge);
    for (const ContextContribution &contribution : contributions)
        consolidation.add(contribution);
    ContextUpdate update = consolidation.finish(m_version + 1);
    if (!update.changes.empty())
        ++m_version;
    m_conflicts.insert(m_conflicts.end(), update.conflicts.begin(), update.conflicts.end());
    return update;
}

std::vector<ContextChange> TeamContext::setSystemVariable(const QString &key, const Json &value)
{
    const std::string name = key.toStdString();
    const auto it = m_contextObject.find(name);
    Json previous = it == m_contextObject.end() ? Json() : *it;
    if (it != m_contextObject.end() && previous == value)
        return {};
    m_contextObject[name] = value;
    m_written.forget(key);
    ++m_version;
    return { { ContextChange::Scope::ContextObject, key, value, std::move(previous), u"system"_s,
        m_version, false } };
}

std::vector<ContextChange> TeamContext::revert(const std::vector<ContextChange> &changes)
{
    if (changes.empty())
        return {};
    ++m_version;
    std::vector<ContextChange> reverted;
    for (const ContextChange &change : changes | std::views::reverse) {
        const std::string name = change.key.toStdString();
        const bool wasAbsent = change.previousValue.is_null();
        m_written.forget(change.key);
        if (wasAbsent)
            m_contextObject.erase(name);
        else
            m_contextObject[name] = change.previousValue;
        reverted.push_back({ ContextChange::Scope::ContextObject, change.key, change.previousValue,
            change.value, u"system"_s, m_version, wasAbsent });
    }
    return reverted;
}

} // namespace renum
