// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log_entry.h"

#include <QByteArray>

namespace renum {

/// How a log is written to a file (contract §1.5.8).
enum class LogFormat {
    JsonArray, ///< one array with an entry a line
    JsonLines, ///< one object a line
    Csv, ///< RFC 4180 with a header; a spreadsheet never takes a field for a formula
    Text, ///< one line an entry, for people
};
/// By its name: json, ndjson, csv or txt, in any case of letters.
[[nodiscard]] std::optional<LogFormat> logFormatFromString(const QString &name);

/// Writes entries in that format, UTF-8, part by part: what begin(), write() … and end() answer, in
/// that order, is the file. Line breaks and control characters of an entry cannot begin another
/// one.
class LogWriter {
public:
    explicit LogWriter(LogFormat format);

    [[nodiscard]] QByteArray begin() const;
    [[nodiscard]] QByteArray write(const LogEntryList &log);
    [[nodiscard]] QByteArray end() const;

private:
    [[nodiscard]] QByteArray line(const LogEntry &entry);

    LogFormat m_format;
    bool m_isFirst = true;
};

/// All of it at once.
[[nodiscard]] QByteArray exported(const LogEntryList &log, LogFormat format);

} // namespace renum
