// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/result.h"
#include "core/model/timestamp.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace renum {

/// Whom a token stands for.
struct TokenGrant {
    ExecutionId execution;
    AgentId agent;
    Timestamp expiresAt;

    friend bool operator==(const TokenGrant &, const TokenGrant &) = default;
};

/// The execution tokens that the team tools take over MCP (contract §5.7.3): unguessable, each for
/// one agent in one execution, valid until it expires or is revoked. Keeps only their digests, so
/// that a token can be shown to its agent alone and looking one up tells nothing about others.
class ExecutionTokens {
public:
    /// A fresh token; `random` must be unguessable (RandomIdSource is).
    [[nodiscard]] QString issue(TokenGrant grant, IdSource &random);
    /// Errors of category authentication_error: team_token_invalid, team_token_expired.
    [[nodiscard]] Result<TokenGrant> resolve(const QString &token, Timestamp now) const;
    void revoke(const QString &token);
    /// All of an execution; for when it ends.
    void revokeAll(const ExecutionId &execution);
    /// Forgets what has expired.
    void prune(Timestamp now);
    [[nodiscard]] qsizetype size() const { return m_grants.size(); }

private:
    QHash<QByteArray, TokenGrant> m_grants; ///< by digest of the token
};

} // namespace renum
