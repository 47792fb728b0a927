// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/team_archive.h"

#include <QString>

namespace renum::ui {

/// What was changed, in one sentence: "Analyst: Instructions changed, Reporter was added".
[[nodiscard]] QString changeSentence(const ChangeSummary &changes);
/// The same of a version, since the one before it.
[[nodiscard]] QString versionSentence(const TeamVersionInfo &version);
/// What a version is called in lists: its number, with its label when it has one.
[[nodiscard]] QString versionTitle(int version, const QString &label);

} // namespace renum::ui
