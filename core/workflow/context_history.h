// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/team/context_snapshot.h"

#include <optional>
#include <vector>

namespace renum {

/// That a snapshot belongs to a version (contract §5.5). Its data is the context at that version.
struct SnapshotNote {
    SnapshotReason reason = SnapshotReason::Created;
    Timestamp at;
    AgentId agent; ///< whose step it was taken for, or who made the version; may be empty

    friend bool operator==(const SnapshotNote &, const SnapshotNote &) = default;
};

/// One version of a context: who made it, when, and what it changed.
struct ContextVersion {
    ExecutionId execution;
    int version = 1;
    Timestamp at;
    QString changedBy; ///< empty for the first
    std::optional<int> restoredFrom;
    ContextChanges changes; ///< of the first: what it began with
    std::vector<SnapshotNote> snapshots; ///< oldest first

    friend bool operator==(const ContextVersion &, const ContextVersion &) = default;
};
using ContextVersions = std::vector<ContextVersion>;

/// {execution_id, version, changed_at, changed_by, restored_from, changes, snapshots}; of a
/// snapshot {snapshot_at, version, reason, created_by_agent}.
[[nodiscard]] Json toJson(const ContextVersion &version);

/// The versions of an execution's context, folded from its events.
class ContextHistory {
public:
    /// The next event, in order.
    void apply(const ExecutionEvent &event);
    /// Oldest first; ends the fold. Errors: store_corrupt for a log that cannot be read.
    [[nodiscard]] Result<ContextVersions> finish();

private:
    void onChange(const ExecutionEvent &event);
    void onMoment(ContextMoment moment, Timestamp at, const AgentId &agent);
    void settle(Timestamp at);

    ContextVersions m_versions;
    int m_askedVersion = 0; ///< when a snapshot was last thought of
    std::optional<Timestamp> m_lastSnapshot;
    /// Steps that ended; their results come into the context right after.
    std::vector<AgentId> m_justEnded;
    bool m_ended = false;
    Timestamp m_lastTime;
    std::optional<Error> m_problem;
};

} // namespace renum
