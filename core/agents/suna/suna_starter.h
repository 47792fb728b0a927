// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/suna/suna_client.h"

#include <QCoroTask>
#include <QPointer>

#include <stop_token>

namespace renum {

/// What a failed start call means for the question whether a run exists now
/// (reliability-performance.md §1.4, steps 4a to 4c).
[[nodiscard]] StartAnswer startAnswerOf(const Error &error);

/// Starts one run, once: nothing here is ever repeated.
class SunaStarter {
public:
    SunaStarter(SunaClient *client, SunaServer server, RunRequest request, std::stop_token stop);

    /// This object must live until it has ended.
    [[nodiscard]] QCoro::Task<StartAnswer> start();

private:
    [[nodiscard]] QCoro::Task<Result<void>> ensureThread();
    [[nodiscard]] QCoro::Task<Result<bool>> promptIsThere();
    [[nodiscard]] QCoro::Task<Result<void>> addPrompt();
    [[nodiscard]] QCoro::Task<StartAnswer> postStart(SunaCall post);
    [[nodiscard]] QCoro::Task<StartAnswer> finishPending(ThreadRef thread);
    [[nodiscard]] QCoro::Task<StartAnswer> lookUpRun(ThreadRef thread);
    [[nodiscard]] SunaCall initiateCall() const;
    [[nodiscard]] SunaCall startCall(bool withPrompt) const;
    [[nodiscard]] QCoro::Task<Result<Json>> call(SunaCall call);

    QPointer<SunaClient> m_client;
    SunaServer m_server;
    RunRequest m_request;
    std::stop_token m_stop;
};

} // namespace renum
