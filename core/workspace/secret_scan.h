// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QList>
#include <QString>

namespace renum {

/// A text in a team that looks like a secret: a key of a service, a bearer token, a private key, a
/// password after its name.
struct SecretFinding {
    QString path; ///< JSON pointer of a draft
    AgentId member; ///< whom it belongs to; empty: the whole team
    QString masked; ///< the text without the secret

    friend bool operator==(const SecretFinding &, const SecretFinding &) = default;
};

/// In the order of the document. Whoever gives a team away should know of them first. Pure.
[[nodiscard]] QList<SecretFinding> secretsIn(const TeamDraft &team);

/// The team with `•••` in place of each of them. Pure.
[[nodiscard]] TeamDraft withoutSecrets(const TeamDraft &team);

} // namespace renum
