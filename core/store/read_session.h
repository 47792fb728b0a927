// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/endpoint_repository.h"
#include "core/store/event_repository.h"
#include "core/store/execution_reader.h"
#include "core/store/execution_repository.h"
#include "core/store/own_agent_repository.h"
#include "core/store/remote_start_repository.h"
#include "core/store/step_repository.h"
#include "core/store/team_repository.h"

#include <memory>
#include <utility>

namespace renum {

/// What the reader thread works with: its connection and kept statements.
struct ReadSession {
    explicit ReadSession(std::unique_ptr<Connection> openConnection)
        : connection(std::move(openConnection))
        , begin(connection.get(), "BEGIN")
        , end(connection.get(), "COMMIT")
        , events(connection.get())
        , executions(connection.get())
        , steps(connection.get())
        , starts(connection.get())
        , teams(connection.get())
        , endpoints(connection.get())
        , agents(connection.get())
        , whole(&executions, &steps, &events)
    {
    }

    std::unique_ptr<Connection> connection;
    Statement begin;
    Statement end;
    EventRepository events;
    ExecutionRepository executions;
    StepRepository steps;
    RemoteStartRepository starts;
    TeamRepository teams;
    EndpointRepository endpoints;
    OwnAgentRepository agents;
    ExecutionReader whole;
};

} // namespace renum
