// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

namespace renum {

/// A team as it was stored once (feature TM-09).
struct TeamVersion {
    int version = 1; ///< Team::version of then
    Timestamp savedAt;
    QString label; ///< given by a person; empty: none
    TeamDraft draft;

    friend bool operator==(const TeamVersion &, const TeamVersion &) = default;
};

/// As long as the label of a version may be.
inline constexpr int MaxVersionLabel = 120;

} // namespace renum
