// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/execution_replay.h"

#include "ui/monitor/replay/execution_log_reader.h"

#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum::ui {

namespace {

constexpr int FrameMs = 16;
/// Of a frame, for folding events; the rest is for painting.
constexpr qint64 SliceMs = 5;
/// Going to another instant is what the person waits for.
constexpr qint64 TravelMs = 7;
/// A log that is read in no time is not announced by its stored rows: they would flicker.
constexpr qint64 LongLog = 5'000;
/// Events read at once to show an instant.
constexpr int GapSize = 512;
/// Events that are applied without a look at the clock.
constexpr std::size_t MostSteps = 256;
/// Fewer known events ahead than this, and more are read.
constexpr std::size_t FewAhead = 128;

} // namespace

ExecutionReplay::ExecutionReplay(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_reader(new ExecutionLogReader(workspace, this))
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(FrameMs);
    m_step.setSingleShot(true);
    m_step.setInterval(0);
    connect(&m_frame, &QTimer::timeout, this, &ExecutionReplay::foldPending);
    connect(&m_step, &QTimer::timeout, this, &ExecutionReplay::travel);
    connect(m_reader, &ExecutionLogReader::received, this, &ExecutionReplay::receive);
    connect(m_reader, &ExecutionLogReader::failed, this, &ExecutionReplay::failed);
    connect(workspace, &Workspace::executionsChanged, this, [this](const ExecutionId &id) {
        if (id == m_id)
            m_tasks.start(readStored(m_opening));
    });
}

void ExecutionReplay::forget()
{
    m_frame.stop();
    m_step.stop();
    m_live = {};
    m_shown = {};
    m_traveller = {};
    m_stored = {};
    m_showsStored = false;
    m_storedSeq = 0;
    m_checkpoints.clear();
    m_milestones.clear();
    m_cache.clear();
    m_pending = {};
    m_taken = 0;
    m_away = false;
    m_travelling = false;
    m_readingGap = false;
    m_interrupted = false;
}

void ExecutionReplay::open(const ExecutionId &id)
{
    forget();
    m_id = id;
    ++m_opening;
    m_reader->open(id);
    if (!id.isEmpty())
        m_tasks.start(readStored(m_opening));
}

const MonitorState &ExecutionReplay::state() const
{
    return m_away ? m_shown : newest();
}

const MonitorState &ExecutionReplay::newest() const
{
    return m_showsStored ? m_stored : m_live;
}

Timestamp ExecutionReplay::now(Timestamp wallNow) const
{
    return m_away ? m_shown.execution().updatedAt : wallNow;
}

qint64 ExecutionReplay::position() const
{
    return m_away ? m_wanted : lastSeq();
}

bool ExecutionReplay::isReading() const
{
    return m_showsStored;
}

double ExecutionReplay::readShare() const
{
    return isReading() ? static_cast<double>(m_live.seq()) / static_cast<double>(m_storedSeq) : 1;
}

// --- live --------------------------------------------------------------------------------------

void ExecutionReplay::receive(const ExecutionEvents &events)
{
    m_pending.push(events);
    m_cache.add(events);
    if (!m_frame.isActive())
        m_frame.start();
}

void ExecutionReplay::foldPending()
{
    QElapsedTimer clock;
    clock.start();
    const qint64 before = m_live.seq();
    const QPointer<ExecutionReplay> self(this);
    const quint64 opening = m_opening;
    while (!m_pending.empty() && clock.elapsed() < SliceMs) {
        const ExecutionEvents block = m_pending.front();
        const qsizetype from = m_taken;
        while (m_taken < block.size() && clock.elapsed() < SliceMs) {
            m_live.apply(block.at(m_taken));
            m_milestones.apply(block.at(m_taken));
            m_checkpoints.offer(m_live);
            ++m_taken;
        }
        const auto count = static_cast<std::size_t>(m_taken - from);
        if (m_taken == block.size()) {
            m_pending.pop();
            m_taken = 0;
        }
        emit folded(std::span(block).subspan(static_cast<std::size_t>(from), count));
        if (!self || opening != m_opening)
            return;
    }
    if (m_pending.size() <= 1)
        m_reader->readOn();
    if (!m_pending.empty())
        m_frame.start();
    tellFolded(before);
}

void ExecutionReplay::tellFolded(qint64 before)
{
    if (m_live.seq() == before)
        return;
    const bool complete = m_showsStored && m_live.seq() >= m_storedSeq;
    if (complete) {
        m_showsStored = false;
        m_stored = {};
    }
    if (complete && !m_away)
        emit jumped();
    else
        emit advanced();
}

