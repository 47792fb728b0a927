// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/checkpoints.h"

#include <algorithm>

namespace renum::ui {

void Checkpoints::clear()
{
    m_states.clear();
    m_spacing = FirstSpacing;
}

void Checkpoints::offer(const MonitorState &state)
{
    const qint64 seq = state.seq();
    if (seq <= 0 || seq % m_spacing != 0)
        return;
    m_states.insert_or_assign(seq, state);
    const auto fitting = static_cast<int>(
        std::min<qsizetype>(MostBytes / state.approximateSize(), qsizetype(Most)));
    while (count() > std::max(fitting, Least))
        thinOut();
}

void Checkpoints::thinOut()
{
    m_spacing *= 2;
    std::erase_if(m_states, [this](const auto &kept) { return kept.first % m_spacing != 0; });
}

const MonitorState *Checkpoints::before(qint64 seq) const
{
    const auto after = m_states.upper_bound(seq);
    return after == m_states.begin() ? nullptr : &std::prev(after)->second;
}

} // namespace renum::ui
