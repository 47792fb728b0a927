// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/message_board.h"
#include "core/team/person_sender.h"
#include "core/team/team_context.h"
#include "core/team/team_protocol.h"
#include "tests/simulation/execution_history.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>
#include <utility>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

QString textAt(const ExecutionEvent &event, const char *key)
{
    return stringAt(event.data, key).value_or(QString());
}

int numberIn(const ExecutionEvent &event, const char *key)
{
    return static_cast<int>(integerAt(event.data, key).value_or(1));
}

/// The turns of one attempt (contract §5.7.3).
struct TurnTrack {
    int turn = 1;
    RunId run; ///< of this turn
    bool isBooked = true; ///< what the turn's run used
};

struct RequestTrack {
    Timestamp deadline;
    int answers = 0;
    int timeOuts = 0;
    int runsBegun = 0;
    int runsEnded = 0;
};

class TeamCheck {
public:
    explicit TeamCheck(const ExecutionHistory &history)
        : m_history(history)
    {
    }

    QStringList check()
    {
        for (const ExecutionEvent &event : m_history.events)
            take(event);
        if (m_history.events.isEmpty())
            return m_flaws;
        const Timestamp last = m_history.events.constLast().timestamp;
        m_drivenUntil = m_stopsAt.value_or(last);
        checkContext();
        checkRequests();
        if (m_sent != m_toldSent)
            flaw(u"%1 messages were sent by %2 actions"_s.arg(m_sent).arg(m_toldSent));
        if (static_cast<int>(m_requests.size()) != m_toldAsked)
            flaw(u"%1 requests were made by %2 actions"_s.arg(m_requests.size()).arg(m_toldAsked));
        return m_flaws;
    }

private:
    void take(const ExecutionEvent &event)
    {
        m_seq = event.seq;
        const QString &what = event.eventType;
        checkShown(event);
        checkStopped(event);
        if (event.type == "context_change"_L1)
            takeContextChange(event);
        else if (event.type == "team_message"_L1)
            takeMessage(event);
        else if (what == "step_team_action"_L1)
            takeAction(event);
        else if (what.startsWith("step_run_"_L1) || what == "step_usage"_L1)
            takeRun(event);
        else if (what == "execution_stop_requested"_L1 || what == "execution_deadline_reached"_L1)
            m_stopsAt = m_stopsAt.value_or(event.timestamp);
    }

    // What a prompt shows is read from then on: both are stored together, or a crash would show it
    // again. A later attempt gets the same prompt.
    void checkShown(const ExecutionEvent &event)
    {
        const AgentId reader = std::exchange(m_mustRead, AgentId());
        const bool isRead = event.eventType == "messages_read"_L1 && event.agentId == reader;
        if (!reader.isEmpty() && !isRead)
            flaw(u"%1 was shown messages that stay unread"_s.arg(reader.toString()));
        const bool shows = event.eventType == "step_started"_L1 && numberIn(event, "attempt") == 1
            && textAt(event, "prompt").contains("--- TEAM MESSAGES ---"_L1);
        if (shows)
            m_mustRead = event.agentId;
    }

    void checkStopped(const ExecutionEvent &event)
    {
        const bool begins
            = event.eventType == "step_started"_L1 || event.eventType == "auxiliary_run_started"_L1;
        if (begins && m_stopsAt)
            flaw(u"%1 although it was to stop"_s.arg(event.eventType));
    }

    // --- the context ---------------------------------------------------------------------------

    void takeContextChange(const ExecutionEvent &event)
    {
        const Result<ContextChange> change = contextChangeFromJson(event.data);
        if (!change) {
            flaw(u"a change of the context cannot be read"_s);
            return;
        }
        const Json &object = change->scope == ContextChange::Scope::SharedMemory
            ? m_context.sharedMemory()
            : m_context.contextObject();
        const Json *before = memberAt(object, change->key.toUtf8().constData());
        if (change->previousValue != (before ? *before : Json(nullptr)))
            flaw(u"%1 was not what its change says"_s.arg(change->key));
        m_context.apply(*change);
    }

    void checkContext()
    {
        const Execution &stored = m_history.stored;
        if (m_context.sharedMemory() != stored.sharedMemory
            || m_context.contextObject() != stored.contextObject)
            flaw(u"the stored context differs from the log"_s);
        for (const auto &[key, until] : m_context.expiries()) {
            if (hadTimeSince(until))
                flaw(u"%1 outlived its time"_s.arg(key));
        }
    }

    // --- messages ------------------------------------------------------------------------------

    void takeMessage(const ExecutionEvent &event)
    {
        const MessageId request(textAt(event, "request_id"));
        if (event.eventType == "auxiliary_run_started"_L1) {
            if (++m_requests[request].runsBegun > 1)
                flaw(u"a second run answers %1"_s.arg(request.toString()));
        } else if (event.eventType == "auxiliary_run_ended"_L1) {
            if (++m_requests[request].runsEnded > m_requests[request].runsBegun)
                flaw(u"a run for %1 ended that never began"_s.arg(request.toString()));
        } else if (event.eventType.isEmpty()) {
            if (const Result<TeamMessage> message = teamMessageFromJson(event.data))
                takePosted(*message);
            else
                flaw(u"a message cannot be read"_s);
        }
    }

