// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/milestones.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = Milestone::Kind;

std::optional<Kind> kindOf(const QString &eventType)
{
    static const QHash<QString, Kind> kinds {
        { u"execution_started"_s, Kind::Begin },
        { u"execution_resumed"_s, Kind::Begin },
        { u"step_started"_s, Kind::Start },
        { u"step_completed"_s, Kind::Done },
        { u"step_reused"_s, Kind::Done },
        { u"step_skipped"_s, Kind::Done },
        { u"step_failed"_s, Kind::Failure },
        { u"step_retrying"_s, Kind::Failure },
        { u"step_cancelled"_s, Kind::Failure },
        { u"step_approval_requested"_s, Kind::Decision },
        { u"step_approval_decided"_s, Kind::Decision },
        { u"execution_paused"_s, Kind::Hold },
        { u"execution_continued"_s, Kind::Hold },
        { u"execution_stop_requested"_s, Kind::Hold },
        { u"execution_completed"_s, Kind::End },
        { u"execution_failed"_s, Kind::End },
        { u"execution_cancelled"_s, Kind::End },
    };
    const auto found = kinds.constFind(eventType);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

bool isPlain(const Milestone &milestone)
{
    return milestone.kind == Kind::Start || milestone.kind == Kind::Done;
}

} // namespace

void Milestones::apply(const ExecutionEvent &event)
{
    if (event.eventType.isEmpty())
        return;
    const std::optional<Kind> kind = kindOf(event.eventType);
    if (!kind)
        return;
    m_list.append({ event.seq, event.timestamp, *kind, event.agentId });
    if (m_list.size() > Most)
        thinOut();
}

void Milestones::thinOut()
{
    bool odd = false;
    m_list.removeIf([&odd](const Milestone &milestone) {
        return isPlain(milestone) && std::exchange(odd, !odd);
    });
    // A run of nothing but trouble.
    if (m_list.size() > Most)
        m_list.remove(0, m_list.size() - Most / 2);
}

const Milestone *Milestones::before(qint64 seq) const
{
    const auto found = std::ranges::lower_bound(m_list, seq, {}, &Milestone::seq);
    return found == m_list.begin() ? nullptr : &*std::prev(found);
}

const Milestone *Milestones::after(qint64 seq) const
{
    const auto found = std::ranges::upper_bound(m_list, seq, {}, &Milestone::seq);
    return found == m_list.end() ? nullptr : &*found;
}

} // namespace renum::ui
