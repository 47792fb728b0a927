// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_backend.h"
#include "core/agents/suna/suna_server.h"
#include "core/agents/suna/supabase_session.h"
#include "core/model/json.h"
#include "core/net/http_client.h"

#include <QByteArray>
#include <QCoroTask>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <stop_token>

namespace renum {

/// One call of Suna's API.
struct SunaCall {
    QByteArray method = "GET";
    QStringList path; ///< decoded segments behind the prefix
    SunaQuery query;
    QByteArray contentType;
    QByteArray body;
    HttpHeaders headers; ///< further ones
    std::chrono::milliseconds total {}; ///< zero: SunaTimings::request
};
[[nodiscard]] SunaCall sunaGet(QStringList path, SunaQuery query = {});
[[nodiscard]] SunaCall sunaPost(QStringList path, const Json &body);
[[nodiscard]] SunaCall sunaPut(QStringList path, const Json &body);
[[nodiscard]] SunaCall sunaPostForm(QStringList path, const QList<QPair<QString, QString>> &fields);

/// Speaks HTTP with one Suna: adds the credentials, to the configured origin only, renews them when
/// they are about to expire or were refused, and turns every answer into JSON or a typed Error.
/// Never logs bodies or credentials. Destroying it ends every call and every wait that uses
/// stopToken().
class SunaClient : public QObject {
    Q_OBJECT

public:
    enum class Credentials { Send, Withhold };

    /// Without `lookup` the system looks names up.
    SunaClient(
        SunaConnection connection, Clock *clock, SunaTimings timings, HostLookup *lookup = nullptr);
    ~SunaClient() override;

    [[nodiscard]] QUrl address() const { return m_connection.url; }
    [[nodiscard]] Clock *clock() const { return m_clock; }
    [[nodiscard]] const SunaTimings &timings() const { return m_timings; }
    /// Requested when this object goes away.
    [[nodiscard]] std::stop_token stopToken() const { return m_alive.get_token(); }

    /// A JSON answer with a status of success; every other one is an error, see suna_errors.h.
    [[nodiscard]] QCoro::Task<Result<Json>> call(
        SunaServer server, SunaCall call, std::stop_token stop);
    /// The same, asked of the tables of Supabase: `path` begins with the table's name. Ask
    /// hasSupabase() first.
    [[nodiscard]] QCoro::Task<Result<Json>> callSupabase(SunaCall call, std::stop_token stop);
    [[nodiscard]] bool hasSupabase() const { return m_connection.supabase.isKnown(); }
    /// Any answer of any address below the configured one, for finding out who is there.
    [[nodiscard]] QCoro::Task<Result<HttpReply>> fetch(
        QUrl url, Credentials credentials, std::stop_token stop);
    /// The event stream of a run, without time limits: silence is normal.
    [[nodiscard]] QCoro::Task<Result<HttpStreamEnd>> stream(SunaServer server, RunId run,
        QByteArray afterEvent, HttpStreamHandler handler, std::stop_token stop);

private:
    /// What a request carries: all that Suna knows, or only what Supabase does.
    enum class Audience { Suna, Supabase };

    [[nodiscard]] HttpRequest requestOf(const SunaCall &call, const QUrl &url) const;
    [[nodiscard]] HttpRequest request(const QUrl &url, std::chrono::milliseconds total,
        const QByteArray &accept = "application/json") const;
    [[nodiscard]] HttpRequest withCredentials(HttpRequest request, Audience audience) const;
    [[nodiscard]] QCoro::Task<Result<HttpReply>> exchange(
        HttpRequest request, Audience audience, std::stop_token stop);

    SunaConnection m_connection;
    Clock *m_clock;
    SunaTimings m_timings;
    HttpClient m_http;
    SupabaseSession m_session;
    std::stop_source m_alive;
};

} // namespace renum
