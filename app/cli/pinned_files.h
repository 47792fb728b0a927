// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/workflow/kept_results.h"

#include <QHash>
#include <QString>

namespace renum::cli {

/// The results of agents from files: the text of each, as the agent would have said it. Errors:
/// file_unreadable, file_too_large.
[[nodiscard]] Result<KeptResults> readPinnedFiles(const QHash<QString, QString> &fileByAgent);

} // namespace renum::cli
