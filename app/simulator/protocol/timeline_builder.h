// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/runs/id_source.h"
#include "app/simulator/runs/timeline.h"

#include <optional>

namespace renum::sim {

/// What the events of a run say about it.
struct RunFacts {
    QString threadId;
    QString runId;
    QString agentId;
    Timestamp startedAt {};
    double speed = 1;
};

/// A message row as it is streamed: content and metadata travel as JSON strings.
struct StreamRow {
    QString type;
    bool isLlmMessage = true;
    WireJson content;
    WireJson metadata = WireJson::object();
};

/// Collects the actions of a run in order of time. Shared by all families.
class TimelineBuilder {
public:
    TimelineBuilder(RunFacts facts, IdSource ids);

    [[nodiscard]] const RunFacts &facts() const { return m_facts; }
    [[nodiscard]] QString newId() { return m_ids.next(); }
    /// The moment of the next action.
    [[nodiscard]] Timestamp now() const;
    [[nodiscard]] qint64 nowMilliseconds() const;

    /// Scenario time; divided by the speed.
    void wait(std::chrono::microseconds duration);
    void emitEvent(WireJson event, Closing closing = Closing::No);
    void signal(WireJson event);
    void useTool(const QString &name, const Json &arguments);
    void endRun(const QString &status, const QString &error = {});

    /// Streams a row that is not saved: `message_id` is null.
    void stream(const StreamRow &row, std::optional<int> sequence = std::nullopt);
    /// Saves the row and streams it. Returns its message id.
    QString saveAndStream(const StreamRow &row);
    /// As above, with an id that newId() made, and metadata that only the stream shows added.
    void saveAndStream(const StreamRow &row, const QString &id, const WireJson &streamedMetadata);
    /// Saves the row without streaming it.
    void save(const StreamRow &row);

    [[nodiscard]] Timeline take() { return std::move(m_timeline); }

private:
    void add(TimelineAction action);
    void store(const StreamRow &row, const QString &id);
    [[nodiscard]] WireJson event(const StreamRow &row, const WireJson &messageId) const;

    RunFacts m_facts;
    IdSource m_ids;
    std::chrono::microseconds m_at { 0 };
    Timeline m_timeline;
};

} // namespace renum::sim
