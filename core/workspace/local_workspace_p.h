// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/endpoint_keys.h"
#include "core/workspace/engine_host.h"
#include "core/workspace/local_caller.h"
#include "core/workspace/local_workspace.h"
#include "core/workspace/owner_lock.h"

#include <QThread>

#include <memory>
#include <utility>

namespace renum {

/// What the workspace holds on the front end's thread.
class LocalWorkspace::Private {
public:
    [[nodiscard]] LocalCaller caller() const { return { link, closing.get_token() }; }

    template<typename T>
    QCoro::Task<Result<T>> call(EngineWork<T> work, const std::stop_token &stop) const
    {
        return caller().call<T>(std::move(work), stop);
    }

    std::shared_ptr<SystemClock> clock;
    std::unique_ptr<OwnerLock> owner;
    std::unique_ptr<EngineHost> host; ///< lives on the thread
    std::shared_ptr<EngineLink> link;
    std::stop_source closing;
    ConnectionStatus status;
    std::unique_ptr<EndpointKeys> keys;
    bool usesStored = true;
    CostBook *costBook = nullptr; ///< a child of the workspace
    ExecutionArchive *executionArchive = nullptr; ///< a child of the workspace
    ExecutionControls *executionControls = nullptr; ///< a child of the workspace
    TeamArchive *teamArchive = nullptr; ///< a child of the workspace
    QThread thread;
    TaskScope tasks;
};

} // namespace renum
