// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <QList>

namespace renum::ui {

/// An event that a person looks for in a run.
struct Milestone {
    enum class Kind { Begin, Start, Done, Failure, Decision, Hold, End };
    qint64 seq = 0;
    Timestamp time;
    Kind kind = Kind::Start;
    AgentId agent; ///< empty when it is about no agent

    friend bool operator==(const Milestone &, const Milestone &) = default;
};

/// The milestones of a run, by seq. Bounded: of too many every second plain start and end goes,
/// failures and what a person was asked last of all.
class Milestones {
public:
    static constexpr qsizetype Most = 20'000;

    void clear() { m_list.clear(); }
    void apply(const ExecutionEvent &event);
    [[nodiscard]] const QList<Milestone> &list() const noexcept { return m_list; }
    /// The nearest one before or after an instant, or nullptr. Borrowed.
    [[nodiscard]] const Milestone *before(qint64 seq) const;
    [[nodiscard]] const Milestone *after(qint64 seq) const;
    /// The last one at or before an instant, or nullptr. Borrowed.
    [[nodiscard]] const Milestone *at(qint64 seq) const { return before(seq + 1); }

private:
    void thinOut();

    QList<Milestone> m_list;
};

} // namespace renum::ui