    void takePosted(const TeamMessage &message)
    {
        if (m_messages.contains(message.id))
            flaw(u"message %1 was sent twice"_s.arg(message.id.toString()));
        m_messages.insert(message.id);
        if (message.type == MessageType::Request) {
            const std::chrono::seconds patience(
                message.responseTimeoutSeconds.value_or(MessageLimits::DefaultTimeoutSeconds));
            m_requests[message.id].deadline = message.createdAt + patience;
        } else if (message.inReplyTo.isEmpty()) {
            m_sent += isPerson(message.from) ? 0 : 1;
        } else {
            RequestTrack &request = m_requests[message.inReplyTo];
            const bool isTimeOut = message.from.isEmpty();
            if (++(isTimeOut ? request.timeOuts : request.answers) > 1)
                flaw(u"request %1 ended twice"_s.arg(message.inReplyTo.toString()));
        }
    }

    void checkRequests()
    {
        for (const auto &[id, request] : m_requests) {
            const bool ended = request.answers + request.timeOuts > 0;
            if (!ended && hadTimeSince(request.deadline))
                flaw(u"request %1 was forgotten"_s.arg(id.toString()));
            if (request.runsBegun != request.runsEnded)
                flaw(u"the run for %1 was forgotten"_s.arg(id.toString()));
        }
    }

    // --- actions and turns ---------------------------------------------------------------------

    void takeAction(const ExecutionEvent &event)
    {
        const QString place = textAt(event, "step_id") % u'/'
            % QString::number(numberIn(event, "attempt")) % u'/'
            % QString::number(numberIn(event, "turn")) % u'/' % textAt(event, "block_id") % u'/'
            % QString::number(numberIn(event, "index"));
        if (m_actions.contains(place))
            flaw(u"action %1 was done twice"_s.arg(place));
        m_actions.insert(place);
        if (memberAt(event.data, "error_detail"))
            return;
        const QString tool = textAt(event, "action");
        if (tool == "send_message_to_agent"_L1 || tool == "broadcast_to_team"_L1)
            ++m_toldSent;
        else if (tool == "request_from_agent"_L1)
            ++m_toldAsked;
    }

    void takeRun(const ExecutionEvent &event)
    {
        const QString attempt
            = textAt(event, "step_id") % u'/' % QString::number(numberIn(event, "attempt"));
        TurnTrack &track = m_turns[attempt];
        const RunId run(textAt(event, "agent_run_id"));
        if (event.eventType == "step_run_intent"_L1)
            takeTurn(track, attempt, numberIn(event, "turn"));
        else if (event.eventType == "step_usage"_L1)
            track.isBooked = track.isBooked || run == track.run;
        else if (event.eventType == "step_run_bound"_L1)
            takeBound(track, attempt, run);
    }

    void takeTurn(TurnTrack &track, const QString &attempt, int turn)
    {
        if (turn == track.turn)
            return; // meant again, after an interruption
        if (turn != track.turn + 1 || turn > MaxTeamTurns || track.run.isEmpty())
            flaw(u"turn %1 of %2 after turn %3"_s.arg(turn).arg(attempt).arg(track.turn));
        if (!track.isBooked)
            flaw(u"turn %1 of %2 before its last one was booked"_s.arg(turn).arg(attempt));
        track = { turn, {}, true };
    }

    void takeBound(TurnTrack &track, const QString &attempt, const RunId &run)
    {
        if (!track.run.isEmpty() && track.run != run)
            flaw(u"turn %1 of %2 was started twice"_s.arg(track.turn).arg(attempt));
        track.run = run;
        track.isBooked = false;
    }

    /// An engine was there, and not about to end, when this was due.
    [[nodiscard]] bool hadTimeSince(Timestamp due) const
    {
        return !m_history.clockWasSet && m_history.hadTimeFor(due, m_drivenUntil, Patience);
    }

    void flaw(const QString &what) { m_flaws.append(u"at seq %1: %2"_s.arg(m_seq).arg(what)); }

    /// Longer than a stop may take.
    static constexpr std::chrono::seconds Patience { 15 };

    const ExecutionHistory &m_history;
    TeamContext m_context;
    AgentId m_mustRead; ///< what its prompt has just shown
    QSet<MessageId> m_messages;
    std::map<MessageId, RequestTrack> m_requests;
    QSet<QString> m_actions;
    QHash<QString, TurnTrack> m_turns; ///< by step and attempt
    int m_sent = 0;
    int m_toldSent = 0;
    int m_toldAsked = 0;
    std::optional<Timestamp> m_stopsAt;
    Timestamp m_drivenUntil;
    qint64 m_seq = 0;
    QStringList m_flaws;
};

} // namespace

QStringList flawsOfTeamwork(const ExecutionHistory &history)
{
    return TeamCheck(history).check();
}

} // namespace renum::test
