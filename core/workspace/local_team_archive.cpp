// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_team_archive.h"

#include <utility>

namespace renum {

LocalTeamArchive::LocalTeamArchive(LocalCaller caller, QObject *parent)
    : TeamArchive(parent)
    , m_caller(std::move(caller))
{
}

} // namespace renum
