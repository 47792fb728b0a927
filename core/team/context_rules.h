// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/ids.h"

#include <QString>

#include <optional>

/// What may be written to a team's context, under which name, and how much (contract §5.2, §5.3).
namespace renum {

/// Bytes of compact JSON. Everything counts but the four seeds, names included.
struct ContextLimits {
    static constexpr qsizetype MaxValueBytes = qsizetype(256) * 1024;
    static constexpr qsizetype MaxContextBytes = qsizetype(1024) * 1024;
};

/// A write that was not done, for the log; the step that wanted it goes on.
struct ContextRefusal {
    enum class Reason { ReservedKey, InvalidKey, ValueTooLarge, ContextTooLarge };
    QString key;
    AgentId agentId;
    Reason reason = Reason::ReservedKey;

    friend bool operator==(const ContextRefusal &, const ContextRefusal &) = default;
};
/// An English sentence about it.
[[nodiscard]] QString toString(const ContextRefusal &refusal);
/// The same for who wanted to write: category invalid_input, code context_key_reserved,
/// context_key_invalid, context_value_too_large or context_too_large.
[[nodiscard]] Error contextError(ContextRefusal::Reason reason, const QString &key);

/// The four seeds (contract §5.1).
[[nodiscard]] bool isContextSeed(const QString &key);
/// The four seeds and `agent_*_result` (contract §5.2).
[[nodiscard]] bool isReservedContextKey(const QString &key);
/// 1 to 128 letters, digits, dots, dashes or underscores (contract §5.3).
[[nodiscard]] bool isValidContextKey(const QString &key);
/// Why an agent or a person may not write that key, or none.
[[nodiscard]] std::optional<ContextRefusal::Reason> keyRefusal(const QString &key);
/// `agent_<id>_result`.
[[nodiscard]] QString resultKey(const AgentId &agentId);

} // namespace renum
