// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_wire.h"

#include <QString>

#include <optional>
#include <vector>

/// What the stored rows of a thread say about a run: the truth behind the stream.
namespace renum {

/// Tokens of one usage row (`assistant_response_end`, `llm_response_end`). Counts that the service
/// did not tell stay absent; so do 0 in and 0 out, which no call of a model has.
[[nodiscard]] std::optional<Usage> sunaUsageOf(const SunaMessage &row);
/// Splits `provider/name`; a name without a slash has no known provider.
void setSunaModel(Usage &usage, const QString &model);

struct SunaHistory {
    QString finalText; ///< last assistant text without tool XML; empty when there is none
    Usage usage; ///< sum of the usage rows
    /// An error row with no progress after it: the run failed whatever its status says.
    std::optional<QString> lastError;
};
/// Reads the rows of the run that began at `since`; without it, all rows.
[[nodiscard]] SunaHistory readSunaHistory(
    const std::vector<SunaMessage> &rows, std::optional<Timestamp> since);

/// Is there already a user row with this prompt?
[[nodiscard]] bool holdsPrompt(const std::vector<SunaMessage> &rows, const QString &prompt);

} // namespace renum
