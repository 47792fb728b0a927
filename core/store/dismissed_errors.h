// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QSet>
#include <QString>

namespace renum {

/// Which failures of an execution a person has seen and put away (table renum_dismissed_errors).
class DismissedErrors {
public:
    /// Outlives it and every answer.
    explicit DismissedErrors(Store *store);

    /// Ids of failures. Errors: not_found.
    [[nodiscard]] QCoro::Task<Result<QSet<QString>>> of(ExecutionId id) const;
    /// Puts one away, or takes it back. Errors: not_found.
    [[nodiscard]] QCoro::Task<Result<void>> set(
        ExecutionId id, QString error, bool dismissed) const;

private:
    Store *m_store;
};

} // namespace renum
