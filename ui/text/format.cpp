// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace renum::ui::format {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, '0'_L1);
}

QString oneDecimal(double number)
{
    return QLocale().toString(number, 'f', 1);
}

QDateTime localTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000).toLocalTime();
}

} // namespace

QString duration(std::chrono::milliseconds time)
{
    const std::chrono::milliseconds shown = std::max(time, 0ms);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(shown).count();
    if (seconds < 60)
        return Words::tr("%1 s").arg(oneDecimal(static_cast<double>(shown.count() / 100) / 10));
    if (seconds < 3600)
        return Words::tr("%1 min %2 s").arg(seconds / 60).arg(twoDigits(seconds % 60));
    return Words::tr("%1 h %2 min").arg(seconds / 3600).arg(twoDigits(seconds / 60 % 60));
}

QString clock(std::chrono::milliseconds time)
{
    const auto seconds
        = std::chrono::duration_cast<std::chrono::seconds>(std::max(time, 0ms)).count();
    const QString minutes = twoDigits(seconds / 60 % 60) + u':' + twoDigits(seconds % 60);
    return seconds < 3600 ? minutes : QString(QString::number(seconds / 3600) + u':' + minutes);
}

QString count(qint64 number)
{
    if (number < 1000)
        return QLocale().toString(number);
    // From 999,950 on, one decimal of thousands would read 1000.0k.
    if (number < 999'950)
        return oneDecimal(static_cast<double>(number) / 1e3) + u'k';
    return oneDecimal(static_cast<double>(number) / 1e6) + u'M';
}

QString tokens(const Usage &usage)
{
    if (!usage.tokensInput && !usage.tokensOutput)
        return {};
    const QString number = count(usage.tokensInput.value_or(0) + usage.tokensOutput.value_or(0));
    //: %1 is a number such as 9.1k; "tok" is short for tokens
    const QString text = Words::tr("%1 tok").arg(number);
    return usage.estimated ? QString(u"≈ "_s + text) : text;
}

QString dateTime(Timestamp time)
{
    return QLocale().toString(localTime(time), QLocale::ShortFormat);
}

QString shortDate(Timestamp time, Timestamp now)
{
    const QDateTime local = localTime(time);
    if (local.date() == localTime(now).date())
        return QLocale().toString(local.time(), QLocale::ShortFormat);
    return QLocale().toString(local.date(), QLocale::ShortFormat);
}

QString workflowType(WorkflowType type)
{
    switch (type) {
    case WorkflowType::Sequential:
        return Words::tr("Sequential");
    case WorkflowType::Parallel:
        return Words::tr("Parallel");
    case WorkflowType::Pipeline:
        return Words::tr("Pipeline");
    case WorkflowType::Conditional:
        return Words::tr("Conditional");
    }
    Q_UNREACHABLE();
}

} // namespace renum::ui::format
