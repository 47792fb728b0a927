// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/endpoint_definition.h"
#include "core/model/ids.h"
#include "core/model/json.h"

#include <QList>
#include <QString>

#include <optional>

namespace renum {

/// An agent that a person defines here: a model with instructions. Runs at a model endpoint.
struct LocalAgent {
    AgentId id;
    EndpointId endpoint; ///< where it runs; empty: the first there is
    QString name;
    QString description;
    QString instructions; ///< the system message; may be empty
    QString model; ///< empty: the endpoint's own choice
    std::optional<double> temperature; ///< 0 to 2; none: the endpoint's default
    bool teamTools = true; ///< the model is offered its team's tools
    Json outputSchema; ///< a JSON Schema that answers fit; null: answers are text
    int version = 1; ///< counts the changes

    friend bool operator==(const LocalAgent &, const LocalAgent &) = default;
};
using LocalAgentList = QList<LocalAgent>;

} // namespace renum
