// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QCoroTask>
#include <QString>

#include <stop_token>

namespace renum {

/// What the model is told about a tool call.
struct AgentToolAnswer {
    QString text;
    bool ok = true;
};

/// Tools that are offered to one run, and carried out by who offers them, in mid-run. For backends
/// that ask models directly; nothing is changed at any service.
class AgentTools {
public:
    AgentTools() = default;
    AgentTools(const AgentTools &) = delete;
    AgentTools &operator=(const AgentTools &) = delete;
    virtual ~AgentTools() = default;

    /// The `tools` of a chat request: an array of {type, function: {name, description,
    /// parameters}}.
    [[nodiscard]] virtual Json functions() const = 0;
    /// Carries out one call. Ends soon when `stop` is requested; the call may have been carried out
    /// all the same.
    [[nodiscard]] virtual QCoro::Task<AgentToolAnswer> call(
        QString name, Json arguments, std::stop_token stop)
        = 0;
};

} // namespace renum
