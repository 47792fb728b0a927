// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/monitor/replay/checkpoints.h"
#include "ui/monitor/replay/event_cache.h"
#include "ui/monitor/replay/milestones.h"
#include "ui/monitor/replay/monitor_state.h"

#include <QObject>
#include <QTimer>
#include <queue>

#include <span>

namespace renum::ui {

class ExecutionLogReader;

/// One execution at any instant: follows it live, and shows any earlier event's state when asked,
/// while what goes on is folded all the same. A long log is worked off in slices, so that the
/// window stays usable; until that is done the stored rows say how the execution stands.
class ExecutionReplay : public QObject {
    Q_OBJECT

public:
    explicit ExecutionReplay(Workspace *workspace, QObject *parent = nullptr);

    /// Follows that execution and forgets the one before; an empty id forgets only.
    void open(const ExecutionId &id);
    [[nodiscard]] const ExecutionId &id() const noexcept { return m_id; }

    /// What is to be shown. Borrowed until the next signal or open().
    [[nodiscard]] const MonitorState &state() const;
    /// The newest that is known. Borrowed until the next signal or open().
    [[nodiscard]] const MonitorState &newest() const;
    /// The time that the shown state knows: `wallNow` when live, else when its last event happened.
    [[nodiscard]] Timestamp now(Timestamp wallNow) const;

    /// Shows the state after that event, at once when what lies between is known, else as soon as
    /// it was read; what is asked for last wins. At or behind the last event it goes live.
    void showInstant(qint64 seq);
    void goLive();
    [[nodiscard]] bool isLive() const noexcept { return !m_away; }
    /// Where a person is or wants to be: the newest event when live, else what was asked for.
    [[nodiscard]] qint64 position() const;
    /// Of the newest event that was folded.
    [[nodiscard]] qint64 lastSeq() const noexcept { return m_live.seq(); }
    [[nodiscard]] const Milestones &milestones() const noexcept { return m_milestones; }
    /// Known events behind the shown one, to play on; asks for more when there are few. Borrowed.
    [[nodiscard]] std::span<const ExecutionEvent> following();

    /// A long log has not been read to its end yet; meanwhile the stored rows are shown.
    [[nodiscard]] bool isReading() const;
    /// Of reading it, 0 to 1.
    [[nodiscard]] double readShare() const;
    /// As the workspace last said: the engine that ran it is gone.
    [[nodiscard]] bool isInterrupted() const noexcept { return m_interrupted; }

signals:
    /// state() went on by what has happened since.
    void advanced();
    /// state() is another instant now, or that of other folds.
    void jumped();
    /// newest() went on: by these events, whether they are shown or not.
    void folded(std::span<const renum::ExecutionEvent> events);
    void interruptedChanged();
    /// Nothing (more) can be read.
    void failed(const renum::Error &error);

private:
    void forget();
    void receive(const ExecutionEvents &events);
    void foldPending();
    void tellFolded(qint64 before);
    void travel();
    bool stepForward();
    void arrive();
    void readFrom(qint64 seq);
    [[nodiscard]] const MonitorState *nearestBefore(qint64 seq) const;
    QCoro::Task<> readGap(quint64 opening, qint64 after);
    QCoro::Task<> readStored(quint64 opening);

    Workspace *m_workspace;
    ExecutionLogReader *m_reader;
    ExecutionId m_id;
    quint64 m_opening = 0;

    MonitorState m_live; ///< all events so far
    // Not optional: what views borrow stays where it is.
    MonitorState m_stored; ///< of the rows, until m_live has come as far
    bool m_showsStored = false;
    qint64 m_storedSeq = 0;
    Checkpoints m_checkpoints;
    Milestones m_milestones;
    EventCache m_cache;
    std::queue<ExecutionEvents> m_pending;
    qsizetype m_taken = 0; ///< of the first of m_pending
    QTimer m_frame;

    bool m_away = false; ///< not live
    qint64 m_wanted = 0; ///< while away
    MonitorState m_shown; ///< while away
    MonitorState m_traveller; ///< on its way to m_wanted
    bool m_travelling = false;
    bool m_readingGap = false;
    QTimer m_step;
    bool m_interrupted = false;
    TaskScope m_tasks;
};

} // namespace renum::ui
