// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/logging.h"

namespace renum {

Q_LOGGING_CATEGORY(lcTeam, "renum.team", QtInfoMsg)

} // namespace renum
