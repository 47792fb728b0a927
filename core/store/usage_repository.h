// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/store/statement.h"

namespace renum {

/// Table renum_ai_usage_logs: one row for each step_usage event; and renum_usage_days, the sums of
/// each day, in the same transaction.
class UsageRepository {
public:
    explicit UsageRepository(Connection *connection);

    /// Books a step_usage event; other events are left alone.
    [[nodiscard]] Result<void> apply(const ExecutionEvent &event);

private:
    struct Booking;
    [[nodiscard]] static Booking bookingOf(const ExecutionEvent &event);
    [[nodiscard]] Result<void> insert(const ExecutionEvent &event, const Booking &booking);
    [[nodiscard]] Result<void> addToDay(const ExecutionEvent &event, const Booking &booking);

    Statement m_insert;
    Statement m_addToDay;
};

} // namespace renum
