// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/logging.h"

namespace renum {

Q_LOGGING_CATEGORY(lcNet, "renum.net", QtInfoMsg)

} // namespace renum
