// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/context/context_fold.h"

#include <QString>

/// What the context panel says. Pure.
namespace renum::ui {

/// "Version 7 · Analyst · 00:41", "Version 1 · what it began with".
[[nodiscard]] QString versionText(const ContextFold &context, int version);
/// A change of one key: "Version 7 · Analyst: 0.23".
[[nodiscard]] QString entryText(const ContextFold &context, const ContextEntry &entry);
/// Who wrote the key at the same time, and who won; empty without a conflict.
[[nodiscard]] QString conflictText(const ContextFold &context, const ContextEntry &entry);
/// The scopes by the names that people see.
[[nodiscard]] JsonDifference namedDifference(JsonDifference difference);

} // namespace renum::ui
