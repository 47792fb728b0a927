// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace renum {

Q_DECLARE_LOGGING_CATEGORY(lcTeam)

} // namespace renum
