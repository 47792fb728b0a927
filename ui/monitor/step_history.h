// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace renum::ui {

/// One use of a tool by an agent.
struct ToolUse {
    QString callId;
    int attempt = 1;
    QString name;
    QString arguments;
    QString output;
    bool answered = false;
    bool ok = true;

    friend bool operator==(const ToolUse &, const ToolUse &) = default;
};

/// One attempt of a step: when, as which run, how it ended.
struct AttemptRecord {
    enum class State { Running, Done, Failed, Stopped };
    int number = 1;
    State state = State::Running;
    Timestamp start;
    std::optional<Timestamp> end;
    RunId run;
    ThreadId thread;
    std::optional<Error> error;
    QString source; ///< what its input is: initial_prompt, agent_result, combined, …
    QList<AgentId> inputs; ///< whose results it got
    int contextVersion = 0; ///< of what the team shared when it began; 0 when not told

    friend bool operator==(const AttemptRecord &, const AttemptRecord &) = default;
};

/// Where a result comes from that nobody was called for.
enum class BorrowedResult {
    None,
    Earlier, ///< of the execution that this one goes on from
    Kept, ///< the team's own, kept by a person to stand in for the agent
};

struct StepHistory {
    std::vector<ToolUse> tools;
    int droppedTools = 0; ///< older ones that were let go
    std::vector<AttemptRecord> attempts;
    BorrowedResult borrowed = BorrowedResult::None;

    friend bool operator==(const StepHistory &, const StepHistory &) = default;
};

/// What the projection of an execution does not keep: tools and attempts of every agent, folded
/// from events, bounded in memory.
class StepHistories {
public:
    static constexpr std::size_t MostTools = 500;
    static constexpr qsizetype MostToolText = 20'000;

    void clear() { m_byAgent.clear(); }
    void apply(const ExecutionEvent &event);
    /// Empty when nothing is known.
    [[nodiscard]] const StepHistory &of(const AgentId &agent) const;
    friend bool operator==(const StepHistories &, const StepHistories &) = default;

private:
    static void applyTool(StepHistory &history, const ExecutionEvent &event);
    static void applyAttempt(StepHistory &history, const ExecutionEvent &event);

    QHash<AgentId, StepHistory> m_byAgent;
};

} // namespace renum::ui
