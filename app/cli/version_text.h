// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/team_archive.h"

/// Versions of teams in words for a person, and for programs. Safe to print.
namespace renum::cli {

/// What a version changed, in one sentence.
[[nodiscard]] QString changeText(const std::optional<ChangeSummary> &changes);
[[nodiscard]] QString versionLine(const TeamVersionInfo &version);
[[nodiscard]] Json versionJson(const TeamVersionInfo &version);

} // namespace renum::cli
