// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_client.h"

#include <QCoroTask>
#include <QPointer>

#include <stop_token>

namespace renum {

/// Stops one run and waits until the service says that it has ended (suna-api.md §4.5).
class SunaStopper {
public:
    SunaStopper(SunaClient *client, SunaServer server, RunId run, std::stop_token stop);

    /// This object must live until it has ended. A run that has ended already is a success, and is
    /// left alone: a stop would overwrite its status.
    [[nodiscard]] QCoro::Task<Result<void>> stop();

private:
    [[nodiscard]] QCoro::Task<Result<void>> waitForEnd();
    [[nodiscard]] QCoro::Task<Result<bool>> hasEnded();

    QPointer<SunaClient> m_client;
    SunaServer m_server;
    RunId m_run;
    std::stop_token m_stop;
};

} // namespace renum
