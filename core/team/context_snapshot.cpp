// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/context_snapshot.h"

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int SnapshotPeriod = 10;

constexpr std::array Names {
    std::pair { SnapshotReason::Created, "created"_L1 },
    std::pair { SnapshotReason::BeforeStep, "before_step"_L1 },
    std::pair { SnapshotReason::AfterStep, "after_step"_L1 },
    std::pair { SnapshotReason::Periodic, "periodic"_L1 },
    std::pair { SnapshotReason::Final, "final"_L1 },
    std::pair { SnapshotReason::Restore, "restore"_L1 },
};

Json aliveMemory(const TeamContext &context, Timestamp now)
{
    Json memory = context.sharedMemory();
    for (const auto &[key, expiry] : context.expiries()) {
        if (expiry <= now)
            memory.erase(key.toStdString());
    }
    return memory;
}

} // namespace

QString toString(SnapshotReason reason)
{
    const auto entry = std::ranges::find(Names, reason, &decltype(Names)::value_type::first);
    return entry == Names.end() ? QString() : QString(entry->second);
}

std::optional<SnapshotReason> snapshotReasonFromString(const QString &name)
{
    const auto entry = std::ranges::find(Names, name, &decltype(Names)::value_type::second);
    return entry == Names.end() ? std::nullopt : std::optional(entry->first);
}

std::optional<SnapshotReason> snapshotDue(ContextMoment moment, int versionBefore, int version)
{
    switch (moment) {
    case ContextMoment::ExecutionCreated:
        return SnapshotReason::Created;
    case ContextMoment::StepStarting:
        return SnapshotReason::BeforeStep;
    case ContextMoment::StepEnded:
        return SnapshotReason::AfterStep;
    case ContextMoment::Restored:
        return SnapshotReason::Restore;
    case ContextMoment::ExecutionEnded:
        return SnapshotReason::Final;
    case ContextMoment::Changed:
        break;
    }
    if (version / SnapshotPeriod > versionBefore / SnapshotPeriod)
        return SnapshotReason::Periodic;
    return std::nullopt;
}

bool isKeptWhenFinished(SnapshotReason reason)
{
    return reason != SnapshotReason::Periodic;
}

Timestamp snapshotTime(std::optional<Timestamp> last, Timestamp now)
{
    return last ? std::max(now, *last + std::chrono::microseconds(1)) : now;
}

Json contextMetadata(const TeamContext &context, ContextTimes times)
{
    Json metadata = Json::object();
    metadata["created_at"] = toJson(toRfc3339(times.createdAt));
    metadata["updated_at"] = toJson(toRfc3339(times.updatedAt));
    metadata["version"] = context.version();
    const bool fresh = context.lastUpdatedBy().isEmpty();
    metadata["last_updated_by"] = fresh ? Json() : toJson(context.lastUpdatedBy());
    Json &conflicts = metadata["conflicts"] = Json::array();
    for (const ContextConflict &conflict : context.conflicts())
        conflicts.push_back(toJson(conflict));
    if (context.restoredFrom())
        metadata["restored_from"] = *context.restoredFrom();
    if (!context.expiries().empty()) {
        Json &expiries = metadata["expires_at"] = Json::object();
        for (const auto &[key, expiry] : context.expiries())
            expiries[key.toStdString()] = toJson(toRfc3339(expiry));
    }
    return metadata;
}

Json snapshotData(const TeamContext &context, ContextTimes times)
{
    Json data = Json::object();
    data["context_object"] = context.contextObject();
    data["shared_memory"] = context.sharedMemory();
    data["metadata"] = contextMetadata(context, times);
    return data;
}

Json contextResource(const TeamContext &context, const ExecutionId &execution, ContextTimes times,
    Json workflowState, Timestamp now)
{
    Json resource = Json::object();
    resource["execution_id"] = toJson(execution.toString());
    resource["version"] = context.version();
    resource["context_object"] = context.contextObject();
    resource["shared_memory"] = aliveMemory(context, now);
    resource["variables"] = context.variables(now);
    resource["workflow_state"] = std::move(workflowState);
    resource["metadata"] = contextMetadata(context, times);
    resource["created_at"] = toJson(toRfc3339(times.createdAt));
    resource["updated_at"] = toJson(toRfc3339(times.updatedAt));
    return resource;
}

} // namespace renum
