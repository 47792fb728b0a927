// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/supabase_session.h"

#include "core/agents/service_answer.h"
#include "core/agents/suna/suna_log.h"
#include "core/model/error_codes.h"
#include "core/model/json.h"
#include "core/net/json_limits.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

/// A token that ends within this time is renewed first.
constexpr auto Margin = seconds(60);
/// After a renewal that did not get through, a token that still works is used for so long.
constexpr auto PauseAfterFailure = seconds(15);
/// A token that is refused so soon after it was issued is not what is wrong.
constexpr auto Fresh = seconds(30);
constexpr qint64 MostSeconds = qint64(366) * 24 * 3600;
constexpr qsizetype MaxTokenBytes = qsizetype(16) * 1024;

Error renewalError(ErrorCategory category, const char *code, QString sentence, int status,
    const QString &detail = {})
{
    // Not `status`, but that of another service: the call itself was never made.
    QVariantMap args { { u"supabase_status"_s, status }, { u"sent"_s, false } };
    if (!detail.isEmpty()) {
        args.insert(u"detail"_s, detail);
        sentence += u" Supabase said: "_s % detail;
    }
    return { category, QString::fromLatin1(code), sentence, args };
}

/// Supabase's texts stand under one of these, by its age.
QString spokenDetail(const HttpReply &reply)
{
    const Result<Json> body = parseJson(reply.body);
    if (!body || !body->is_object())
        return {};
    for (const char *key : { "error_description", "msg", "message", "error" }) {
        if (const auto text = stringAt(*body, key); text && !text->isEmpty())
            return serviceExcerpt(*text).left(200);
    }
    return {};
}

Error refusedError(const HttpReply &reply)
{
    return renewalError(ErrorCategory::AuthenticationError, code::SunaSignInExpired,
        u"The sign-in at Suna has ended. Sign in again and enter the new tokens."_s, reply.status,
        spokenDetail(reply));
}

Error laterError(const HttpReply &reply)
{
    Error error = renewalError(ErrorCategory::NetworkError, code::SunaServerError,
        u"Supabase could not renew the sign-in at Suna (HTTP %1). Try again later."_s.arg(
            reply.status),
        reply.status, spokenDetail(reply));
    if (const auto wait = retryAfterOf(reply); wait && *wait > 0)
        error.args.insert(u"retry_after"_s, *wait);
    return error;
}

Error noSupabaseError(int status)
{
    return renewalError(ErrorCategory::InvalidInput, code::SunaInvalidAnswer,
        u"What answers at the address of Supabase is no Supabase. Correct the address."_s, status);
}

/// What Supabase issues.
struct Issued {
    SunaTokens tokens;
    seconds lasts {};
};

std::optional<Issued> readIssued(const HttpReply &reply)
{
    const Result<Json> body = parseJson(reply.body);
    if (!body || !body->is_object())
        return std::nullopt;
    Issued issued;
    issued.tokens.access = stringAt(*body, "access_token").value_or(QString()).toUtf8();
    issued.tokens.refresh = stringAt(*body, "refresh_token").value_or(QString()).toUtf8();
    issued.lasts
        = seconds(std::clamp<qint64>(integerAt(*body, "expires_in").value_or(0), 0, MostSeconds));
    const bool usable = !issued.tokens.access.isEmpty() && !issued.tokens.refresh.isEmpty()
        && isHeaderSafe(issued.tokens.access) && isHeaderSafe(issued.tokens.refresh)
        && issued.tokens.access.size() <= MaxTokenBytes;
    return usable ? std::optional(issued) : std::nullopt;
}

} // namespace

Result<QUrl> supabaseRoot(const QUrl &typed)
{
    if (const auto problem = typedAddressProblem(typed,
            u"The address of Supabase is none. Enter one that begins with https://, for example "
            "https://abcd.supabase.co."_s))
        return *problem;
    QUrl root = typed.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = root.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    root.setPath(path, QUrl::TolerantMode);
    return root;
}

std::optional<Timestamp> jwtExpiry(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3 || token.size() > MaxTokenBytes)
        return std::nullopt;
    const auto payload = QByteArray::fromBase64Encoding(
        parts[1], QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const Result<Json> claims = parseJson(*payload);
    if (!payload || !claims || !claims->is_object())
        return std::nullopt;
    const auto expiry = integerAt(*claims, "exp");
    // A year after 9999 is nonsense, and would overflow further on.
    constexpr qint64 lastSecond = 253'402'300'799;
    if (!expiry || *expiry < 0 || *expiry > lastSecond)
        return std::nullopt;
    return Timestamp(seconds(*expiry));
}

SupabaseSession::SupabaseSession(const SunaConnection &connection, HttpClient *http, Clock *clock,
    SunaTimings timings, QObject *parent)
    : QObject(parent)
    , m_access(connection.supabase)
    , m_tokens { connection.bearerToken.trimmed(), connection.supabase.refreshToken.trimmed() }
    , m_signIn(connection.signIn)
    , m_onTokens(connection.onTokens)
    , m_http(http)
    , m_clock(clock)
    , m_timings(timings)
    , m_expires(jwtExpiry(m_tokens.access))
{
    m_access.anonKey = m_access.anonKey.trimmed();
    if (m_signIn)
        adopt();
    else
        m_signIn = std::make_shared<SunaSignIn>(m_tokens);
}

SupabaseSession::~SupabaseSession()
{
    finish(cancelledError());
}

