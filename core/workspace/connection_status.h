// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace renum {

/// One of the services that agents run on. A connection may have several.
struct ConnectionPart {
    enum class Kind { Demo, Suna, Models };
    enum class State { Connecting, Connected, Failed };
    Kind kind = Kind::Suna;
    State state = State::Connecting;
    QString name; ///< of an endpoint, as the person calls it; else empty
    QString address;
    std::optional<Error> error; ///< for Failed
    friend bool operator==(const ConnectionPart &, const ConnectionPart &) = default;
};

/// Where work runs and whether the agents' services answer.
struct ConnectionStatus {
    /// Connected: at least one part answers. Failed: none does.
    enum class State { Unconfigured, Connecting, Connected, Failed };
    State state = State::Unconfigured;
    QString place; ///< "This computer", or the server's name
    QString service; ///< for example "Suna V3 at http://…"
    bool demo = false;
    std::optional<Error> error; ///< for Failed
    QList<ConnectionPart> parts = {}; ///< the agent service first
    friend bool operator==(const ConnectionStatus &, const ConnectionStatus &) = default;
};

} // namespace renum

Q_DECLARE_METATYPE(renum::ConnectionStatus)
