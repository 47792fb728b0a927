// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <QHash>
#include <QList>

namespace renum::ui {

/// One value of what the team shares, before and after an agent changed it.
struct ContextTouch {
    qint64 seq = 0;
    Timestamp time;
    bool memory = false; ///< in the shared memory, not the context object
    QString key;
    QString before; ///< JSON, its beginning; empty when there was none
    QString after; ///< JSON, its beginning; empty when it was deleted
    int version = 0;

    friend bool operator==(const ContextTouch &, const ContextTouch &) = default;
};

/// What each agent changed of what the team shares. A fold; bounded.
class StepContext {
public:
    static constexpr qsizetype MostTouches = 500; ///< of an agent; older ones go
    static constexpr qsizetype MostText = 4'000; ///< characters of a value

    void clear() { m_byAgent.clear(); }
    void apply(const ExecutionEvent &event);
    /// Oldest first.
    [[nodiscard]] QList<ContextTouch> of(const AgentId &agent) const
    {
        return m_byAgent.value(agent);
    }
    friend bool operator==(const StepContext &, const StepContext &) = default;

private:
    QHash<AgentId, QList<ContextTouch>> m_byAgent;
};

} // namespace renum::ui
