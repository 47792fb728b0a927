// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/error_codes.h"

namespace renum {

/// For whoever asks something of an execution that has ended: execution_not_active.
[[nodiscard]] inline Error executionOverError()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::ExecutionNotActive),
        QStringLiteral("The execution has already ended.") };
}

} // namespace renum
