// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_client.h"
#include "core/agents/suna/suna_server.h"
#include "core/model/json.h"
#include "core/net/http_client.h"

#include <QCoroTask>
#include <QPointer>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <stop_token>

/// Finding out what answers at an address (suna-api.md §9.2).
namespace renum {

/// An address as typed, taken apart: where the server's root is, and which prefixes to try.
struct SunaAddress {
    QUrl root; ///< no query, fragment or trailing slash
    QStringList prefixes; ///< the typed one first
};
[[nodiscard]] Result<SunaAddress> normaliseSunaAddress(const QUrl &typed);

/// What a health answer tells.
struct SunaHealth {
    enum class Kind {
        Suna, ///< V1 to V3
        Kortix, ///< V4
        WebPage, ///< the browser's front end, or a proxy's page
        Other,
    };
    Kind kind = Kind::Other;
    QString version; ///< V4 only
};
[[nodiscard]] SunaHealth readSunaHealth(const HttpReply &reply);

/// The family by the routes of an OpenAPI document; none when it shows no Suna.
[[nodiscard]] std::optional<SunaFamily> sunaFamilyOf(const Json &openApi, const QString &prefix);

/// The error for a family that this connector does not speak; none for those it does.
[[nodiscard]] std::optional<Error> sunaFamilyProblem(SunaFamily family, const QString &version);

/// Asks a server what it is. Only reads; sends credentials only where a route needs them.
class SunaDetector {
public:
    /// `client` must live until detect() has ended; it ends when the client goes away.
    explicit SunaDetector(SunaClient *client);

    /// The server, of a supported family; an error with a sentence for everything else.
    [[nodiscard]] QCoro::Task<Result<SunaServer>> detect(std::stop_token stop);

private:
    [[nodiscard]] QCoro::Task<Result<SunaServer>> findPrefix(
        SunaAddress address, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<SunaFamily>> findFamily(
        SunaServer server, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<SunaFamily>> tryRoutes(
        SunaServer server, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<HttpReply>> fetch(
        QUrl url, SunaClient::Credentials credentials, std::stop_token stop);

    QPointer<SunaClient> m_client;
};

} // namespace renum
