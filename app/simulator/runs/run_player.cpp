// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/run_player.h"

#include <algorithm>

namespace renum::sim {

namespace {

template<typename... F>
struct Overloaded : F... {
    using F::operator()...;
};
template<typename... F>
Overloaded(F...) -> Overloaded<F...>;

} // namespace

RunPlayer::RunPlayer(Clock *clock, World *world, Family family)
    : m_clock(clock)
    , m_world(world)
    , m_family(family)
{
}

void RunPlayer::play(const QString &runId, Timeline timeline)
{
    Playing &playing = m_playing[runId];
    playing.timeline = std::move(timeline);
    playing.next = 0;
    playing.startedAt = m_clock->monotonic();
    advance(runId);
}

void RunPlayer::breakOff(const QString &runId, std::chrono::milliseconds latency,
    std::optional<TimelineAction> announcement)
{
    m_playing.erase(runId);
    if (announcement)
        play(runId, { { latency, std::move(*announcement) } });
}

void RunPlayer::perform(const QString &runId, const TimelineAction &action)
{
    if (RunRecord *run = m_world->run(runId))
        apply(*run, action, m_clock->now());
    tell(runId);
}

void RunPlayer::listen(const QString &runId, std::weak_ptr<RunListener> listener)
{
    auto &listeners = m_listeners[runId];
    std::erase_if(listeners, [](const auto &known) { return known.expired(); });
    listeners.push_back(std::move(listener));
}

int RunPlayer::listenerCount(const QString &runId) const
{
    const auto listeners = m_listeners.value(runId);
    return static_cast<int>(
        std::ranges::count_if(listeners, [](const auto &known) { return !known.expired(); }));
}

void RunPlayer::clear()
{
    m_playing.clear();
    m_listeners.clear();
}

void RunPlayer::advance(const QString &runId)
{
    RunRecord *run = m_world->run(runId);
    const auto found = m_playing.find(runId);
    if (!run || found == m_playing.end())
        return;
    Playing &playing = found->second;
    const auto elapsed = m_clock->monotonic() - playing.startedAt;
    while (playing.next < playing.timeline.size() && playing.timeline[playing.next].at <= elapsed) {
        const TimelineEntry &entry = playing.timeline[playing.next++];
        apply(*run, entry.action, run->startedAt + entry.at);
    }
    if (playing.next < playing.timeline.size()) {
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(
            playing.timeline[playing.next].at - elapsed);
        playing.timer = m_clock->startTimer(wait, [this, runId] { advance(runId); });
    } else {
        m_playing.erase(found);
    }
    tell(runId);
}

void RunPlayer::apply(RunRecord &run, const TimelineAction &action, Timestamp at)
{
    std::visit(Overloaded {
                   [&](const EmitEvent &emitted) {
                       appendEvent(run, emitted.event, emitted.closing, false, at);
                   },
                   [&](const SignalListeners &signal) {
                       appendEvent(run, signal.event, Closing::Yes, true, at);
                   },
                   [&](const StoreMessage &stored) { store(run, stored.message); },
                   [&](const UseTool &tool) {
                       if (m_toolUsed)
                           m_toolUsed(run, tool);
                   },
                   [&](const EndRun &end) {
                       run.status = end.status;
                       run.error = end.error;
                       run.completedAt = at;
                   },
               },
        action);
}

void RunPlayer::appendEvent(
    RunRecord &run, const WireJson &event, Closing closing, bool liveOnly, Timestamp at) const
{
    const auto moment = std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch();
    StreamEvent added { moment.count(), 0, {}, closing, liveOnly, false };
    added.safeBoundary = closing == Closing::Yes || event.value("type", "") == "llm_response_end";
    // Stream ids only grow, as Redis makes them.
    if (!run.events.empty() && run.events.back().milliseconds >= added.milliseconds) {
        added.milliseconds = run.events.back().milliseconds;
        added.number = run.events.back().number + 1;
    }
    if (m_family == Family::V3) {
        WireJson numbered = event;
        numbered["_event_id"]
            = std::to_string(added.milliseconds) + '-' + std::to_string(added.number);
        added.json = QByteArray::fromStdString(pythonJson(numbered));
    } else if (m_family == Family::OpenAi) {
        // The end of the stream is a word, not JSON.
        added.json = event.is_string()
            ? QByteArray::fromStdString(event.get_ref<const std::string &>())
            : restJson(event);
    } else {
        added.json = QByteArray::fromStdString(pythonJson(event));
    }
    run.events.push_back(std::move(added));
}

void RunPlayer::store(RunRecord &run, const StoredMessage &message) const
{
    ThreadRecord *thread = m_world->thread(run.threadId);
    thread->messages.push_back(message);
    thread->updatedAt = message.createdAt;
}

void RunPlayer::tell(const QString &runId)
{
    if (m_changed)
        m_changed();
    // A listener may end and take itself off while it is told.
    const auto listeners = m_listeners.value(runId);
    for (const auto &known : listeners) {
        if (const auto listener = known.lock())
            listener->runAdvanced();
    }
}

} // namespace renum::sim
