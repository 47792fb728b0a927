// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

class QCommandLineParser;

namespace renum::cli {

/// A command line that cannot be understood; says how to get help.
[[nodiscard]] Error usageError(const QString &message);
/// A variable that was named has to be set; `content` says what it should hold.
[[nodiscard]] Result<void> checkVariable(const QString &name, const QString &content);

/// The options of `context`, `messages` and `logs`.
void addRecordOptions(QCommandLineParser &parser);
/// Reads them into `arguments`, whose command is known.
[[nodiscard]] Result<void> readRecordOptions(
    const QCommandLineParser &parser, Arguments &arguments);

} // namespace renum::cli
