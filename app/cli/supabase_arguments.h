// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

class QCommandLineParser;

namespace renum::cli {

/// The options of the Supabase project behind a Suna.
void addSupabaseOptions(QCommandLineParser &parser);
[[nodiscard]] Result<void> readSupabaseOptions(
    const QCommandLineParser &parser, ConnectionArguments &connection);

} // namespace renum::cli
