// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_export.h"

#include <QStringList>

#include <array>
#include <initializer_list>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// What a spreadsheet would calculate begins with one of these, or with blanks before it.
bool looksLikeFormula(const QString &field)
{
    static const QString beginnings = u"=+-@\t\r\n|%"_s;
    if (field.isEmpty())
        return false;
    if (beginnings.contains(field.front()))
        return true;
    const QString trimmed = field.trimmed();
    return !trimmed.isEmpty() && beginnings.contains(trimmed.front());
}

QString csvField(QString field)
{
    field.remove(QChar(u'\0'));
    if (looksLikeFormula(field))
        field.prepend(u'\'');
    field.replace(u'"', u"\"\""_s);
    return u'"' + field + u'"';
}

QByteArray csvLine(std::initializer_list<QString> fields)
{
    QStringList quoted;
    for (const QString &field : fields)
        quoted.append(csvField(field));
    return quoted.join(u',').toUtf8() + "\r\n";
}

QString detailsText(const LogEntry &entry)
{
    return entry.details.empty() ? QString() : compactJsonText(entry.details);
}

QByteArray csvLine(const LogEntry &entry)
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

LogWriter::LogWriter(LogFormat format)
    : m_format(format)
{
}

QByteArray LogWriter::begin() const
{
    if (m_format == LogFormat::JsonArray)
        return "[";
    if (m_format != LogFormat::Csv)
        return {};
    return csvLine({ u"log_id"_s, u"timestamp"_s, u"level"_s, u"category"_s, u"agent_id"_s,
        u"step_name"_s, u"message"_s, u"correlation_id"_s, u"execution_id"_s, u"details"_s });
}

QByteArray LogWriter::line(const LogEntry &entry)
{
    switch (m_format) {
    case LogFormat::JsonArray:
        return (std::exchange(m_isFirst, false) ? "\n" : ",\n") + canonicalJson(toJson(entry));
    case LogFormat::JsonLines:
        return canonicalJson(toJson(entry)) + '\n';
    case LogFormat::Csv:
        return csvLine(entry);
    case LogFormat::Text:
        break;
    }
    return textLine(entry);
}

QByteArray LogWriter::write(const LogEntryList &log)
{
    QByteArray bytes;
    for (const LogEntry &entry : log)
        bytes += line(entry);
    return bytes;
}

QByteArray LogWriter::end() const
{
    return m_format == LogFormat::JsonArray ? "\n]\n" : "";
}

QByteArray exported(const LogEntryList &log, LogFormat format)
{
    LogWriter writer(format);
    QByteArray bytes = writer.begin();
    bytes += writer.write(log);
    return bytes + writer.end();
}

} // namespace renum
