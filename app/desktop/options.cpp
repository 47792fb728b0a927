// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

namespace renum::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr double LongestWait = 600;

/// The command line speaks English, as that of every program of ours.
class Parser {
public:
    Parser();
    [[nodiscard]] std::variant<Options, OptionsText> parse(const QStringList &arguments);

private:
    [[nodiscard]] std::optional<QString> read(Options &options) const;
    [[nodiscard]] std::optional<QString> readLooks(Options &options) const;
    [[nodiscard]] std::optional<QString> readScreenshot(Options &options) const;

    QCommandLineParser m_parser;
    QCommandLineOption m_demo { u"demo"_s,
        u"Use the simulated agents, whatever the settings say."_s };
    QCommandLineOption m_dataDir { u"data-dir"_s, u"Keep database and settings in DIR."_s,
        u"DIR"_s };
    QCommandLineOption m_theme { u"theme"_s, u"system, light or dark."_s, u"THEME"_s };
    QCommandLineOption m_language { u"lang"_s, u"system, en or pt_BR."_s, u"LANGUAGE"_s };
    QCommandLineOption m_page { u"page"_s,
        u"Begin with teams, builder, monitor, costs, settings or run."_s, u"PAGE"_s };
    QCommandLineOption m_run { u"run"_s, u"Make a team of a template and run it."_s,
        u"TEMPLATE"_s };
    QCommandLineOption m_prompt { u"prompt"_s, u"What the team of --run shall do."_s, u"TEXT"_s };
    QCommandLineOption m_screenshot { u"screenshot"_s,
        u"Save a picture of the window to FILE and leave."_s, u"FILE"_s };
    QCommandLineOption m_after { u"screenshot-after"_s,
        u"Seconds to wait for the picture once all is loaded or running; 1 by default."_s,
        u"SECONDS"_s };
    QCommandLineOption m_help;
    QCommandLineOption m_version;
};

Parser::Parser()
    : m_help(m_parser.addHelpOption())
    , m_version(m_parser.addVersionOption())
{
    m_parser.setApplicationDescription(u"Teams of AI agents"_s);
    m_parser.addOptions(
        { m_demo, m_dataDir, m_theme, m_language, m_page, m_run, m_prompt, m_screenshot, m_after });
}

std::variant<Options, OptionsText> Parser::parse(const QStringList &arguments)
{
    if (!m_parser.parse(arguments))
        return OptionsText { m_parser.errorText(), true };
    if (m_parser.isSet(m_help))
        return OptionsText { m_parser.helpText() };
    if (m_parser.isSet(m_version))
        return OptionsText { u"renum %1\n"_s.arg(QCoreApplication::applicationVersion()) };
    if (!m_parser.positionalArguments().isEmpty())
        return OptionsText {
            u"Unexpected argument \"%1\"."_s.arg(m_parser.positionalArguments().first()), true
        };
    Options options;
    if (const auto problem = read(options))
        return OptionsText { *problem, true };
    return options;
}

std::optional<QString> Parser::read(Options &options) const
{
    options.demo = m_parser.isSet(m_demo);
    options.dataDir = m_parser.isSet(m_dataDir)
        ? m_parser.value(m_dataDir)
        : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.page = m_parser.value(m_page);
    const QStringList pages { {}, u"teams"_s, u"builder"_s, u"monitor"_s, u"costs"_s, u"settings"_s,
        u"run"_s };
    if (!pages.contains(options.page))
        return u"--page is teams, builder, monitor, costs, settings or run."_s;
    options.runTemplate = TemplateId(m_parser.value(m_run));
    options.prompt = m_parser.value(m_prompt).trimmed();
    if (options.runTemplate.isEmpty() != options.prompt.isEmpty())
        return u"--run and --prompt go together."_s;
    if (const auto problem = readLooks(options))
        return problem;
    return readScreenshot(options);
}

std::optional<QString> Parser::readLooks(Options &options) const
{
    if (m_parser.isSet(m_theme)) {
        options.theme = ui::Theme::modeFromName(m_parser.value(m_theme));
        if (!options.theme)
            return u"--theme is system, light or dark."_s;
    }
    if (m_parser.isSet(m_language)) {
        options.language = ui::Language::fromName(m_parser.value(m_language));
        if (!options.language)
            return u"--lang is system, en or pt_BR."_s;
    }
    return std::nullopt;
}

std::optional<QString> Parser::readScreenshot(Options &options) const
{
    if (!m_parser.isSet(m_screenshot)) {
        return m_parser.isSet(m_after) ? std::optional(u"--screenshot-after needs --screenshot."_s)
                                       : std::nullopt;
    }
    ScreenshotOrder order { m_parser.value(m_screenshot) };
    if (m_parser.isSet(m_after)) {
        bool isNumber = false;
        const double seconds = m_parser.value(m_after).toDouble(&isNumber);
        // Written so that "nan" is refused too.
        if (!isNumber || !(seconds >= 0 && seconds <= LongestWait))
            return u"--screenshot-after is a number of seconds from 0 to 600."_s;
        order.after = std::chrono::milliseconds(qRound64(seconds * 1000));
    }
    options.screenshot = order;
    return std::nullopt;
}

} // namespace

std::variant<Options, OptionsText> parseOptions(const QStringList &arguments)
{
    return Parser().parse(arguments);
}

} // namespace renum::desktop
