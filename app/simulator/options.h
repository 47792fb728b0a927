// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/profile.h"
#include "core/model/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace renum::sim {

/// What the command line says.
struct CommandLine {
    quint16 port = 0;
    Profile profile;
    QString scenarioFile; ///< empty: the built-in demo
    std::optional<quint64> seed;
    double speed = 1;
    QString stateFile; ///< empty: none
    bool exitWithStdin = false;
    bool helpWanted = false;
};

/// `arguments` with the program's name first. The error is a sentence for standard error.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments);
[[nodiscard]] QString helpText();

} // namespace renum::sim
