// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/event_factory.h"
#include "core/engine/event_log.h"
#include "core/net/clock.h"
#include "core/team/team_call.h"
#include "core/team/team_protocol.h"
#include "core/team/team_toolbox.h"
#include "core/workflow/scheduler_state.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <vector>

namespace renum {

/// Whose run calls a team tool, and in which turn.
struct ActionSource {
    PlanStep step; ///< or the stand-in of an auxiliary run
    AttemptTurn turn;
    MessageSender sender;
};

/// What the members of one execution share while it runs: the context, the mailboxes and the
/// requests that wait for an answer (contract §5). Carries out team tools and records what they did
/// together with its effects, in one transaction.
class TeamHub : public QObject {
    Q_OBJECT

public:
    /// All outlive the hub.
    struct Services {
        SchedulerState *state = nullptr;
        Clock *clock = nullptr;
        IdSource *ids = nullptr;
        EventLog *log = nullptr;
        const EventFactory *events = nullptr;
        QString teamName;
    };
    /// Starts a run of the asked agent; respond() tells how it ended.
    using StartAuxiliary = std::function<void(const TeamMessage &request)>;

    TeamHub(Services services, MessageBoard board, StartAuxiliary startAuxiliary,
        QObject *parent = nullptr);
    /// Who waits for answers gets `user_cancelled`.
    ~TeamHub() override;

    [[nodiscard]] const MessageBoard &board() const noexcept { return m_board; }
    [[nodiscard]] TeamRoster roster() const;

    /// Does what a block asks for, in order.
    [[nodiscard]] std::vector<ToolRecord> carryOut(
        const TeamBlock &block, const ActionSource &source);
    /// One call in mid-run, with what it contributes to the context. Over MCP.
    [[nodiscard]] ToolOutcome call(const TeamCall &call, const ActionSource &source);
    /// Ends when each of these requests has an answer or has timed out, which each does.
    [[nodiscard]] QCoro::Task<Result<void>> answered(
        std::vector<MessageId> requests, std::stop_token stop);
    /// What an auxiliary run said.
    void respond(const MessageSender &sender, const MessageId &request, const QString &text);
    /// The agent has been shown these; goes into the log with `events`.
    void markRead(
        const AgentId &agent, const std::vector<MessageId> &messages, ExecutionEvents &events);

    /// Sets and deletes in the name of a person, as one version (contract §5.3). Answers when it is
    /// stored.
    [[nodiscard]] OneShot<Result<void>> write(
        const ContextAuthor &author, const std::vector<ContextWrite> &writes);
    /// Brings back an earlier version as a new one; `snapshot` is its snapshotData(). Answers when
    /// it is stored.
    [[nodiscard]] OneShot<Result<void>> restore(
        const ContextAuthor &author, const Json &snapshot, int version);

    /// A person tells an agent something. Answers when it is stored.
    [[nodiscard]] OneShot<Result<void>> tell(
        const QString &person, const AgentId &agent, const QString &text);

    /// After the log was replayed: open requests go on, but those with a run that is taken over.
    void goOn(const QSet<MessageId> &withRun);
    /// Nothing starts or times out any more.
    void close();

private:
    struct OpenRequest {
        std::unique_ptr<Clock::Timer> start;
        std::unique_ptr<Clock::Timer> deadline;
    };
    struct Waiter {
        std::vector<MessageId> requests;
        OneShot<Result<void>> done;
    };

    [[nodiscard]] OneShot<Result<void>> store(const Result<ContextChanges> &changes);
    void append(ExecutionEvents &events, const ContextChanges &changes) const;
    void append(ExecutionEvents &events, const std::vector<MessageEvent> &messages) const;
    void await(const PendingRequest &request);
    void startRun(const MessageId &request);
    void timeOut(const MessageId &request);
    void settle();
    void watchExpiries();
    void expire();
    [[nodiscard]] bool isOpen(const MessageId &request) const;
    [[nodiscard]] MessageStamp stamp() const;
    [[nodiscard]] std::unique_ptr<Clock::Timer> timerAt(Timestamp when, std::function<void()> then);

    Services m_services;
    MessageBoard m_board;
    StartAuxiliary m_startAuxiliary;
    std::map<MessageId, OpenRequest> m_requests;
    std::vector<Waiter> m_waiters;
    std::unique_ptr<Clock::Timer> m_expiry;
    bool m_closed = false;
};

} // namespace renum
