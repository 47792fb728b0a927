// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_look.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::ui {

namespace {

struct Log {
    Q_DECLARE_TR_FUNCTIONS(Log)
};

} // namespace

QString levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return Log::tr("detail");
    case LogLevel::Info:
        return Log::tr("info");
    case LogLevel::Warning:
        return Log::tr("warning");
    case LogLevel::Error:
        return Log::tr("error");
    case LogLevel::Critical:
        return Log::tr("critical");
    }
    return {};
}

QString categoryText(LogCategory category)
{
    switch (category) {
    case LogCategory::Execution:
        return Log::tr("team");
    case LogCategory::Agent:
        return Log::tr("agents");
    case LogCategory::Network:
        return Log::tr("network");
    case LogCategory::System:
        return Log::tr("system");
    case LogCategory::UserAction:
        return Log::tr("people");
    case LogCategory::Performance:
        return Log::tr("usage");
    }
    return {};
}

LevelColors colorsOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Critical:
    case LogLevel::Error:
        return { ColorToken::Err, ColorToken::ErrBackground };
    case LogLevel::Warning:
        return { ColorToken::Warn, ColorToken::WarnBackground };
    case LogLevel::Info:
        return { ColorToken::Ok, ColorToken::OkBackground };
    case LogLevel::Debug:
        break;
    }
    return { ColorToken::Neutral, ColorToken::NeutralBackground };
}

const std::vector<LogLevel> &allLevels()
{
    static const std::vector<LogLevel> levels { LogLevel::Debug, LogLevel::Info, LogLevel::Warning,
        LogLevel::Error, LogLevel::Critical };
    return levels;
}

const std::vector<LogCategory> &allCategories()
{
    static const std::vector<LogCategory> categories { LogCategory::Execution, LogCategory::Agent,
        LogCategory::Network, LogCategory::System, LogCategory::UserAction,
        LogCategory::Performance };
    return categories;
}

std::vector<TextRange> found(QStringView text, const QStringList &words)
{
    std::vector<TextRange> all;
    for (const QString &word : words) {
        for (qsizetype at = word.isEmpty() ? -1 : text.indexOf(word, 0, Qt::CaseInsensitive);
             at >= 0; at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            all.push_back({ at, word.size() });
    }
    std::ranges::sort(all, {}, &TextRange::begin);
    std::vector<TextRange> apart;
    for (const TextRange &range : all) {
        if (apart.empty() || range.begin >= apart.back().begin + apart.back().length)
            apart.push_back(range);
    }
    return apart;
}

} // namespace renum::ui
