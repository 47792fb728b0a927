// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <utility>

namespace renum {

/// A strong identifier: ids of different things do not convert into each other. Empty means none.
template<typename Tag>
class Id {
public:
    Id() = default;
    explicit Id(QString value)
        : m_value(std::move(value))
    {
    }

    [[nodiscard]] const QString &toString() const noexcept { return m_value; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_value.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

/// Ours are lower-case hyphenated UUIDs; those of agents, runs, threads and projects are the agent
/// service's, opaque to us. Contract §0.4 names the things.
using TeamId = Id<struct TeamTag>;
using TemplateId = Id<struct TemplateTag>;
using ExecutionId = Id<struct ExecutionTag>;
/// Equal to the agent id, with a suffix `#2`, `#3` … for feedback iterations (contract §4.3).
using StepId = Id<struct StepTag>;
using AgentId = Id<struct AgentTag>;
/// One agent run at the agent service, made for one step attempt.
using RunId = Id<struct RunTag>;
using ThreadId = Id<struct ThreadTag>;
using ProjectId = Id<struct ProjectTag>;

/// Where fresh ids come from; tests pass a seeded source so that a log repeats byte for byte.
class IdSource {
public:
    IdSource() = default;
    IdSource(const IdSource &) = delete;
    IdSource &operator=(const IdSource &) = delete;
    virtual ~IdSource() = default;
    /// A new lower-case hyphenated UUID.
    [[nodiscard]] virtual QString next() = 0;
};

/// Random version 4 UUIDs. Thread-safe.
class RandomIdSource : public IdSource {
public:
    [[nodiscard]] QString next() override;
};

} // namespace renum

Q_DECLARE_METATYPE(renum::TeamId)
Q_DECLARE_METATYPE(renum::ExecutionId)
Q_DECLARE_METATYPE(renum::StepId)
Q_DECLARE_METATYPE(renum::AgentId)
