// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/consolidation.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxKeyLength = 128;

bool isValidKey(const QString &key)
{
    return !key.isEmpty() && key.size() <= MaxKeyLength && std::ranges::all_of(key, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'_' || c == u'.' || c == u'-';
    });
}

qsizetype bytesOf(const Json &value)
{
    return canonicalJson(value).size();
}

/// The stored form of a result. One that is too large is cut, so that conditions still see that the
/// agent completed; its whole text stays with the step and feeds the next inputs.
Json storedResult(const StepOutput &output)
{
    Json result = toJson(output);
    if (bytesOf(result) <= ContextLimits::MaxValueBytes)
        return result;
    StepOutput cut = output;
    if (cut.data && bytesOf(*cut.data) > ContextLimits::MaxValueBytes / 4)
        cut.data.reset();
    if (bytesOf(cut.outputContext) > ContextLimits::MaxValueBytes / 4)
        cut.outputContext = Json::object();
    // One UTF-16 unit takes at most six bytes of JSON.
    cut.result.truncate(ContextLimits::MaxValueBytes / 4 / 6);
    if (!cut.result.isEmpty() && cut.result.back().isHighSurrogate())
        cut.result.chop(1);
    result = toJson(cut);
    result["truncated"] = true;
    return result;
}

} // namespace

Consolidation::Consolidation(Json &contextObject, WrittenValues &written, bool deepMerge)
    : m_contextObject(contextObject)
    , m_written(written)
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
    Json result = storedResult(contribution.output);
    remember(key, contribution.agentId);
    m_written.set(key, canonicalJson(result));
    m_contextObject[key.toStdString()] = std::move(result);
}

void Consolidation::writeValue(const QString &key, const Json &value, const AgentId &agentId)
{
    const qsizetype bytes = bytesOf(value);
    if (const std::optional<ContextRefusal::Reason> reason = refusal(key, bytes)) {
        m_update.refusals.push_back({ key, agentId, *reason });
        return;
    }
    remember(key, agentId);
    Json &target = m_contextObject[key.toStdString()];
    merge(target, value, key, agentId);
    m_written.set(key, canonicalJson(target));
}

std::optional<ContextRefusal::Reason> Consolidation::refusal(
    const QString &key, qsizetype bytes) const
{
    if (isReservedContextKey(key))
        return ContextRefusal::Reason::ReservedKey;
    if (!isValidKey(key))
        return ContextRefusal::Reason::InvalidKey;
    const qsizetype stored = m_written.value(key).size();
    const qsizetype afterwards = m_deepMerge ? stored + bytes : bytes;
    if (afterwards > ContextLimits::MaxValueBytes)
        return ContextRefusal::Reason::ValueTooLarge;
    if (m_written.totalBytes() - stored + afterwards > ContextLimits::MaxContextBytes)
        return ContextRefusal::Reason::ContextTooLarge;
    return std::nullopt;
}

void Consolidation::merge(
    Json &target, const Json &value, const QString &path, const AgentId &agentId)
{
    if (m_deepMerge && value.is_object()) {
        if (!target.is_object()) {
            if (!target.is_null())
                noteWriter(path, agentId);
            target = Json::object();
        }
        for (const auto &[key, member] : value.items())
            merge(target[key], member, path + u'.' + QString::fromStdString(key), agentId);
        return;
    }
    noteWriter(path, agentId);
    target = value;
}

void Consolidation::noteWriter(const QString &path, const AgentId &agentId)
{
    std::vector<AgentId> &writers = m_writers[path];
    if (writers.empty())
        m_pathOrder.append(path);
    writers.push_back(agentId);
}

void Consolidation::remember(const QString &key, const AgentId &agentId)
{
    const auto touched = m_touched.find(key);
    if (touched != m_touched.end()) {
        touched->lastWriter = agentId;
        return;
    }
    const auto it = m_contextObject.find(key.toStdString());
    m_touched.insert(key, { it == m_contextObject.end() ? Json() : *it, agentId });
    m_order.append(key);
}

ContextUpdate Consolidation::finish(int version)
{
    for (const QString &key : std::as_const(m_order)) {
        const Touched &touched = m_touched[key];
        m_update.changes.push_back(
            { ContextChange::Scope::ContextObject, key, m_contextObject.at(key.toStdString()),
                touched.previous, touched.lastWriter.toString(), version, false });
    }
    for (const QString &path : std::as_const(m_pathOrder)) {
        const std::vector<AgentId> &writers = m_writers[path];
        if (writers.size() > 1)
            m_update.conflicts.push_back(
                { path, writers.back(), { writers.begin(), writers.end() - 1 } });
    }
    return std::move(m_update);
}

} // namespace renum
