// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/profile.h"
#include "app/simulator/runs/world.h"
#include "core/net/clock.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace renum::sim {

/// Hears of new events of one run.
class RunListener {
public:
    RunListener() = default;
    RunListener(const RunListener &) = delete;
    RunListener &operator=(const RunListener &) = delete;
    virtual ~RunListener() = default;
    virtual void runAdvanced() = 0;
};

/// Plays the timelines of runs against the clock and writes what they do into the world.
class RunPlayer {
public:
    /// All must outlive the player.
    RunPlayer(Clock *clock, World *world, Family family);

    /// Plays from now on; what is due at once happens inside the call.
    void play(const QString &runId, Timeline timeline);
    /// Breaks a run off. The announcement follows after `latency`.
    void breakOff(const QString &runId, std::chrono::milliseconds latency,
        std::optional<TimelineAction> announcement);
    /// Writes an event of the service itself into a run's stream.
    void perform(const QString &runId, const TimelineAction &action);
    /// Listeners are told until they are gone. Held weakly.
    void listen(const QString &runId, std::weak_ptr<RunListener> listener);
    [[nodiscard]] int listenerCount(const QString &runId) const;
    /// Called when a run uses a tool.
    void onTool(std::function<void(const RunRecord &, const UseTool &)> used)
    {
        m_toolUsed = std::move(used);
    }
    /// Called whenever a run has gone on.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }
    /// Forgets every run.
    void clear();

private:
    struct Playing {
        Timeline timeline;
        size_t next = 0;
        std::chrono::nanoseconds startedAt { 0 };
        std::unique_ptr<Clock::Timer> timer;
    };

    void advance(const QString &runId);
    void apply(RunRecord &run, const TimelineAction &action, Timestamp at);
    void appendEvent(
        RunRecord &run, const WireJson &event, Closing closing, bool liveOnly, Timestamp at) const;
    void store(RunRecord &run, const StoredMessage &message) const;
    void tell(const QString &runId);

    Clock *m_clock;
    World *m_world;
    Family m_family;
    std::function<void()> m_changed;
    std::function<void(const RunRecord &, const UseTool &)> m_toolUsed;
    std::unordered_map<QString, Playing> m_playing;
    QHash<QString, std::vector<std::weak_ptr<RunListener>>> m_listeners;
};

} // namespace renum::sim