/// The stored rows: at once how a long execution stands, and whether anybody drives it, which
/// events cannot say.
QCoro::Task<> ExecutionReplay::readStored(quint64 opening)
{
    const QPointer<ExecutionReplay> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Execution> answer = co_await m_workspace->execution(m_id, stop);
    if (!self || opening != m_opening)
        co_return;
    if (!answer) {
        emit failed(answer.error());
        co_return;
    }
    m_storedSeq = std::max(m_storedSeq, answer->lastSeq);
    const bool farAhead = answer->lastSeq > m_live.seq() + LongLog;
    const bool unread = m_showsStored || m_live.seq() < LongLog;
    if (farAhead && unread) {
        m_stored = MonitorState(*answer);
        m_showsStored = true;
        emit jumped();
    }
    if (self && opening == m_opening && answer->interrupted != m_interrupted) {
        m_interrupted = answer->interrupted;
        emit interruptedChanged();
    }
}

// --- earlier instants --------------------------------------------------------------------------

void ExecutionReplay::goLive()
{
    if (!std::exchange(m_away, false))
        return;
    m_travelling = false;
    m_step.stop();
    m_shown = {};
    emit jumped();
}

void ExecutionReplay::showInstant(qint64 seq)
{
    if (seq >= lastSeq()) {
        goLive();
        return;
    }
    if (lastSeq() == 0)
        return;
    const bool wasLive = !m_away;
    m_wanted = std::max<qint64>(seq, 1);
    if (wasLive)
        m_shown = m_live; // the stored rows are no fold that one could go on from
    m_away = true;
    travel();
}

const MonitorState *ExecutionReplay::nearestBefore(qint64 seq) const
{
    const MonitorState *nearest = m_checkpoints.before(seq);
    const auto offer = [&nearest, seq](const MonitorState &state) {
        if (state.seq() > 0 && state.seq() <= seq && (!nearest || state.seq() > nearest->seq()))
            nearest = &state;
    };
    offer(m_shown);
    if (m_travelling)
        offer(m_traveller);
    return nearest;
}

void ExecutionReplay::travel()
{
    if (!m_away)
        return;
    const MonitorState *base = nearestBefore(m_wanted);
    if (base == &m_shown && stepForward())
        return;
    QElapsedTimer clock;
    clock.start();
    if (!m_travelling || base != &m_traveller)
        m_traveller = base ? *base : MonitorState();
    m_travelling = true;
    while (m_traveller.seq() < m_wanted) {
        const std::span<const ExecutionEvent> known = m_cache.after(m_traveller.seq());
        if (known.empty()) {
            readFrom(m_traveller.seq());
            return;
        }
        for (const ExecutionEvent &event : known) {
            if (event.seq > m_wanted)
                break;
            m_traveller.apply(event);
            if (clock.elapsed() >= TravelMs && m_traveller.seq() < m_wanted) {
                m_step.start();
                return;
            }
        }
    }
    arrive();
}

/// Playing and single steps: nothing needs to be copied.
bool ExecutionReplay::stepForward()
{
    const std::span<const ExecutionEvent> known = m_cache.after(m_shown.seq());
    const auto count = static_cast<std::size_t>(m_wanted - m_shown.seq());
    if (count == 0 || count > MostSteps || known.size() < count)
        return false;
    m_travelling = false;
    for (const ExecutionEvent &event : known.first(count))
        m_shown.apply(event);
    emit jumped();
    return true;
}

void ExecutionReplay::arrive()
{
    m_travelling = false;
    if (m_traveller.seq() == m_shown.seq())
        return;
    std::swap(m_shown, m_traveller);
    emit jumped();
}

std::span<const ExecutionEvent> ExecutionReplay::following()
{
    if (!m_away || m_travelling)
        return {};
    const std::span<const ExecutionEvent> known = m_cache.after(m_shown.seq());
    const auto ahead = static_cast<qint64>(known.size());
    if (known.size() < FewAhead && m_shown.seq() + ahead < lastSeq())
        readFrom(m_shown.seq() + ahead);
    return known;
}

void ExecutionReplay::readFrom(qint64 seq)
{
    if (!std::exchange(m_readingGap, true))
        m_tasks.start(readGap(m_opening, seq));
}

QCoro::Task<> ExecutionReplay::readGap(quint64 opening, qint64 after)
{
    const QPointer<ExecutionReplay> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<ExecutionEvents> page = co_await m_workspace->events(m_id, after, GapSize, stop);
    if (!self || opening != m_opening)
        co_return;
    m_readingGap = false;
    if (!page) {
        // What is shown stays; the bar goes back to it.
        m_wanted = m_shown.seq();
        m_travelling = false;
        emit failed(page.error());
        co_return;
    }
    m_cache.add(*page);
    if (m_travelling && !page->isEmpty())
        travel();
}

} // namespace renum::ui
