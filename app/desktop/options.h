// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace renum::desktop {

/// A picture of the window to be taken instead of waiting for a person.
struct ScreenshotOrder {
    QString file;
    std::chrono::milliseconds after { 1000 }; ///< once everything is loaded or running
};

/// What the command line asks for.
struct Options {
    bool demo = false; ///< whatever the settings say
    QString dataDir; ///< holds database and settings
    std::optional<ui::Theme::Mode> theme;
    std::optional<ui::Language::Choice> language;
    QString page; ///< `teams`, `monitor`, `costs`, `settings` or `run`; empty: as it was left
    TemplateId runTemplate; ///< make a team of it and run it at once
    QString prompt;
    std::optional<ScreenshotOrder> screenshot;
};

/// The command line is wrong, or asks for a text and nothing else.
struct OptionsText {
    QString text;
    bool isError = false;
};

/// `arguments` begin with the program's name.
[[nodiscard]] std::variant<Options, OptionsText> parseOptions(const QStringList &arguments);

} // namespace renum::desktop
