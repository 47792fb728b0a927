// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/timestamp.h"
#include "core/team/context_change.h"

#include <QString>

#include <optional>

namespace renum {

/// Who changes a context; decides what may be written and what `changed_by` says.
class ContextAuthor {
public:
    [[nodiscard]] static ContextAuthor agent(const AgentId &id)
    {
        return { id.toString(), Kind::Agent };
    }
    [[nodiscard]] static ContextAuthor system()
    {
        return { QStringLiteral("system"), Kind::System };
    }
    /// `name` is what the change shows, for example a user's id.
    [[nodiscard]] static ContextAuthor person(QString name)
    {
        return { std::move(name), Kind::Person };
    }

    [[nodiscard]] const QString &toString() const noexcept { return m_name; }
    [[nodiscard]] bool mayWriteReservedKeys() const noexcept { return m_kind == Kind::System; }
    [[nodiscard]] bool isPerson() const noexcept { return m_kind == Kind::Person; }

private:
    enum class Kind { Agent, System, Person };
    ContextAuthor(QString name, Kind kind)
        : m_name(std::move(name))
        , m_kind(kind)
    {
    }

    QString m_name;
    Kind m_kind = Kind::Agent;
};

/// One key to set or to delete.
struct ContextWrite {
    ContextChange::Scope scope = ContextChange::Scope::SharedMemory;
    QString key;
    std::optional<Json> value; ///< none deletes the key
    /// When the value ends; kept in milliseconds, as the log tells it. Shared memory only.
    std::optional<Timestamp> expiresAt = {};
};

} // namespace renum
