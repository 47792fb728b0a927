// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_tool_tracker.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Bounds against a server that never finishes its calls.
constexpr qsizetype LongestArguments = 1024 * 1024;
constexpr qsizetype MostOpenCalls = 256;

/// Arguments are shown only when they are whole: a cut piece of JSON helps nobody.
QString wholeJson(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return parseJson(bytes).ok() ? text : QString();
}

QString xmlArguments(const QList<XmlToolCall> &calls, const QString &name)
{
    const auto it = std::find_if(calls.crbegin(), calls.crend(),
        [&name](const XmlToolCall &call) { return call.name == name; });
    return it == calls.crend() || it->parameters.isEmpty() ? QString() : it->argumentsJson();
}

} // namespace

SunaToolTracker::SunaToolTracker(RunEventSink emitEvent)
    : m_emit(std::move(emitEvent))
{
}

void SunaToolTracker::argumentDeltas(const QList<SunaToolCall> &deltas)
{
    for (const SunaToolCall &delta : deltas) {
        const bool room = m_arguments.contains(delta.id) || m_arguments.size() < MostOpenCalls;
        if (delta.id.isEmpty() || m_announced.contains(delta.id) || !room)
            continue;
        QString &arguments = m_arguments[delta.id];
        if (arguments.size() + delta.arguments.size() <= LongestArguments)
            arguments += delta.arguments;
    }
}

void SunaToolTracker::started(const SunaMessage &row, const QList<XmlToolCall> &xmlCalls)
{
    const QString name = stringAt(row.content, "function_name").value_or(QString());
    QString id = stringAt(row.content, "tool_call_id").value_or(QString());
    QString arguments;
    if (id.isEmpty()) {
        // The XML form has no ids; calls come one after the other, so a number names them.
        id = u"xml-%1"_s.arg(m_unnamed++);
        arguments = xmlArguments(xmlCalls, name);
    } else {
        arguments = wholeJson(m_arguments.value(id));
    }
    announce(id, name, arguments);
}

void SunaToolTracker::listed(const QList<SunaToolCall> &calls)
{
    for (const SunaToolCall &call : calls) {
        if (!call.id.isEmpty())
            announce(call.id, call.name, wholeJson(call.arguments));
    }
}

void SunaToolTracker::broken(const SunaMessage &row)
{
    SunaToolResult result;
    result.callId = stringAt(row.content, "tool_call_id").value_or(QString());
    result.name = stringAt(row.content, "function_name").value_or(QString());
    result.output = stringAt(row.content, "message").value_or(QString());
    result.ok = false;
    const QString unnamed = result.callId.isEmpty() ? result.name : QString();
    settle(std::move(result));
    // A result row may follow all the same; without an id only the name connects the two.
    if (!unnamed.isEmpty())
        m_broken.insert(unnamed);
}

void SunaToolTracker::finished(const SunaMessage &row)
{
    settle(sunaToolResult(row));
}

void SunaToolTracker::announce(const QString &id, const QString &name, const QString &arguments)
{
    if (m_announced.contains(id))
        return;
    m_announced.insert(id);
    m_arguments.remove(id);
    m_broken.remove(name);
    if (m_open.size() < MostOpenCalls)
        m_open.append({ id, name });
    m_emit(RunToolCall { id, name, arguments });
}

/// The call that a result belongs to: by id, else the oldest open one of that name.
QString SunaToolTracker::takeOpenCall(const SunaToolResult &result)
{
    const auto it = std::find_if(m_open.begin(), m_open.end(), [&result](const OpenCall &call) {
        return result.callId.isEmpty() ? call.name == result.name : call.id == result.callId;
    });
    if (it == m_open.end())
        return result.callId;
    const QString id = it->id;
    m_open.erase(it);
    return id;
}

void SunaToolTracker::settle(SunaToolResult result)
{
    const QString id = takeOpenCall(result);
    const bool again = id.isEmpty() ? m_broken.remove(result.name) : m_settled.contains(id);
    if (again)
        return;
    if (!id.isEmpty())
        m_settled.insert(id);
    m_emit(RunToolResult { id, result.name, result.output, result.ok });
}

} // namespace renum
