// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/openai/model_endpoint.h"
#include "core/model/connection_report.h"
#include "core/net/clock.h"

#include <QCoroTask>

#include <stop_token>

namespace renum {

/// What answers at a model endpoint. Reads its list of models and nothing else.
[[nodiscard]] QCoro::Task<ConnectionReport> checkModels(
    ModelEndpoint endpoint, Clock *clock, ModelTimings timings, std::stop_token stop);

} // namespace renum
