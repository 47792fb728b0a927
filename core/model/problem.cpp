// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/problem.h"

#include <algorithm>

namespace renum {

bool hasErrors(const Problems &problems)
{
    return std::ranges::any_of(problems,
        [](const Problem &problem) { return problem.severity == Problem::Severity::Error; });
}

} // namespace renum
