// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QtGlobal>

namespace renum {

/// The number by which the database's rows name an execution.
enum class ExecutionKey : qint64 {};

/// What every event of an execution shares.
struct ExecutionRef {
    ExecutionKey key {};
    ExecutionId id;
    TeamId team;
};

} // namespace renum
