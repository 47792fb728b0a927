// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/condition_operator.h"
#include "core/workflow/editing/team_lint.h"

#include <QMap>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

/// Conditions that exclude each other.
namespace renum {

namespace {

/// What the conditions on one field leave of its possible values.
class Leeway {
public:
    void add(const Condition &condition)
    {
        const ConditionOperator *op = findConditionOperator(condition.op);
        if (!op)
            return;
        const std::string_view name(op->name);
        const Json value = condition.value.value_or(Json());
        if (name == "not_exists") {
            m_isMissing = true;
            return;
        }
        m_isThere = m_isThere || demandsSomething(name, value);
        if (name == "equals")
            mustBe(value, condition.ignoreCase);
        else if (name == "not_equals")
            m_excluded.push_back(value);
        else if (name == "in")
            m_isOneOfNone = m_isOneOfNone || (value.is_array() && value.empty());
        else if (value.is_number())
            bound(name, value.get<double>());
    }

    [[nodiscard]] bool isNothing() const
    {
        if ((m_isThere && m_isMissing) || m_isOneOfNone || m_hasTwoValues)
            return true;
        if (m_least > m_most || (m_least == m_most && (m_isAboveLeast || m_isBelowMost)))
            return true;
        if (!m_value)
            return false;
        return std::ranges::find(m_excluded, *m_value) != m_excluded.end() || isOutOfBounds();
    }

private:
    /// Whether it is false for what is missing or null. The others may hold for null.
    [[nodiscard]] static bool demandsSomething(std::string_view name, const Json &value)
    {
        constexpr std::array<std::string_view, 10> names { "exists", "contains", "greater_than",
            "less_than", "greater_than_or_equal", "less_than_or_equal", "starts_with", "ends_with",
            "matches", "is_not_empty" };
        return std::ranges::find(names, name) != names.end()
            || (name == "equals" && !value.is_null());
    }

    void mustBe(const Json &value, bool ignoreCase)
    {
        // Texts that differ only in case may both hold.
        if (ignoreCase && value.is_string())
            return;
        m_hasTwoValues = m_hasTwoValues || (m_value && *m_value != value);
        m_value = value;
    }

    void bound(std::string_view name, double value)
    {
        const bool above = name == "greater_than";
        const bool below = name == "less_than";
        if (above || name == "greater_than_or_equal") {
            m_isAboveLeast
                = value > m_least ? above : m_isAboveLeast || (value == m_least && above);
            m_least = std::max(m_least, value);
        } else if (below || name == "less_than_or_equal") {
            m_isBelowMost = value < m_most ? below : m_isBelowMost || (value == m_most && below);
            m_most = std::min(m_most, value);
        }
    }

    [[nodiscard]] bool isOutOfBounds() const
    {
        constexpr double unbounded = std::numeric_limits<double>::infinity();
        if (m_least == -unbounded && m_most == unbounded)
            return false;
        // Bounds are numbers here, and compare with nothing else.
        if (!m_value->is_number())
            return true;
        const double value = m_value->get<double>();
        return value < m_least || value > m_most || (m_isAboveLeast && value == m_least)
            || (m_isBelowMost && value == m_most);
    }

    std::optional<Json> m_value;
    std::vector<Json> m_excluded;
    double m_least = -std::numeric_limits<double>::infinity();
    double m_most = std::numeric_limits<double>::infinity();
    bool m_isAboveLeast = false;
    bool m_isBelowMost = false;
    bool m_isThere = false;
    bool m_isMissing = false;
    bool m_isOneOfNone = false;
    bool m_hasTwoValues = false;
};

void collectTests(const std::vector<Condition> &conjunction, QMap<QString, Leeway> &fields)
{
    for (const Condition &condition : conjunction) {
        if (condition.kind == Condition::Kind::Test)
            fields[condition.field].add(condition);
        else if (condition.kind == Condition::Kind::All)
            collectTests(condition.children, fields);
    }
}

} // namespace

std::optional<QString> excludedField(const std::vector<Condition> &conditions)
{
    QMap<QString, Leeway> fields;
    collectTests(conditions, fields);
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        if (it->isNothing())
            return it.key();
    }
    return std::nullopt;
}

} // namespace renum
