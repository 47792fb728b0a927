// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection_report.h"

#include <QStringList>

namespace renum::cli {

/// What answered, in sentences, one a line.
[[nodiscard]] QStringList reportLines(const ConnectionReport &report);

} // namespace renum::cli
