// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_log.h"

namespace renum {

Q_LOGGING_CATEGORY(lcSuna, "renum.agents.suna", QtInfoMsg)

} // namespace renum
