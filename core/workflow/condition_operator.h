// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

namespace renum {

/// What the right-hand side of a condition must be (W-17).
enum class ConditionValue { None, Any, Number, Text, List, Pattern };

/// One operator of contract §3.6.
struct ConditionOperator {
    const char *name;
    const char *alias; ///< or nullptr
    ConditionValue value;
    /// `field` is nullptr when the path names nothing; `value` is null for ConditionValue::None.
    bool (*holds)(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity);
};

/// By name or alias; nullptr for an unknown one. Lives for ever.
[[nodiscard]] const ConditionOperator *findConditionOperator(const QString &name);

/// Whether greater and less can compare with it: a number, or an ISO date as text.
[[nodiscard]] bool isOrderable(const Json &value);

/// What is wrong with a regular expression, or empty.
[[nodiscard]] QString patternProblem(const QString &pattern);

} // namespace renum
