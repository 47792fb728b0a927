// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/logging.h"

namespace renum {

Q_LOGGING_CATEGORY(lcEngine, "renum.engine", QtInfoMsg)

} // namespace renum
