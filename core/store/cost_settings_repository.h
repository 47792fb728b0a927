// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/budget.h"
#include "core/store/connection.h"
#include "core/store/statement.h"

#include <QHash>
#include <QList>

namespace renum {

/// Tables renum_price_table and renum_budgets: what people set about costs. Prices are JSON that
/// the caller understands.
class CostSettingsRepository {
public:
    /// `connection` outlives it.
    explicit CostSettingsRepository(Connection *connection);

    /// By key.
    [[nodiscard]] Result<QList<Json>> prices();
    /// Puts it in the place of the one with this key.
    [[nodiscard]] Result<void> putPrice(const QString &key, const Json &price, Timestamp now);
    /// Errors: not_found.
    [[nodiscard]] Result<void> removePrice(const QString &key);

    /// In the order in which they were made; those that cannot be read are left out.
    [[nodiscard]] Result<Budgets> budgets();
    [[nodiscard]] Result<void> putBudget(const Budget &budget, Timestamp now);
    /// Errors: not_found.
    [[nodiscard]] Result<void> removeBudget(const BudgetId &id);

private:
    Statement m_prices;
    Statement m_putPrice;
    Statement m_removePrice;
    Statement m_budgets;
    Statement m_putBudget;
    Statement m_removeBudget;
};

} // namespace renum
