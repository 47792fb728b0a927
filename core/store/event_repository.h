// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/store/execution_key.h"
#include "core/store/statement.h"
#include "core/store/store.h"

#include <memory>
#include <string>
#include <vector>

namespace renum {

/// Events on their way to the database. Their data is encoded where they come from: the one that
/// writes is the one that everyone waits for.
class OutgoingEvents {
public:
    explicit OutgoingEvents(ExecutionEvents events);

    [[nodiscard]] const ExecutionEvents &events() const noexcept { return m_events; }
    /// Canonical JSON of the event at `place`; borrowed from this.
    [[nodiscard]] QByteArray data(qsizetype place) const;
    [[nodiscard]] std::size_t bytes() const noexcept { return m_text->size(); }

private:
    ExecutionEvents m_events;
    std::shared_ptr<const std::string> m_text; ///< of all, one after the other
    std::vector<std::size_t> m_ends; ///< in the text
};

/// Table renum_execution_events.
class EventRepository {
public:
    explicit EventRepository(Connection *connection);

    [[nodiscard]] Result<void> insert(
        ExecutionKey key, const ExecutionEvent &event, const QByteArray &data);
    /// True when the last insert failed because the seq was taken.
    [[nodiscard]] bool seqWasTaken() const noexcept;
    /// True when the last insert failed because there is no such execution.
    [[nodiscard]] bool executionWasMissing() const noexcept;

    [[nodiscard]] Result<ExecutionEvents> page(
        const ExecutionRef &execution, qint64 after, int limit);
    /// Milestones with seq > after, and the marks among the rest (see Store::milestones).
    [[nodiscard]] Result<ExecutionEvents> milestones(
        const ExecutionRef &execution, qint64 after, int limit, LogEntries entries);
    /// What happened to single steps within [first, last].
    [[nodiscard]] Result<ExecutionEvents> stepEvents(
        const ExecutionRef &execution, qint64 first, qint64 last);
    /// One event; nothing when there is none with this seq.
    [[nodiscard]] Result<ExecutionEvents> single(const ExecutionRef &execution, qint64 seq);

private:
    [[nodiscard]] Result<ExecutionEvents> read(Statement &select, const ExecutionRef &execution);

    Connection *m_connection;
    Statement m_insert;
    Statement m_page;
    Statement m_stepEvents;
    Statement m_milestones;
};

} // namespace renum
