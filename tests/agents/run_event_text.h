// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"

#include <QFile>
#include <QString>
#include <QStringList>
#include <QTest>

namespace renum::test {

/// One line for an event, so that a test compares lists of lines.
inline QString eventText(const RunEvent &event)
{
    using namespace Qt::StringLiterals;
    const auto quoted
        = [](QString text) { return QString(u'"' + text.replace(u'\n', "\\n"_L1) + u'"'); };
    if (const auto *delta = std::get_if<RunTextDelta>(&event))
        return u"delta %1 %2"_s.arg(delta->segment).arg(quoted(delta->text));
    if (const auto *whole = std::get_if<RunTextReplaced>(&event))
        return u"replace %1 %2"_s.arg(whole->segment).arg(quoted(whole->text));
    if (const auto *call = std::get_if<RunToolCall>(&event))
        return u"call %1 %2 %3"_s.arg(call->callId, call->name, call->arguments).trimmed();
    if (const auto *result = std::get_if<RunToolResult>(&event)) {
        const QString ok = result->ok ? u"ok"_s : u"failed"_s;
        return u"result %1 %2 %3 %4"_s.arg(result->callId, result->name, ok, result->output);
    }
    if (const auto *activity = std::get_if<RunActivity>(&event))
        return u"activity "_s + activity->text;
    return u"model "_s + std::get<RunModelKnown>(event).modelName;
}

/// Collects events as lines.
class EventLines {
public:
    [[nodiscard]] RunEventSink sink()
    {
        return [this](const RunEvent &event) { lines += eventText(event); };
    }
    /// What a person would see in the end: segments joined by a bar.
    [[nodiscard]] RunEventSink screen()
    {
        return [this](const RunEvent &event) {
            lines += eventText(event);
            if (const auto *delta = std::get_if<RunTextDelta>(&event))
                segments[delta->segment] += delta->text;
            else if (const auto *whole = std::get_if<RunTextReplaced>(&event))
                segments[whole->segment] = whole->text;
        };
    }
    [[nodiscard]] QString text() const { return QStringList(segments.values()).join(u'|'); }

    QStringList lines;
    QMap<int, QString> segments;
};

/// A file of tests/agents/data.
inline QByteArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(RENUM_SOURCE_DIR "/tests/agents/data/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace renum::test
