// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/result.h"
#include "core/model/timestamp.h"

#include <QString>

#include <optional>
#include <vector>

namespace renum {

/// A key that several steps of one batch wrote (contract §3.7.2). With a deep merge the key is the
/// path of the value that collided, its parts joined by dots.
struct ContextConflict {
    QString key;
    AgentId winner;
    std::vector<AgentId> losers;

    friend bool operator==(const ContextConflict &, const ContextConflict &) = default;
};
[[nodiscard]] Json toJson(const ContextConflict &conflict);

/// One key that changed, as in contract §5.4. All changes of one operation share one version; those
/// of a later operation have a greater one.
struct ContextChange {
    enum class Scope { ContextObject, SharedMemory };
    Scope scope = Scope::ContextObject;
    QString key;
    Json value; ///< null when deleted
    Json previousValue; ///< as it was before the operation; null when there was none
    QString changedBy = {}; ///< agent id, `system`, or the name of a person
    int version = 1;
    bool deleted = false;
    bool byPerson = false; ///< `changedBy` is one, who is told that it is kept
    /// From this moment on the value is gone (shared memory only).
    std::optional<Timestamp> expiresAt = {};
    /// The version of the snapshot that was restored, when this change is part of a restore.
    std::optional<int> restoredFrom = {};
    /// Collisions within this key, when several steps wrote it.
    std::vector<ContextConflict> conflicts = {};

    friend bool operator==(const ContextChange &, const ContextChange &) = default;
};
using ContextChanges = std::vector<ContextChange>;

[[nodiscard]] QString toString(ContextChange::Scope scope);

/// The `data` of a `context_change` event, complete: a context folded from such events equals the
/// original. [EXT] members, only when they apply: `by_person`, `expires_at`, `restored_from`,
/// `conflicts`.
[[nodiscard]] Json toJson(const ContextChange &change);
[[nodiscard]] Result<ContextChange> contextChangeFromJson(const Json &json);

/// Larger values do not travel in frames.
inline constexpr qsizetype MaxFrameValueBytes = qsizetype(8) * 1024;
/// The same data for frames and channels: `value` and `previous_value` above 8 KiB of compact JSON
/// become `{"truncated": true, "size": n}`. Takes the data of the stored event.
[[nodiscard]] Json frameData(Json changeData);
/// The payload of the channel `team_context_changes:<execution id>`: the frame's data with
/// `execution_id` and `timestamp`, ids and times as strings.
[[nodiscard]] Json changeNotification(
    const ContextChange &change, const ExecutionId &execution, Timestamp at);

} // namespace renum
