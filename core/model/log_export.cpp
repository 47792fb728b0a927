// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_export.h"

#include "core/model/csv.h"

#include <QStringList>

#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QString detailsText(const LogEntry &entry)
{
    return entry.details.empty() ? QString() : compactJsonText(entry.details);
}

QByteArray entryLine(const LogEntry &entry)
{
    return csvLine({ QString::number(entry.id), toRfc3339(entry.timestamp), toString(entry.level),
        toString(entry.category), entry.agentId.toString(), entry.stepName, entry.message,
        entry.correlationId, entry.executionId.toString(), detailsText(entry) });
}

/// In one line, without characters that a terminal or a viewer would act on.
QString singleLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        const QChar::Category category = c.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph || category == QChar::Other_Format)
            c = u' ';
    }
    return line.simplified();
}

QByteArray textLine(const LogEntry &entry)
{
    const QString who = entry.stepName.isEmpty() ? entry.agentId.toString() : entry.stepName;
    const QString about = who.isEmpty() ? QString() : QString(singleLine(who) + u": "_s);
    const QString line = u"%1  %2  %3  "_s.arg(toRfc3339(entry.timestamp),
                             toString(entry.level).toUpper().leftJustified(8),
                             toString(entry.category).leftJustified(11))
        + about + singleLine(entry.message);
    return line.toUtf8() + '\n';
}

QByteArray jsonArray(const LogEntryList &log)
{
    QByteArray bytes = "[";
    for (const LogEntry &entry : log) {
        bytes += bytes.size() > 1 ? ",\n" : "\n";
        bytes += canonicalJson(toJson(entry));
    }
    return bytes + "\n]\n";
}

} // namespace

std::optional<LogFormat> logFormatFromString(const QString &name)
{
    constexpr std::array Names { std::pair { "json"_L1, LogFormat::JsonArray },
        std::pair { "ndjson"_L1, LogFormat::JsonLines }, std::pair { "csv"_L1, LogFormat::Csv },
        std::pair { "txt"_L1, LogFormat::Text } };
    for (const auto &[known, format] : Names) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return format;
    }
    return std::nullopt;
}

QByteArray exported(const LogEntryList &log, LogFormat format)
{
    if (format == LogFormat::JsonArray)
        return jsonArray(log);
    QByteArray bytes;
    if (format == LogFormat::Csv) {
        bytes = csvLine({ u"log_id"_s, u"timestamp"_s, u"level"_s, u"category"_s, u"agent_id"_s,
            u"step_name"_s, u"message"_s, u"correlation_id"_s, u"execution_id"_s, u"details"_s });
    }
    for (const LogEntry &entry : log) {
        if (format == LogFormat::JsonLines)
            bytes += canonicalJson(toJson(entry)) + '\n';
        else
            bytes += format == LogFormat::Csv ? entryLine(entry) : textLine(entry);
    }
    return bytes;
}

} // namespace renum
