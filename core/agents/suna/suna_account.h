// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_client.h"
#include "core/model/connection_report.h"

#include <QCoroTask>
#include <QPointer>

#include <optional>
#include <stop_token>

namespace renum {

/// What Suna tells of the account that the credentials belong to (suna-api.md §6).
struct SunaAccount {
    ServiceAccount account;
    std::optional<QStringList> models; ///< that it may use, where that is told
};

/// From the family's own route; all spellings read by readSunaAccount().
[[nodiscard]] QCoro::Task<Result<SunaAccount>> fetchSunaAccount(
    QPointer<SunaClient> client, SunaServer server, std::stop_token stop);

[[nodiscard]] SunaAccount readSunaAccount(const Json &answer);

} // namespace renum
