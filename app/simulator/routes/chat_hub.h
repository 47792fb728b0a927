// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/routes/deferred.h"
#include "app/simulator/routes/router.h"
#include "app/simulator/runs/service.h"
#include "app/simulator/runs/stream_session.h"

#include <set>

namespace renum::sim {

/// The chats that clients wait for: streamed, or in one piece. A chat whose client has left is
/// broken off, as model servers do.
class ChatHub {
public:
    /// `service` must outlive the hub.
    explicit ChatHub(Service *service);
    ~ChatHub();
    ChatHub(const ChatHub &) = delete;
    ChatHub &operator=(const ChatHub &) = delete;

    /// Answers `POST /chat/completions`.
    void open(const RouteCall &call, const std::shared_ptr<Responder> &responder);
    /// Ends every chat.
    void clear();

private:
    class Whole;
    void stream(RunRecord &run, const RouteCall &call, const std::shared_ptr<Responder> &responder);
    void whole(RunRecord &run, const RouteCall &call, const WireJson &body,
        const std::shared_ptr<Responder> &responder);

    Service *m_service;
    std::set<std::shared_ptr<StreamSession>> m_streams;
    std::set<std::shared_ptr<Whole>> m_wholes;
};

} // namespace renum::sim
