// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error_codes.h"
#include "core/model/result.h"

/// What the parts of the execution service say.
namespace renum {

/// Who asks, in the log: the one person at this computer.
[[nodiscard]] inline QString requester()
{
    return QStringLiteral("user");
}

[[nodiscard]] inline Error runsElsewhereError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotActive),
        QStringLiteral("Another Renum on this computer runs this execution. Use that one.") };
}

} // namespace renum
