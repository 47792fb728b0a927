// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/breakpoint.h"
#include "core/model/result.h"
#include "core/model/spending_cap.h"

#include <QString>

#include <optional>

class QCommandLineParser;

namespace renum::cli {

struct Arguments;

/// What a person does to a running execution.
struct InterventionArguments {
    std::optional<QString> value; ///< the result of a step that is skipped
    QString to; ///< the agent that gets a message
    QString text;
    QString comment; ///< on what is approved or rejected
    bool oneStep = false; ///< `continue` holds again before what starts next
    Breakpoints breakpoints;
    std::optional<SpendingCap> cap; ///< of `cap` and `run`
};

/// The options of `continue`, `approve`, `reject`, `skip`, `retry-step`, `message`, `break` and
/// `cap`, and the limits of `run`.
void addInterventionOptions(QCommandLineParser &parser);
/// Reads them into `arguments`, whose command and step are known.
[[nodiscard]] Result<void> readInterventionOptions(
    const QCommandLineParser &parser, Arguments &arguments);

} // namespace renum::cli
