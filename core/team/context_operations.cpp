// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The operations of contract §5.3 on a TeamContext.

#include "core/model/error_codes.h"
#include "core/team/team_context.h"

#include <QSet>

#include <algorithm>
#include <ranges>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Scope = ContextChange::Scope;

/// Of several writes to one key the last; in the order of the writes that are kept.
std::vector<ContextWrite> lastWrites(const std::vector<ContextWrite> &writes)
{
    std::vector<ContextWrite> kept;
    QSet<QString> seen;
    for (const ContextWrite &write : writes | std::views::reverse) {
        const QString id = toString(write.scope) + u'/' + write.key;
        if (!seen.contains(id))
            kept.push_back(write);
        seen.insert(id);
    }
    std::ranges::reverse(kept);
    return kept;
}

std::optional<Timestamp> inMilliseconds(std::optional<Timestamp> time)
{
    if (!time)
        return std::nullopt;
    return std::chrono::floor<std::chrono::milliseconds>(*time);
}

TeamContext::Expiries expiriesIn(const Json &snapshotData, Timestamp now)
{
    TeamContext::Expiries expiries;
    const Json *metadata = memberAt(snapshotData, "metadata");
    const Json *stored = metadata ? memberAt(*metadata, "expires_at") : nullptr;
    if (!stored || !stored->is_object())
        return expiries;
    for (const auto &[key, time] : stored->items()) {
        // What cannot be read ends at once, rather than never.
        const Timestamp expiry = fromRfc3339(toQString(time)).value_or(now);
        expiries.emplace(QString::fromStdString(key), expiry);
    }
    return expiries;
}

/// The writes that turn `current` into `target`, for one scope.
void appendDifference(std::vector<ContextWrite> &writes, Scope scope, const Json &current,
    const Json &target, const TeamContext::Expiries &expiries)
{
    for (const auto &[name, value] : current.items()) {
        const QString key = QString::fromStdString(name);
        if (!target.contains(name) && !isContextSeed(key))
            writes.push_back({ scope, key, std::nullopt });
    }
    for (const auto &[name, value] : target.items()) {
        const QString key = QString::fromStdString(name);
        if (scope == Scope::ContextObject && isContextSeed(key))
            continue;
        const auto expiry = expiries.find(key);
        const bool ends = scope == Scope::SharedMemory && expiry != expiries.end();
        writes.push_back(
            { scope, key, value, ends ? std::optional(expiry->second) : std::nullopt });
    }
}

} // namespace

std::optional<Timestamp> TeamContext::expiryOf(const ContextWrite &write) const
{
    const bool canEnd = write.scope == Scope::SharedMemory && write.value;
    return canEnd ? inMilliseconds(write.expiresAt) : std::nullopt;
}

Result<void> TeamContext::check(
    const ContextAuthor &author, const std::vector<ContextWrite> &writes) const
{
    qsizetype growth = 0;
    for (const ContextWrite &write : writes) {
        const std::optional<ContextRefusal::Reason> refusal = keyRefusal(write.key);
        if (refusal && !author.mayWriteReservedKeys())
            return contextError(*refusal, write.key);
        const bool memory = write.scope == Scope::SharedMemory;
        growth -= (memory ? m_writtenMemory : m_written).bytesOf(write.key);
        if (!write.value)
            continue;
        const qsizetype bytes = canonicalJson(*write.value).size();
        if (bytes > ContextLimits::MaxValueBytes)
            return contextError(ContextRefusal::Reason::ValueTooLarge, write.key);
        growth += WrittenValues::memberBytes(write.key, bytes);
    }
    // What makes the context smaller is welcome even when it is too large.
    if (growth > 0 && bytes() + growth > ContextLimits::MaxContextBytes)
        return contextError(ContextRefusal::Reason::ContextTooLarge, writes.back().key);
    return {};
}

std::optional<ContextChange> TeamContext::changeFor(const ContextWrite &write) const
{
    const Json &current = object(write.scope);
    const auto found = current.find(write.key.toStdString());
    const bool exists = found != current.end();
    const std::optional<Timestamp> expiry = expiryOf(write);
    if (!write.value && !exists)
        return std::nullopt;
    ContextChange change { write.scope, write.key, write.value.value_or(Json()),
        exists ? *found : Json() };
    change.deleted = !write.value;
    change.expiresAt = expiry;
    if (exists && write.value && *found == *write.value) {
        const auto known = m_expiries.find(write.key);
        const bool memory = write.scope == Scope::SharedMemory;
        const bool ends = memory && known != m_expiries.end();
        if (expiry == (ends ? std::optional(known->second) : std::nullopt))
            return std::nullopt;
    }
    return change;
}

Result<ContextChanges> TeamContext::write(
    const ContextAuthor &author, const std::vector<ContextWrite> &writes)
{
    const std::vector<ContextWrite> kept = lastWrites(writes);
    if (const Result<void> allowed = check(author, kept); !allowed)
        return allowed.error();
    ContextChanges changes;
    for (const ContextWrite &one : kept) {
        if (std::optional<ContextChange> change = changeFor(one))
            changes.push_back(std::move(*change));
    }
    return commit(std::move(changes), author);
}

ContextChanges TeamContext::expire(Timestamp now)
{
    ContextChanges changes;
    for (const auto &[key, expiry] : m_expiries) {
        if (expiry > now)
            continue;
        if (std::optional<ContextChange> change = changeFor({ Scope::SharedMemory, key, {} }))
            changes.push_back(std::move(*change));
    }
    return commit(std::move(changes), ContextAuthor::system());
}

Result<ContextChanges> TeamContext::restore(
    const Json &snapshotData, int snapshotVersion, const ContextAuthor &author, Timestamp now)
{
    const Json *contextObject = memberAt(snapshotData, "context_object");
    const Json *memory = memberAt(snapshotData, "shared_memory");
    if (!contextObject || !contextObject->is_object() || !memory || !memory->is_object()) {
        return Error { ErrorCategory::SystemError, QString::fromLatin1(code::StoreCorrupt),
            u"This snapshot of the team's context cannot be read. Choose another one."_s };
    }
    const Expiries expiries = expiriesIn(snapshotData, now);
    Json alive = *memory;
    for (const auto &[key, expiry] : expiries) {
        if (expiry <= now)
            alive.erase(key.toStdString());
    }
    std::vector<ContextWrite> writes;
    appendDifference(writes, Scope::ContextObject, m_contextObject, *contextObject, expiries);
    appendDifference(writes, Scope::SharedMemory, m_sharedMemory, alive, expiries);
    ContextChanges changes;
    for (const ContextWrite &write : writes) {
        if (std::optional<ContextChange> change = changeFor(write)) {
            change->restoredFrom = snapshotVersion;
            changes.push_back(std::move(*change));
        }
    }
    return commit(std::move(changes), author);
}

} // namespace renum
