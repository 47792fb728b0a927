// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/wire_json.h"
#include "core/net/http_server.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace renum::sim {

/// What the service was asked and what it answered, for the checks of tests (`GET /_sim/requests`).
/// Counts everything and keeps the latest requests.
class RequestLog {
public:
    RequestLog();

    /// Notes a request; what comes back must be used in place of `responder`, so that the answer is
    /// noted, too. An empty route name is one that nobody knows.
    [[nodiscard]] std::shared_ptr<Responder> note(Timestamp at, const ServerRequest &request,
        const QString &route, std::shared_ptr<Responder> responder);
    void clear();
    /// `total`, `routes` with their counts, and `latest`, oldest first.
    [[nodiscard]] WireJson toJson() const;

private:
    struct Data;
    class Watch;
    std::shared_ptr<Data> m_data; ///< shared with answers that are still to come
};

} // namespace renum::sim
