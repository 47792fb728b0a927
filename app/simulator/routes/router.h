// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault.h"
#include "core/net/http_server.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace renum::sim {

/// A request that has found its route.
struct RouteCall {
    ServerRequest request;
    QHash<QString, QString> params; ///< from the path, for example `thread_id`
    QList<Fault> faults; ///< those that the handler itself must play

    [[nodiscard]] QString query(const QString &name, const QString &fallback = {}) const;
};

using AnswerHandler = std::function<ServerResponse(const RouteCall &)>;
/// Answers by itself, now or later.
using OpenHandler = std::function<void(RouteCall, std::shared_ptr<Responder>)>;

/// How strictly a route looks at credentials.
enum class Access { Open, Required, OptionalAuth, Stream };

struct Route {
    QByteArray method;
    QString path; ///< with `{names}`, prefix included
    QString name; ///< for faults; empty: no fault touches it
    Access access = Access::Required;
    std::variant<AnswerHandler, OpenHandler> handler;
    QStringList queryNames = {}; ///< told in `/openapi.json`
    /// The agent that a request concerns, for faults; may be empty.
    std::function<QString(const RouteCall &)> agentOf = {};

    [[nodiscard]] QString logName() const
    {
        return name.isEmpty() ? QStringLiteral("other") : name;
    }
};

class Router {
public:
    struct Match {
        const Route *route = nullptr; ///< borrowed
        QHash<QString, QString> params;
    };
    struct Refusal {
        int status = 404; ///< 404, 405 or 307
        QString location; ///< for 307
    };

    void add(Route route) { m_routes.push_back(std::move(route)); }
    [[nodiscard]] std::variant<Match, Refusal> find(
        const QByteArray &method, const QString &path) const;
    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

private:
    [[nodiscard]] bool anyMethodAt(const QString &path) const;
    std::vector<Route> m_routes;
};

} // namespace renum::sim
