// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/result.h"
#include "core/model/step_output.h"
#include "core/model/timestamp.h"
#include "core/team/context_change.h"
#include "core/team/context_rules.h"
#include "core/team/context_write.h"
#include "core/team/written_values.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace renum {

/// What one consolidation did.
struct ContextUpdate {
    ContextChanges changes;
    std::vector<ContextConflict> conflicts;
    std::vector<ContextRefusal> refusals;

    [[nodiscard]] bool isEmpty() const { return changes.empty() && refusals.empty(); }
};

/// One step's contribution to a consolidation.
struct ContextContribution {
    AgentId agentId;
    StepOutput output;
};

/// The context of one execution: a value with a version that only grows (contract §5.1 to §5.3).
///
/// Every operation tells what it changed, one change for each key and one version for all of them;
/// a write of what is there already is no change. Folding the changes with apply() into a context
/// that began alike gives an equal one. Times come from outside.
class TeamContext {
public:
    using Scope = ContextChange::Scope;
    using Expiries = std::map<QString, Timestamp>;

    TeamContext() = default;
    /// Seeds the four reserved keys of §5.1, then `initialContext`; memory is `initialMemory`.
    TeamContext(Json seeds, const Json &initialContext, Json initialMemory);

    [[nodiscard]] const Json &contextObject() const noexcept { return m_contextObject; }
    [[nodiscard]] const Json &sharedMemory() const noexcept { return m_sharedMemory; }
    [[nodiscard]] int version() const noexcept { return m_version; }
    [[nodiscard]] const std::vector<ContextConflict> &conflicts() const { return m_conflicts; }
    /// Who made the current version; empty in the first.
    [[nodiscard]] const QString &lastUpdatedBy() const noexcept { return m_lastUpdatedBy; }
    /// The version that the last restore brought back.
    [[nodiscard]] std::optional<int> restoredFrom() const noexcept { return m_restoredFrom; }
    /// When keys of the shared memory end.
    [[nodiscard]] const Expiries &expiries() const noexcept { return m_expiries; }
    /// The next moment at which expire() has something to do.
    [[nodiscard]] std::optional<Timestamp> nextExpiry() const;
    /// What counts towards ContextLimits::MaxContextBytes.
    [[nodiscard]] qsizetype bytes() const;

    /// shared_memory over context_object (contract §1.5.9).
    [[nodiscard]] Json variables() const;
    /// One of `variables()` without building them, or nullptr. Borrowed. The seeds and the agents'
    /// results cannot be hidden by shared memory.
    [[nodiscard]] const Json *variable(const QString &key) const;
    /// The same two at a moment: values that have ended by then are not seen, even before expire()
    /// took them away.
    [[nodiscard]] Json variables(Timestamp now) const;
    [[nodiscard]] const Json *variable(const QString &key, Timestamp now) const;
    [[nodiscard]] bool isExpired(const QString &memoryKey, Timestamp now) const;

    /// Appends the context object as compact JSON, with no more than `limit` UTF-16 units: what
    /// does not fit is cut off, which an ellipsis tells.
    void writeContextObject(QString &text, qsizetype limit) const;

    /// Sets and deletes, as one version, or does nothing at all and tells why: agents and people
    /// may not write reserved keys, and nobody may exceed the limits. Of several writes to one key
    /// the last counts. Deleting what is not there is no change.
    Result<ContextChanges> write(
        const ContextAuthor &author, const std::vector<ContextWrite> &writes);
    /// Takes away what has ended by `now`, as one version, in the name of the system.
    ContextChanges expire(Timestamp now);
    /// Brings back what a snapshot (core/team/context_snapshot.h) holds, as a new version. The
    /// seeds stay; values that have ended by `now` do not come back.
    Result<ContextChanges> restore(
        const Json &snapshotData, int snapshotVersion, const ContextAuthor &author, Timestamp now);
    /// Folds one change of the log in.
    void apply(const ContextChange &change);

    /// Writes `agent_<id>_result` and merges output_context for every contribution, in the order
    /// given, as one version. Reserved keys cannot be overwritten. Tells what changed.
    ContextUpdate consolidate(
        const std::vector<ContextContribution> &contributions, bool deepMerge);
    /// Sets one key of the context object on behalf of the system (pipeline_input and the like).
    /// A key that has that value already is no change.
    ContextChanges setSystemVariable(const QString &key, const Json &value);
    /// Takes changes of the context object back, last first, as one new version (§3.7.3).
    ContextChanges revert(const ContextChanges &changes);

    /// Equal contents, version, expiries and history notes.
    friend bool operator==(const TeamContext &a, const TeamContext &b);

private:
    [[nodiscard]] const Json &object(Scope scope) const;
    [[nodiscard]] WrittenValues &written(Scope scope);
    [[nodiscard]] std::optional<Timestamp> expiryOf(const ContextWrite &write) const;
    [[nodiscard]] Result<void> check(
        const ContextAuthor &author, const std::vector<ContextWrite> &writes) const;
    [[nodiscard]] std::optional<ContextChange> changeFor(const ContextWrite &write) const;
    ContextChanges commit(ContextChanges changes, const ContextAuthor &author);
    void store(const ContextChange &change);

    Json m_contextObject = Json::object();
    Json m_sharedMemory = Json::object();
    int m_version = 1;
    QString m_lastUpdatedBy;
    std::optional<int> m_restoredFrom;
    std::vector<ContextConflict> m_conflicts;
    Expiries m_expiries;
    WrittenValues m_written; ///< of the context object
    WrittenValues m_writtenMemory;
};

} // namespace renum
