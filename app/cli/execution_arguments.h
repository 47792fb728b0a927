// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

class QCommandLineParser;

namespace renum::cli {

/// The options that narrow `executions list`.
void addExecutionOptions(QCommandLineParser &parser);
/// Reads them into `arguments`, whose command is known.
[[nodiscard]] Result<void> readExecutionOptions(
    const QCommandLineParser &parser, Arguments &arguments);

} // namespace renum::cli
