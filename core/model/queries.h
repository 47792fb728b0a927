// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/page.h"

#include <QList>
#include <QString>

namespace renum {

/// Which teams to list.
struct TeamQuery {
    QString search = {}; ///< substring of name or description, without case
    bool activeOnly = false;
    PageRequest page = {};
};

/// Which executions to list.
struct ExecutionQuery {
    TeamId team = {}; ///< empty: all
    QList<ExecutionStatus> statuses = {}; ///< empty: all
    bool withNested = false; ///< also those that work for a step of another one
    PageRequest page = {};
};

} // namespace renum
