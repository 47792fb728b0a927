// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/routes/deferred.h"
#include "app/simulator/routes/router.h"
#include "app/simulator/runs/service.h"
#include "app/simulator/runs/stream_session.h"

#include <memory>
#include <set>

namespace renum::sim {

/// Opens the streams of runs and owns them while they last.
class StreamHub {
public:
    /// `service` must outlive the hub.
    explicit StreamHub(Service *service);

    /// Answers a request for a stream; V3 waits a little for a run that is not there yet.
    void open(RouteCall call, std::shared_ptr<Responder> responder);
    /// Ends every stream.
    void clear();
    [[nodiscard]] size_t openCount() const { return m_sessions.size(); }

private:
    void openOrWait(const RouteCall &call, const std::shared_ptr<Responder> &responder,
        std::chrono::milliseconds patience);
    void begin(RunRecord &run, const RouteCall &call, std::shared_ptr<Responder> responder);

    Service *m_service;
    Deferred m_deferred;
    std::set<std::shared_ptr<StreamSession>> m_sessions;
};

} // namespace renum::sim
