// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/consolidation.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

qsizetype bytesOf(const Json &value)
{
    return canonicalJson(value).size();
}

/// A result that is too large is cut, so that conditions still see that the agent completed; its
/// whole text stays with the step and feeds the next inputs.
Json cutResult(const StepOutput &output)
{
    StepOutput cut = output;
    if (cut.data && bytesOf(*cut.data) > ContextLimits::MaxValueBytes / 4)
        cut.data.reset();
    if (bytesOf(cut.outputContext) > ContextLimits::MaxValueBytes / 4)
        cut.outputContext = Json::object();
    // One UTF-16 unit takes at most six bytes of JSON.
    cut.result.truncate(ContextLimits::MaxValueBytes / 4 / 6);
    if (!cut.result.isEmpty() && cut.result.back().isHighSurrogate())
        cut.result.chop(1);
    Json result = toJson(cut);
    result["truncated"] = true;
    return result;
}

} // namespace

Consolidation::Consolidation(
    Json &contextObject, WrittenValues &written, qsizetype otherBytes, bool deepMerge)
    : m_contextObject(contextObject)
    , m_written(written)
    , m_otherBytes(otherBytes)
    , m_deepMerge(deepMerge)
{
}

void Consolidation::add(const ContextContribution &contribution)
{
    writeResult(contribution);
    if (!contribution.output.outputContext.is_object())
        return;
    for (const auto &[key, value] : contribution.output.outputContext.items())
        writeValue(QString::fromStdString(key), value, contribution.agentId);
}

void Consolidation::writeResult(const ContextContribution &contribution)
{
    const QString key = resultKey(contribution.agentId);
    Json result = toJson(contribution.output);
    QByteArray text = canonicalJson(result);
    if (text.size() > ContextLimits::MaxValueBytes) {
        result = cutResult(contribution.output);
        text = canonicalJson(result);
    }
    remember(key, contribution.agentId);
    m_written.set(key, text);
    m_contextObject[key.toStdString()] = std::move(result);
}

void Consolidation::writeValue(const QString &key, const Json &value, const AgentId &agentId)
{
    const qsizetype bytes = bytesOf(value);
    if (const std::optional<ContextRefusal::Reason> reason = refusal(key, bytes)) {
        m_update.refusals.push_back({ key, agentId, *reason });
        return;
    }
    Touched &touched = remember(key, agentId);
    Json &target = m_contextObject[key.toStdString()];
    merge(touched, target, value, key);
    m_written.set(key, canonicalJson(target));
}

std::optional<ContextRefusal::Reason> Consolidation::refusal(
    const QString &key, qsizetype bytes) const
{
    if (const std::optional<ContextRefusal::Reason> reason = keyRefusal(key))
        return reason;
    const qsizetype stored = m_written.valueBytesOf(key);
    const qsizetype afterwards = m_deepMerge ? stored + bytes : bytes;
    if (afterwards > ContextLimits::MaxValueBytes)
        return ContextRefusal::Reason::ValueTooLarge;
    const qsizetype total = m_otherBytes + m_written.totalBytes() - m_written.bytesOf(key)
        + WrittenValues::memberBytes(key, afterwards);
    if (total > ContextLimits::MaxContextBytes)
        return ContextRefusal::Reason::ContextTooLarge;
    return std::nullopt;
}

void Consolidation::merge(Touched &touched, Json &target, const Json &value, const QString &path)
{
    if (m_deepMerge && value.is_object()) {
        if (!target.is_object()) {
            if (!target.is_null())
                noteWriter(touched, path);
            target = Json::object();
        }
        for (const auto &[key, member] : value.items())
            merge(touched, target[key], member, path + u'.' + QString::fromStdString(key));
        return;
    }
    noteWriter(touched, path);
    target = value;
}

void Consolidation::noteWriter(Touched &touched, const QString &path)
{
    std::vector<AgentId> &writers = touched.writers[path];
    if (writers.empty())
        touched.paths.append(path);
    writers.push_back(touched.lastWriter);
}

Consolidation::Touched &Consolidation::remember(const QString &key, const AgentId &agentId)
{
    const auto known = m_touched.find(key);
    if (known != m_touched.end()) {
        known->second.lastWriter = agentId;
        return known->second;
    }
    const auto it = m_contextObject.find(key.toStdString());
    m_order.append(key);
    Touched fresh { it == m_contextObject.end() ? Json() : *it, agentId, {}, {} };
    return m_touched.emplace(key, std::move(fresh)).first->second;
}

std::vector<ContextConflict> Consolidation::conflicts(const Touched &touched)
{
    std::vector<ContextConflict> list;
    for (const QString &path : touched.paths) {
        const std::vector<AgentId> &writers = touched.writers.at(path);
        if (writers.size() > 1)
            list.push_back({ path, writers.back(), { writers.begin(), writers.end() - 1 } });
    }
    return list;
}

ContextUpdate Consolidation::finish(int version)
{
    for (const QString &key : std::as_const(m_order)) {
        const Touched &touched = m_touched.at(key);
        ContextChange change { ContextChange::Scope::ContextObject, key,
            m_contextObject.at(key.toStdString()), touched.previous, touched.lastWriter.toString(),
            version };
        change.conflicts = conflicts(touched);
        m_update.conflicts.insert(
            m_update.conflicts.end(), change.conflicts.begin(), change.conflicts.end());
        m_update.changes.push_back(std::move(change));
    }
    return std::move(m_update);
}

} // namespace renum
