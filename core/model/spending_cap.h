// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

#include <optional>

namespace renum {

/// What an execution may spend (feature CM-10). A limit of tokens or calls also holds where no
/// price is known.
struct SpendingCap {
    /// What happens when the next call would go over it.
    enum class Action {
        Pause, ///< what works goes on, the person decides
        Stop,
        Warn, ///< only told
    };
    std::optional<qint64> nanoUsd; ///< a billionth of a US dollar
    std::optional<qint64> tokens; ///< in and out together
    std::optional<int> calls;
    Action action = Action::Pause;

    [[nodiscard]] bool isSet() const noexcept
    {
        return nanoUsd.has_value() || tokens.has_value() || calls.has_value();
    }
    friend bool operator==(const SpendingCap &, const SpendingCap &) = default;
};
[[nodiscard]] QString toString(SpendingCap::Action action);
[[nodiscard]] Json toJson(const SpendingCap &cap);
/// What is negative or of another type counts as not set.
[[nodiscard]] SpendingCap spendingCapFromJson(const Json &json);

} // namespace renum
