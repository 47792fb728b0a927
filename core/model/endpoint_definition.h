// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/problem.h"

#include <QList>
#include <QString>

namespace renum {

/// Ours, a lower-case hyphenated UUID; empty for the endpoint that was named for this session only.
using EndpointId = Id<struct EndpointTag>;

/// A model endpoint as a person has defined it. Its key is not part of it: that is in the keychain.
struct EndpointDefinition {
    EndpointId id;
    QString name;
    QString url; ///< as typed
    QString model; ///< for agents without one of their own; empty: the only one there is
    bool usesKey = false; ///< there is a key for it
    int version = 1; ///< counts the changes

    friend bool operator==(const EndpointDefinition &, const EndpointDefinition &) = default;
};
using EndpointDefinitionList = QList<EndpointDefinition>;

/// {endpoint_id, name, url, model, uses_key, version}; the URL without user and password.
[[nodiscard]] Json toJson(const EndpointDefinition &endpoint);
/// What keeps it from being saved; each with its JSON pointer.
[[nodiscard]] Problems problemsOf(const EndpointDefinition &endpoint);
/// Scheme, host and port: what a key is for. Empty when the address is none.
[[nodiscard]] QString originOf(const QString &url);

} // namespace renum

Q_DECLARE_METATYPE(renum::EndpointId)
