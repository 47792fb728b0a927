// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

class QCommandLineParser;

namespace renum::cli {

/// Whether a command is about costs, prices or budgets: then --agent and --model are filters.
[[nodiscard]] bool isAboutCosts(Arguments::Command command);
void addCostOptions(QCommandLineParser &parser);
/// Reads them into `arguments`, whose command is known.
[[nodiscard]] Result<void> readCostOptions(const QCommandLineParser &parser, Arguments &arguments);

} // namespace renum::cli
