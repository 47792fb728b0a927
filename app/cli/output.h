// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/problem.h"
#include "core/model/result.h"

#include <QString>

namespace renum::cli {

/// Standard output is for results, standard error for everything else.
void printLine(const QString &text);
void printJson(const Json &value);
/// Keeps what follows on the screen's last lines; flushed at once.
void printRaw(const QString &text);
void printError(const Error &error);
void printNote(const QString &text);
/// One line a problem: severity, code, place, sentence.
void printProblems(const Problems &problems);

} // namespace renum::cli
