// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/message_log.h"

#include "core/net/redact.h"

#include <QLoggingCategory>

#include <cstdio>

namespace renum::desktop {

namespace {

// Called from any thread; one fputs is one write, so lines do not mix.
void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString line = qFormatLogMessage(type, context, redact(message));
    std::fputs(qPrintable(line + u'\n'), stderr);
}

} // namespace

void installMessageLog()
{
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{category}: "
                                      "%{message}"));
    qInstallMessageHandler(writeMessage);
}

} // namespace renum::desktop
