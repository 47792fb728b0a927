// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include <QLatin1StringView>
#include <QStringList>

#include <span>

namespace renum::cli {

/// A command of renumctl, as it is written and as the help tells of it.
struct CommandRow {
    QLatin1StringView words;
    Arguments::Command command;
    QLatin1StringView target; ///< what the argument is called; empty: there is none
    bool targetOptional;
    QLatin1StringView summary;
};

[[nodiscard]] std::span<const CommandRow> commandTable();

/// The row whose words begin the positional arguments; removes them. Null when there is none.
[[nodiscard]] const CommandRow *takeCommand(QStringList &words);

} // namespace renum::cli
