// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_server.h"
#include "core/model/result.h"

#include <QCoroTask>

#include <memory>
#include <stop_token>

namespace renum {

class SunaClient;

/// Finds out once what kind of Suna there is (suna-api.md §9.2) and remembers it. Whoever asks
/// while it is being found out waits for the same answer: a thousand agents that start at once are
/// one look. A failure is told to all who waited for it and not remembered. Calls that are open
/// when it is destroyed end as cancelled. One thread.
class SunaServerFinder {
public:
    /// `client` is borrowed and outlives this.
    explicit SunaServerFinder(SunaClient *client);
    ~SunaServerFinder();
    SunaServerFinder(const SunaServerFinder &) = delete;
    SunaServerFinder &operator=(const SunaServerFinder &) = delete;

    /// A stop ends only this call; another one that waits looks in its stead.
    [[nodiscard]] QCoro::Task<Result<SunaServer>> find(std::stop_token stop);
    /// The next call looks again.
    void forget();

private:
    struct State;

    SunaClient *m_client;
    std::shared_ptr<State> m_state;
};

} // namespace renum
