// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_execution_controls.h"

#include "core/workspace/engine_host.h"

#include <utility>

namespace renum {

LocalExecutionControls::LocalExecutionControls(LocalCaller caller, QObject *parent)
    : ExecutionControls(parent)
    , m_caller(std::move(caller))
{
}

QCoro::Task<Result<Execution>> LocalExecutionControls::executePart(
    ExecuteRequest request, TeamPart part, std::stop_token stop)
{
    return m_caller.call<Execution>(
        [request = std::move(request), part = std::move(part)](
            EngineHost &host, const std::stop_token &ended) {
            return host.executions().execute(request, ended, part);
        },
        stop);
}

} // namespace renum
