// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_look.h"

#include "ui/monitor/log/log_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::ui {

QString levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return LogWords::tr("detail");
    case LogLevel::Info:
        return LogWords::tr("info");
    case LogLevel::Warning:
        return LogWords::tr("warning");
    case LogLevel::Error:
        return LogWords::tr("error");
    case LogLevel::Critical:
        return LogWords::tr("critical");
    }
    return {};
}

QString categoryText(LogCategory category)
{
    switch (category) {
    case LogCategory::Execution:
        return LogWords::tr("team");
    case LogCategory::Agent:
        return LogWords::tr("agents");
    case LogCategory::Network:
        return LogWords::tr("network");
    case LogCategory::System:
        return LogWords::tr("system");
    case LogCategory::UserAction:
        return LogWords::tr("people");
    case LogCategory::Performance:
        return LogWords::tr("usage");
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
