// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_text.h"

#include "app/cli/terminal_text.h"

#include <algorithm>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype RecordColumns = 24;
constexpr qsizetype ValueColumns = 100;

QString value(const Json &json)
{
    return shortened(
        printable(compactJsonText(json), LineBreaks::Fold), ValueColumns, Ellipsis::End);
}

void appendValues(QStringList &lines, const QString &title, const Json &values)
{
    if (values.empty())
        return;
    qsizetype width = 0;
    for (const auto &[key, member] : values.items())
        width = std::max(width, printable(QString::fromStdString(key), LineBreaks::Fold).size());
    width = std::min(width, 2 * RecordColumns);
    lines.append({ QString(), title });
    for (const auto &[key, member] : values.items())
        lines.append(u"  "_s + cell(QString::fromStdString(key), width) + u"  "_s + value(member));
}

QString scopeText(ContextChange::Scope scope)
{
    return scope == ContextChange::Scope::SharedMemory ? u"shared memory"_s : u"context"_s;
}

QString changeText(const ContextChange &change)
{
    const QString name = printable(change.key, LineBreaks::Fold);
    if (change.deleted)
        return u"%1 %2 deleted, was %3"_s.arg(
            scopeText(change.scope), name, value(change.previousValue));
    if (change.previousValue.is_null())
        return u"%1 %2 = %3"_s.arg(scopeText(change.scope), name, value(change.value));
    return u"%1 %2 = %3, was %4"_s.arg(
        scopeText(change.scope), name, value(change.value), value(change.previousValue));
}

QString nameOr(const QString &name, const QString &otherwise)
{
    return name.isEmpty() ? otherwise : name;
}

} // namespace

QStringList contextLines(const ContextState &state)
{
    const Json resource = toJson(state);
    const QString by = state.context.lastUpdatedBy();
    const QString author
        = by.isEmpty() ? QString() : QString(u" by "_s + printable(by, LineBreaks::Fold));
    QStringList lines { u"Version %1, of %2%3"_s.arg(
        QString::number(state.context.version()), toRfc3339(state.times.updatedAt), author) };
    appendValues(lines, u"Context"_s, resource["context_object"]);
    appendValues(lines, u"Shared memory"_s, resource["shared_memory"]);
    return lines;
}

QStringList historyLines(const ContextVersion &version)
{
    QStringList reasons;
    for (const SnapshotNote &snapshot : version.snapshots)
        reasons.append(toString(snapshot.reason));
    reasons.removeDuplicates();
    const QString restored = version.restoredFrom
        ? u"  (restores version %1)"_s.arg(*version.restoredFrom)
        : QString();
    QStringList lines {
        u"%1  %2  %3  %4"_s
            .arg(QString::number(version.version).rightJustified(5), toRfc3339(version.at),
                cell(nameOr(version.changedBy, u"-"_s), RecordColumns), reasons.join(u", "_s))
            .trimmed()
        + restored
    };
    for (const ContextChange &change : version.changes)
        lines.append(u"       "_s + changeText(change));
    return lines;
}

QStringList messageLines(const TeamMessage &message)
{
    const QString way = nameOr(message.from.toString(), u"system"_s) + u" > "_s
        + nameOr(message.to.toString(), u"everyone"_s);
    const QString late = message.late ? u" (late)"_s : QString();
    return { u"%1  %2  %3  %4"_s.arg(toRfc3339(message.createdAt), cell(way, 2 * RecordColumns),
        cell(toString(message.type) + late, 15),
        shortened(printable(contentText(message.content), LineBreaks::Fold), ValueColumns,
            Ellipsis::End)) };
}

QStringList logLines(const LogEntry &entry)
{
    const QString who = nameOr(entry.stepName, nameOr(entry.agentId.toString(), u"-"_s));
    return { u"%1  %2  %3  %4  %5"_s.arg(toRfc3339(entry.timestamp),
        cell(toString(entry.level).toUpper(), 8), cell(toString(entry.category), 11),
        cell(who, RecordColumns), printable(entry.message, LineBreaks::Fold)) };
}

QStringList errorLines(const ExecutionError &error)
{
    const QString who = nameOr(error.stepName, nameOr(error.agentId.toString(), u"execution"_s));
    const QString state = error.resolved ? u"  (the step completed after all)"_s : QString();
    QStringList lines { u"%1  %2  %3  %4"_s
                            .arg(toRfc3339(error.timestamp),
                                cell(toString(severityOf(error.error.category)), 8),
                                cell(toString(error.error.category), 20), cell(who, RecordColumns))
                            .trimmed()
        + state };
    lines.append(u"    "_s + printable(error.error.message, LineBreaks::Fold));
    if (!error.resolved) {
        for (const QString &suggestion : suggestionsFor(error.error.category))
            lines.append(u"    > "_s + suggestion);
    }
    return lines;
}

QStringList statisticsLines(const ErrorStatistics &statistics, int executions)
{
    if (statistics.total() == 0)
        return { u"Nothing failed in %1 executions."_s.arg(executions) };
    QStringList lines { u"%1 failures in %2 executions; after %3 % of them the step completed all "
                        "the same."_s.arg(QString::number(statistics.total()),
                            QString::number(executions),
                            QString::number(100 * statistics.recoveryRate().value_or(0), 'f', 0)) };
    for (const auto &[type, count] : statistics.mostCommon())
        lines.append(u"%1  %2"_s.arg(QString::number(count).rightJustified(6), type));
    return lines;
}

QString auditLine(const AuditEntry &entry)
{
    const QString who = entry.actorType == AuditEntry::Actor::User
        ? nameOr(entry.actorId, u"user"_s)
        : u"system"_s;
    return u"%1  %2  %3  %4"_s.arg(toRfc3339(entry.createdAt), cell(entry.eventType, 32),
        cell(who, RecordColumns), printable(entry.entityId, LineBreaks::Fold));
}

} // namespace renum::cli
