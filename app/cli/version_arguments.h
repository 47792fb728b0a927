// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

class QCommandLineParser;

namespace renum::cli {

/// Reads what the commands about versions of teams need into `arguments`, whose command is known.
[[nodiscard]] Result<void> readVersionOptions(
    const QCommandLineParser &parser, Arguments &arguments);

} // namespace renum::cli
