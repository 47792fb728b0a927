// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/wire_json.h"
#include "core/model/timestamp.h"

#include <QString>

#include <chrono>
#include <variant>
#include <vector>

namespace renum::sim {

/// A row of the message table.
struct StoredMessage {
    QString id;
    QString threadId;
    QString type;
    bool isLlmMessage = true;
    WireJson content;
    WireJson metadata = WireJson::object();
    Timestamp createdAt {};
    QString agentId; ///< empty: none
};

/// Does an event end the stream of those who listen?
enum class Closing { No, Yes };

/// Puts an event into the run's stream.
struct EmitEvent {
    WireJson event;
    Closing closing = Closing::No;
};
/// Tells those who are connected now, leaves nothing for a replay, and ends their stream.
struct SignalListeners {
    WireJson event;
};
struct StoreMessage {
    StoredMessage message;
};
/// The stored status of the run changes.
struct EndRun {
    QString status;
    QString error;
};
/// The agent uses a tool.
struct UseTool {
    QString name;
    Json arguments = Json::object();
};
using TimelineAction = std::variant<EmitEvent, SignalListeners, StoreMessage, EndRun, UseTool>;

/// What a run does, by the time since its start.
struct TimelineEntry {
    std::chrono::microseconds at { 0 };
    TimelineAction action;
};
using Timeline = std::vector<TimelineEntry>;

} // namespace renum::sim