bool SupabaseSession::adopt()
{
    const SunaTokens shared = m_signIn->tokens();
    if (shared == m_tokens)
        return false;
    m_tokens = shared;
    m_expires = jwtExpiry(m_tokens.access);
    m_renewedAt.reset();
    m_failedAt.reset();
    m_ended.reset();
    return true;
}

bool SupabaseSession::canRenew() const
{
    return m_access.isKnown() && !m_tokens.refresh.isEmpty() && !m_ended;
}

bool SupabaseSession::isExpired() const
{
    return m_tokens.access.isEmpty() || (m_expires && m_clock->now() >= *m_expires);
}

bool SupabaseSession::isFresh() const
{
    return m_renewedAt && m_clock->now() - *m_renewedAt < Fresh;
}

bool SupabaseSession::isDue() const
{
    if (!canRenew())
        return false;
    if (isExpired())
        return true;
    const bool justFailed = m_failedAt && m_clock->now() - *m_failedAt < PauseAfterFailure;
    return m_expires && m_clock->now() >= *m_expires - Margin && !justFailed && !isFresh();
}

QCoro::Task<Result<void>> SupabaseSession::prepare(std::stop_token stop)
{
    const QPointer<SupabaseSession> self(this);
    adopt();
    if (!isDue())
        co_return Result<void>();
    Result<void> done = co_await renewed(stop);
    if (!self || stop.stop_requested())
        co_return cancelledError();
    if (!done && isExpired())
        co_return done;
    co_return Result<void>();
}

QCoro::Task<Result<bool>> SupabaseSession::replace(QByteArray token, std::stop_token stop)
{
    const QPointer<SupabaseSession> self(this);
    adopt();
    // Somebody else has renewed it meanwhile.
    if (token != m_tokens.access)
        co_return true;
    if (m_ended)
        co_return Result<bool>(*m_ended);
    if (!canRenew() || isFresh())
        co_return false;
    const Result<void> done = co_await renewed(stop);
    if (!self)
        co_return cancelledError();
    if (!done)
        co_return done.error();
    co_return true;
}

/// Waits for the renewal under way, or for one that it begins.
QCoro::Task<Result<void>> SupabaseSession::renewed(std::stop_token stop)
{
    const Waiter waiter;
    m_waiters.append(waiter);
    if (!std::exchange(m_renewing, true))
        m_tasks.start(renew());
    const std::stop_callback onStop(stop, [waiter] { waiter.set(cancelledError()); });
    co_return co_await waiter;
}

QCoro::Task<> SupabaseSession::renew()
{
    const QPointer<SupabaseSession> self(this);
    const Result<HttpRequest> request = renewalRequest();
    if (!request) {
        m_ended = request.error();
        finish(request.error());
        co_return;
    }
    const std::stop_token never;
    const Result<HttpReply> reply = co_await m_http->send(*request, never);
    if (!self)
        co_return;
    const Result<void> result = accept(reply);
    if (result)
        qCInfo(lcSuna, "The sign-in at Suna was renewed");
    else
        qCWarning(lcSuna, "The sign-in at Suna was not renewed (%s)",
            qUtf8Printable(result.error().code));
    finish(result);
}

Result<HttpRequest> SupabaseSession::renewalRequest() const
{
    const Result<QUrl> root = supabaseRoot(m_access.url);
    if (!root)
        return root.error();
    Json body = Json::object();
    body["refresh_token"] = toJson(QString::fromUtf8(m_tokens.refresh));
    HttpRequest request;
    request.method = "POST";
    request.url = *root;
    request.url.setPath(root->path(QUrl::FullyEncoded) + u"/auth/v1/token"_s, QUrl::TolerantMode);
    request.url.setQuery(u"grant_type=refresh_token"_s);
    request.headers = { { "Accept", "application/json" }, { "Content-Type", "application/json" },
        { "apikey", m_access.anonKey } };
    request.body = canonicalJson(body);
    request.timeouts = { m_timings.connect, m_timings.request, m_timings.request };
    request.maxReplyBytes = qint64(256) * 1024;
    return request;
}

Result<void> SupabaseSession::accept(const Result<HttpReply> &reply)
{
    const Timestamp now = m_clock->now();
    m_failedAt = now;
    if (!reply) {
        Error error = reply.error();
        error.args.insert(u"sent"_s, false); // of the call that waits for this
        return error;
    }
    const bool refused = reply->status == 400 || reply->status == 401 || reply->status == 403
        || reply->status == 422;
    // It was used up by another connection, which has left what it got.
    if (refused && adopt())
        return {};
    if (refused)
        m_ended = refusedError(*reply);
    if (refused)
        return *m_ended;
    if (reply->status == 408 || reply->status == 429 || reply->status >= 500)
        return laterError(*reply);
    const std::optional<Issued> issued = readIssued(*reply);
    if (reply->status != 200 || !issued)
        return noSupabaseError(reply->status);
    m_tokens = issued->tokens;
    // By our own clock, so that it does not matter whether it is right.
    m_expires = issued->lasts > seconds::zero() ? std::optional(now + issued->lasts)
                                                : jwtExpiry(m_tokens.access);
    m_renewedAt = now;
    m_failedAt.reset();
    m_signIn->renew(m_tokens);
    if (m_onTokens)
        m_onTokens(m_tokens);
    return {};
}

void SupabaseSession::finish(const Result<void> &result)
{
    m_renewing = false;
    for (const Waiter &waiter : std::exchange(m_waiters, {}))
        waiter.set(result);
}

} // namespace renum
