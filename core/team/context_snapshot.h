// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timestamp.h"
#include "core/team/team_context.h"

#include <QString>

#include <optional>

/// Snapshots of a team's context (contract §5.5, table renum_team_context_snapshots).
namespace renum {

/// Why a snapshot was taken.
enum class SnapshotReason { Created, BeforeStep, AfterStep, Periodic, Final, Restore };
[[nodiscard]] QString toString(SnapshotReason reason);
[[nodiscard]] std::optional<SnapshotReason> snapshotReasonFromString(const QString &name);

/// What just happened to an execution.
enum class ContextMoment {
    ExecutionCreated,
    StepStarting,
    StepEnded,
    Changed, ///< any other new version
    Restored,
    ExecutionEnded,
};

/// The rule of §5.5: whether that moment leaves a snapshot, and why. `versionBefore` is the
/// version of the context when this question was last asked; every tenth version is caught even
/// when several came at once.
[[nodiscard]] std::optional<SnapshotReason> snapshotDue(
    ContextMoment moment, int versionBefore, int version);
/// False for those that a finished execution no longer needs: it keeps the first, the last and
/// those of its steps and restores.
[[nodiscard]] bool isKeptWhenFinished(SnapshotReason reason);
/// Snapshots are told apart by their time: `now`, or the microsecond after the last one.
[[nodiscard]] Timestamp snapshotTime(std::optional<Timestamp> last, Timestamp now);

/// When a context began and when it last changed.
struct ContextTimes {
    Timestamp createdAt;
    Timestamp updatedAt;
};

/// The `metadata` of §5.1: times, version, last_updated_by, conflicts, restored_from, expires_at.
[[nodiscard]] Json contextMetadata(const TeamContext &context, ContextTimes times);
/// The column `context_data`: context_object, shared_memory and metadata. TeamContext::restore()
/// takes it back.
[[nodiscard]] Json snapshotData(const TeamContext &context, ContextTimes times);
/// The resource of §1.5.9 at a moment. `workflowState` is made from the steps by the caller.
[[nodiscard]] Json contextResource(const TeamContext &context, const ExecutionId &execution,
    ContextTimes times, Json workflowState, Timestamp now);

} // namespace renum
