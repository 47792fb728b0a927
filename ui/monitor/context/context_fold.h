// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"
#include "core/model/json_difference.h"
#include "core/team/context_change.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <memory>
#include <optional>
#include <tuple>

namespace renum::ui {

/// A key of the context object or of the shared memory.
struct ContextKey {
    ContextChange::Scope scope = ContextChange::Scope::ContextObject;
    QString name;

    friend bool operator<(const ContextKey &a, const ContextKey &b)
    {
        return std::tie(a.scope, a.name) < std::tie(b.scope, b.name);
    }
    friend bool operator==(const ContextKey &, const ContextKey &) = default;
    friend size_t qHash(const ContextKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(key.scope), key.name);
    }
};

/// What a key became, by whom and when. Copies share the value.
struct ContextEntry {
    ContextKey key;
    std::shared_ptr<const Json> value; ///< null: the key was deleted
    int version = 1;
    Timestamp at;
    QString changedBy; ///< agent id, `system` or a person; empty for what it began with
    bool byPerson = false;
    qint64 seq = 0;
    std::optional<Timestamp> expiresAt;
    std::optional<int> restoredFrom;
    std::vector<ContextConflict> conflicts;

    /// The values themselves are compared.
    friend bool operator==(const ContextEntry &a, const ContextEntry &b);
};
using ContextValues = QMap<ContextKey, ContextEntry>;

/// The shared context of an execution and how it came about, folded from its events. Pure; copies
/// share what they have in common.
class ContextFold {
public:
    /// The next event, in order.
    void apply(const ExecutionEvent &event);

    /// As it stands.
    [[nodiscard]] const ContextValues &values() const noexcept { return m_values; }
    /// As it stood in that version.
    [[nodiscard]] ContextValues valuesAt(int version) const;
    [[nodiscard]] int version() const noexcept { return m_version; }
    /// Every change, oldest first; what it began with is version 1.
    [[nodiscard]] const QList<ContextEntry> &changes() const noexcept { return m_changes; }
    [[nodiscard]] QList<ContextEntry> historyOf(const ContextKey &key) const;
    /// Who made a version and when; none when there is no such version.
    [[nodiscard]] std::optional<ContextEntry> maker(int version) const;
    /// The member's name, the person's, or what else `changed_by` says.
    [[nodiscard]] QString nameOf(const QString &changedBy) const;
    friend bool operator==(const ContextFold &, const ContextFold &) = default;

private:
    void applyPlan(const ExecutionEvent &event);
    void begin(ContextChange::Scope scope, const Json &object, const ExecutionEvent &event);
    void add(ContextEntry entry);

    ContextValues m_values;
    QList<ContextEntry> m_changes;
    int m_version = 0;
    QHash<QString, QString> m_names;
    ExecutionEvent m_created;
};

/// Two versions side by side: a child for each key, named by its place. Borrows from the values.
[[nodiscard]] JsonDifference contextDifference(
    const ContextValues &before, const ContextValues &after);

/// What a person may do to a context now.
enum class ContextAccess {
    Read, ///< the execution is over, or nobody drives it
    Write, ///< it runs
    Restore, ///< and nothing of it works
};
[[nodiscard]] ContextAccess contextAccess(const Execution &execution, bool interrupted);

} // namespace renum::ui
