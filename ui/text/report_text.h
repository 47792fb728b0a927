// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection_report.h"

#include <QStringList>

namespace renum::ui {

/// What a check of a connection found; the first sentence says whether it can be used.
[[nodiscard]] QStringList reportSentences(const ConnectionReport &report);

} // namespace renum::ui
