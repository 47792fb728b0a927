// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/log_follower.h"

#include "core/model/log_texts.h"

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

LogFollower::LogFollower(LogModel *model)
    : m_model(model)
{
}

void LogFollower::clear()
{
    m_names.clear();
    m_lines.clear();
    m_seqs.clear();
    m_shown = 0;
    m_model->clear();
}

void LogFollower::fold(std::span<const ExecutionEvent> events)
{
    for (const ExecutionEvent &event : events) {
        if (event.eventType == "plan_created"_L1)
            m_names = namesInPlan(event);
        if (event.seq == 1 || event.eventType == "execution_started"_L1)
            m_model->setStart(event.timestamp);
        if (std::optional<LogLine> line = logLine(event, m_names)) {
            m_lines << *std::move(line);
            m_seqs << event.seq;
        }
    }
    const qsizetype tooMany = m_lines.size() - LogModel::MostRows;
    if (tooMany <= 0)
        return;
    const qsizetype dropped = std::min(m_lines.size(), tooMany + LogModel::MostRows / 10);
    m_lines.remove(0, dropped);
    m_seqs.remove(0, dropped);
    m_shown = std::max<qsizetype>(0, m_shown - dropped);
}

void LogFollower::showUntil(qint64 seq)
{
    const auto end = std::ranges::upper_bound(std::as_const(m_seqs), seq);
    const qsizetype count = end - m_seqs.cbegin();
    if (count < m_shown) {
        m_model->clear();
        m_shown = 0;
    }
    m_model->append(m_lines.mid(m_shown, count - m_shown));
    m_shown = count;
}

} // namespace renum::ui
