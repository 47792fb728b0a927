// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cost_settings_repository.h"

#include "core/store/store_errors.h"

namespace renum {

using namespace Qt::StringLiterals;

CostSettingsRepository::CostSettingsRepository(Connection *connection)
    : m_prices(connection, "SELECT CAST(price AS BLOB) FROM renum_price_table ORDER BY price_key")
    , m_putPrice(connection,
          "INSERT INTO renum_price_table (price_key, price, changed_at) "
          "VALUES (?, CAST(? AS TEXT), ?) ON CONFLICT DO UPDATE SET price = excluded.price, "
          "changed_at = excluded.changed_at")
    , m_removePrice(connection, "DELETE FROM renum_price_table WHERE price_key = ?")
    , m_budgets(connection,
          "SELECT CAST(budget AS BLOB) FROM renum_budgets ORDER BY created_at, budget_id")
    , m_putBudget(connection,
          "INSERT INTO renum_budgets (budget_id, budget, created_at) VALUES (?, CAST(? AS TEXT), "
          "?) ON CONFLICT DO UPDATE SET budget = excluded.budget")
    , m_removeBudget(connection, "DELETE FROM renum_budgets WHERE budget_id = ?")
{
}

Result<QList<Json>> CostSettingsRepository::prices()
{
    if (const Result<void> ran = m_prices.run(); !ran)
        return ran.error();
    QList<Json> prices;
    while (m_prices.next())
        prices.append(m_prices.json(0));
    if (const Result<void> finished = m_prices.finish(); !finished)
        return finished.error();
    return prices;
}

Result<void> CostSettingsRepository::putPrice(const QString &key, const Json &price, Timestamp now)
{
    return m_putPrice.run(key, price, now);
}

Result<void> CostSettingsRepository::removePrice(const QString &key)
{
    const Result<void> removed = m_removePrice.run(key);
    if (removed && m_removePrice.affectedRows() == 0)
        return notFoundError(u"price"_s, key);
    return removed;
}

Result<Budgets> CostSettingsRepository::budgets()
{
    if (const Result<void> ran = m_budgets.run(); !ran)
        return ran.error();
    Budgets budgets;
    while (m_budgets.next()) {
        Problems problems;
        const Budget budget = budgetFromJson(m_budgets.json(0), problems);
        if (!hasErrors(problems))
            budgets.append(budget);
    }
    if (const Result<void> finished = m_budgets.finish(); !finished)
        return finished.error();
    return budgets;
}

Result<void> CostSettingsRepository::putBudget(const Budget &budget, Timestamp now)
{
    return m_putBudget.run(budget.id, toJson(budget), now);
}

Result<void> CostSettingsRepository::removeBudget(const BudgetId &id)
{
    const Result<void> removed = m_removeBudget.run(id);
    if (removed && m_removeBudget.affectedRows() == 0)
        return notFoundError(u"budget"_s, id.toString());
    return removed;
}

} // namespace renum
