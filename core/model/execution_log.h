// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/log_entry.h"

#include <QHash>

namespace renum {

/// Completes an entry with whom it is about. Changes of the context only say in their data whose
/// they are: an agent's, the system's, or those of a person. `names` are the members'.
void attribute(LogEntry &entry, const ExecutionEvent &event, const QHash<AgentId, QString> &names);

/// An execution's log (contract §1.5.8), folded from its events: each leads to at most one entry.
/// Prompts, results and values of the context are not in it. Streamed output and progress are no
/// news; leaving them out changes nothing.
class ExecutionLog {
public:
    /// The next event, in order.
    void apply(const ExecutionEvent &event);
    /// Oldest first. The entry of a started step learns its run's id when the run is there.
    [[nodiscard]] const LogEntryList &entries() const noexcept { return m_entries; }

private:
    void learnNames(const ExecutionEvent &plan);
    void noteRun(const ExecutionEvent &bound);

    LogEntryList m_entries;
    QHash<AgentId, QString> m_names; ///< of the members
    QHash<StepId, std::size_t> m_started; ///< entry of the latest attempt, by step or iteration
};

} // namespace renum
