// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/execution_tokens.h"

#include "core/model/error_codes.h"

#include <QCryptographicHash>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxTokenLength = 256;

QByteArray digest(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

Error denied(const char *code, const QString &message)
{
    return { ErrorCategory::AuthenticationError, QString::fromLatin1(code), message };
}

} // namespace

QString ExecutionTokens::issue(TokenGrant grant, IdSource &random)
{
    // Two ids: more than 240 random bits.
    const QString token = QString(random.next() + random.next()).remove(u'-');
    m_grants.insert(digest(token), std::move(grant));
    return token;
}

Result<TokenGrant> ExecutionTokens::resolve(const QString &token, Timestamp now) const
{
    const auto grant
        = token.size() > MaxTokenLength ? m_grants.cend() : m_grants.constFind(digest(token));
    if (grant == m_grants.cend()) {
        return denied(code::TeamTokenInvalid,
            u"This execution token is not valid. Use the one from your prompt, unchanged."_s);
    }
    if (grant->expiresAt <= now) {
        return denied(code::TeamTokenExpired,
            u"This execution token has expired: its run is over. Use the one from your latest "
            "prompt."_s);
    }
    return Result<TokenGrant>(*grant);
}

void ExecutionTokens::revoke(const QString &token)
{
    m_grants.remove(digest(token));
}

void ExecutionTokens::revokeAll(const ExecutionId &execution)
{
    m_grants.removeIf([&execution](const auto &it) { return it.value().execution == execution; });
}

void ExecutionTokens::prune(Timestamp now)
{
    m_grants.removeIf([now](const auto &it) { return it.value().expiresAt <= now; });
}

} // namespace renum
