// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/local_caller.h"
#include "core/workspace/team_archive.h"

namespace renum {

/// TeamArchive of the embedded engine.
class LocalTeamArchive : public TeamArchive {
    Q_OBJECT

public:
    explicit LocalTeamArchive(LocalCaller caller, QObject *parent = nullptr);

private:
    LocalCaller m_caller;
};

} // namespace renum
