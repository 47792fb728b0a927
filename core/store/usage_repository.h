// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/store/statement.h"

namespace renum {

/// Table renum_ai_usage_logs: one row for each step_usage event.
class UsageRepository {
public:
    explicit UsageRepository(Connection *connection);

    /// Books a step_usage event; other events are left alone.
    [[nodiscard]] Result<void> apply(const ExecutionEvent &event);

private:
    Statement m_insert;
};

} // namespace renum
