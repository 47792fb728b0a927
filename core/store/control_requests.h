// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/result.h"
#include "core/model/timestamp.h"

#include <QCoroTask>

#include <optional>

namespace renum {

class Store;

/// What a person wants of an execution that the engine of another program drives.
struct ControlRequest {
    QString id;
    ExecutionId execution;
    QString owner; ///< of the engine that is asked
    Json wish;
};

/// The way from one program to the engine of another one with the same database (table
/// renum_control_requests). A request is carried out once at most: only who takes it may. As for
/// Store: any one thread with an event loop; errors are the store's.
class ControlRequests {
public:
    /// `store` outlives it and every answer.
    explicit ControlRequests(Store *store)
        : m_store(store)
    {
    }

    // --- who asks ------------------------------------------------------------------------------
    /// Errors: not_found when there is no such execution.
    [[nodiscard]] QCoro::Task<Result<void>> put(ControlRequest request, Timestamp now) const;
    /// Nothing while it is not answered; the error within, or none when all went well.
    [[nodiscard]] QCoro::Task<Result<std::optional<Result<void>>>> answerTo(QString id) const;
    /// Takes back what nobody has taken. False when it is too late for that.
    [[nodiscard]] QCoro::Task<Result<bool>> withdraw(QString id) const;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString id) const;

    // --- who is asked --------------------------------------------------------------------------
    /// Those that wait, oldest first.
    [[nodiscard]] QCoro::Task<Result<QList<ControlRequest>>> waiting(QString owner) const;
    /// True when the caller is to carry it out.
    [[nodiscard]] QCoro::Task<Result<bool>> take(QString id, Timestamp now) const;
    [[nodiscard]] QCoro::Task<Result<void>> answer(
        QString id, Result<void> outcome, Timestamp now) const;
    /// Clears away what those who asked left behind.
    [[nodiscard]] QCoro::Task<Result<void>> removeOlderThan(Timestamp time) const;

private:
    Store *m_store;
};

} // namespace renum
