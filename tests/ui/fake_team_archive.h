// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/team_archive.h"

namespace renum::ui {

/// TeamArchive of a FakeWorkspace.
class FakeTeamArchive : public TeamArchive {
    Q_OBJECT

public:
    using TeamArchive::TeamArchive;
};

} // namespace renum::ui
