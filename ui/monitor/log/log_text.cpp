// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_text.h"

#include "core/model/execution_log.h"
#include "core/model/log_texts.h"
#include "ui/graph/graph_text.h"
#include "ui/monitor/log/log_text_team.h"
#include "ui/monitor/log/log_words.h"
#include "ui/monitor/log/single_line.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

/// Every event of the log that a person reads, as a table from its name to its sentence.
namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Context {
    const ExecutionEvent &event;
    const Json &data;
    QString agent; ///< name
};

QString text(const Context &c, const char *key)
{
    return stringAt(c.data, key).value_or(QString());
}
int number(const Context &c, const char *key)
{
    return static_cast<int>(integerAt(c.data, key).value_or(0));
}

QString errorOf(const Context &c)
{
    const Json *detail = memberAt(c.data, "error_detail");
    if (detail && detail->is_object())
        return errorText(errorFromDetail(*detail));
    return text(c, "error");
}

using Writer = QString (*)(const Context &);

QString created(const Context &c)
{
    return LogWords::tr("%1 was asked to run").arg(text(c, "team_name"));
}

QString planned(const Context &c)
{
    return LogWords::tr("Planned %n step(s)", nullptr, number(c, "total_steps"));
}

QString started(const Context &)
{
    return LogWords::tr("The team started");
}

QString stopRequested(const Context &)
{
    return LogWords::tr("Asked to stop");
}

QString resumed(const Context &)
{
    return LogWords::tr("Goes on after an interruption");
}

QString paused(const Context &)
{
    return LogWords::tr("Paused: agents at work finish, no others start");
}

QString continued(const Context &)
{
    return LogWords::tr("Goes on after a pause");
}

QString deadlineReached(const Context &c)
{
    return LogWords::tr("The time limit of %n second(s) is reached", nullptr, number(c, "seconds"));
}

QString approvalRequested(const Context &c)
{
    return LogWords::tr("%1 waits for an approval").arg(c.agent);
}

QString approvalDecided(const Context &c)
{
    const auto state = approvalStateFromString(text(c, "state"));
    if (!state)
        return {};
    QString sentence;
    switch (*state) {
    case ApprovalState::Waiting:
        return {};
    case ApprovalState::Approved:
        sentence = LogWords::tr("%1 was approved").arg(c.agent);
        break;
    case ApprovalState::Rejected:
        sentence = LogWords::tr("%1 was rejected").arg(c.agent);
        break;
    case ApprovalState::AutoApproved:
        return LogWords::tr("%1 was approved by the rules").arg(c.agent);
    case ApprovalState::Expired:
        return LogWords::tr("Nobody approved %1 in time").arg(c.agent);
    }
    if (const QString comment = text(c, "comment"); !comment.isEmpty())
        sentence = LogWords::tr("%1: %2", "a decision: its comment").arg(sentence, comment);
    return sentence;
}

QString completed(const Context &c)
{
    if (boolAt(c.data, "has_errors").value_or(false))
        return LogWords::tr("The team finished; some steps failed");
    return LogWords::tr("The team finished");
}

QString failed(const Context &c)
{
    return LogWords::tr("The team failed: %1").arg(errorOf(c));
}

QString cancelled(const Context &)
{
    return LogWords::tr("The team was stopped");
}

QString reused(const Context &c)
{
    if (boolAt(c.data, "kept").value_or(false))
        return LogWords::tr("%1: the kept result stands in, nobody is called").arg(c.agent);
    return LogWords::tr("%1: result taken over from an earlier run").arg(c.agent);
}

QString stepStarted(const Context &c)
{
    const int attempt = number(c, "attempt");
    if (attempt > 1)
        return LogWords::tr("%1 started, attempt %2").arg(c.agent).arg(attempt);
    return LogWords::tr("%1 started").arg(c.agent);
}

QString waiting(const Context &c)
{
    const auto reason = waitReasonFromString(text(c, "reason"));
    if (!reason)
        return {};
    switch (*reason) {
    case WaitReason::CircuitOpen:
        return LogWords::tr("%1 waits until the agent service answers again").arg(c.agent);
    case WaitReason::RunSlot: //: agent, number
        return LogWords::tr("%1 waits for its turn, place %2 in the queue")
            .arg(c.agent)
            .arg(integerAt(c.data, "position").value_or(0));
    case WaitReason::ServiceBusy:
        return LogWords::tr("%1 waits for a free slot at the agent service").arg(c.agent);
    }
    return {};
}

QString runBound(const Context &c)
{
    const QString run = text(c, "agent_run_id");
    if (boolAt(c.data, "adopted").value_or(false))
        return LogWords::tr("%1: found the run %2 that was already going").arg(c.agent, run);
    return LogWords::tr("%1: run %2").arg(c.agent, run);
}

QString runRejected(const Context &c)
{
    return LogWords::tr("%1 was not started: %2").arg(c.agent, errorOf(c));
}

QString runUnknown(const Context &c)
{
    return LogWords::tr("It is not known yet whether %1 was started: %2").arg(c.agent, errorOf(c));
}

QString runDuplicate(const Context &c)
{
    return LogWords::tr("%1 had been started twice; the run %2 was stopped")
        .arg(c.agent, text(c, "agent_run_id"));
}

QString output(const Context &c)
{
    const QString kind = text(c, "kind");
    const Json *tool = memberAt(c.data, "tool");
    QString name = tool ? stringAt(*tool, "name").value_or(QString()) : QString();
    if (name.isEmpty())
        name = kind == "tool_call"_L1 ? text(c, "delta") : LogWords::tr("a tool");
    if (kind == "tool_call"_L1)
        return LogWords::tr("%1 uses %2").arg(c.agent, name);
    if (kind == "tool_result"_L1) {
        const bool ok = !tool || boolAt(*tool, "ok").value_or(true);
        return ok ? LogWords::tr("%1: %2 answered").arg(c.agent, name)
                  : LogWords::tr("%1: %2 failed").arg(c.agent, name);
    }
    if (kind == "status"_L1) //: agent, what it does
        return LogWords::tr("%1: %2").arg(c.agent, text(c, "delta").simplified());
    return {};
}

QString retrying(const Context &c)
{
    const double delay = numberAt(c.data, "delay_seconds").value_or(0);
    //: agent, what went wrong, number of seconds
    return LogWords::tr("%1: %2 Next attempt in %3 s.")
        .arg(c.agent, errorOf(c), QLocale().toString(delay, 'f', delay < 10 ? 1 : 0));
}

QString stepCompleted(const Context &c)
{
    const Json *metrics = memberAt(c.data, "usage_metrics");
    const QString tokens = metrics ? format::tokens(usageFromJson(*metrics)) : QString();
    if (tokens.isEmpty())
        return LogWords::tr("%1 completed").arg(c.agent);
    return LogWords::tr("%1 completed, %2").arg(c.agent, tokens);
}

QString stepFailed(const Context &c)
{
    return LogWords::tr("%1 failed: %2").arg(c.agent, errorOf(c));
}

QString stepSkipped(const Context &c)
{
    const auto reason = skipReasonFromString(text(c, "reason"));
    if (!reason)
        return LogWords::tr("%1 was skipped").arg(c.agent);
    return LogWords::tr("%1 was skipped. %2").arg(c.agent, skipText(*reason));
}

QString stepCancelled(const Context &c)
{
    return LogWords::tr("%1 was stopped").arg(c.agent);
}

QString runIntent(const Context &c)
{
    return LogWords::tr("%1: a run is about to be asked for").arg(c.agent);
}

QString runSent(const Context &c)
{
    return LogWords::tr("%1: a run was asked for").arg(c.agent);
}

QString usageBooked(const Context &c)
{
    const Json *metrics = memberAt(c.data, "usage_metrics");
    const QString tokens = metrics ? format::tokens(usageFromJson(*metrics)) : QString();
    if (tokens.isEmpty())
        return LogWords::tr("%1: usage was booked").arg(c.agent);
    //: agent, number of tokens
    return LogWords::tr("%1: usage was booked, %2").arg(c.agent, tokens);
}

QString messagesRead(const Context &c)
{
    const Json *ids = memberAt(c.data, "message_ids");
    const int count = ids && ids->is_array() ? static_cast<int>(ids->size()) : 0;
    return LogWords::tr("%1 got %n message(s)", nullptr, count).arg(c.agent);
}

Writer writerOf(const QString &eventType)
{
    static const QHash<QString, Writer> writers {
        { u"execution_created"_s, created },
        { u"plan_created"_s, planned },
        { u"execution_started"_s, started },
        { u"execution_stop_requested"_s, stopRequested },
        { u"execution_resumed"_s, resumed },
        { u"execution_paused"_s, paused },
        { u"execution_continued"_s, continued },
        { u"execution_deadline_reached"_s, deadlineReached },
        { u"step_approval_requested"_s, approvalRequested },
        { u"step_approval_decided"_s, approvalDecided },
        { u"execution_completed"_s, completed },
        { u"execution_failed"_s, failed },
        { u"execution_cancelled"_s, cancelled },
        { u"step_started"_s, stepStarted },
        { u"step_reused"_s, reused },
        { u"step_waiting"_s, waiting },
        { u"step_run_bound"_s, runBound },
        { u"step_run_rejected"_s, runRejected },
        { u"step_run_unknown"_s, runUnknown },
        { u"step_run_duplicate"_s, runDuplicate },
        { u"step_output"_s, output },
        { u"step_run_intent"_s, runIntent },
        { u"step_run_sent"_s, runSent },
        { u"step_usage"_s, usageBooked },
        { u"messages_read"_s, messagesRead },
        { u"step_retrying"_s, retrying },
        { u"step_completed"_s, stepCompleted },
        { u"step_failed"_s, stepFailed },
        { u"step_skipped"_s, stepSkipped },
        { u"step_cancelled"_s, stepCancelled },
    };
    return writers.value(eventType, nullptr);
}

QString contextChange(const Context &c)
{
    const QString key = text(c, "key");
    const QString author = text(c, "changed_by");
    if (boolAt(c.data, "deleted").value_or(false)) //: name of a value, who
        return LogWords::tr("Context: %1 was deleted by %2").arg(key, author);
    if (memberAt(c.data, "restored_from")) //: name of a value, who
        return LogWords::tr("Context: %1 was restored by %2").arg(key, author);
    //: name of a value, who
    return LogWords::tr("Context: %1 was set by %2").arg(key, author);
}

QString sentenceOf(const ExecutionEvent &event, const AgentNames &names)
{
    const Context context { event, event.data,
        names.value(event.agentId, event.agentId.toString()) };
    if (event.type == "context_change"_L1)
        return contextChange(context);
    if (const Writer writer = writerOf(event.eventType))
        return writer(context);
    return teamSentence(event, names);
}

bool isKnown(const ExecutionEvent &event)
{
    const QList<LogKind> &kinds = logKinds();
    return event.type == "execution_log"_L1
        || std::ranges::any_of(kinds, [&event](const LogKind &kind) {
               return kind.eventType == event.eventType || kind.eventType == event.type;
           });
}

} // namespace

std::optional<LogLine> logLine(const ExecutionEvent &event, const AgentNames &names)
{
    std::optional<LogEntry> entry = logEntry(event);
    if (!entry)
        return {};
    attribute(*entry, event, names);
    LogLine line { event.seq, event.timestamp, entry->level, entry->category, entry->agentId };
    line.step = StepId(stringAt(event.data, "step_id").value_or(QString()));
    line.isKnown = isKnown(event);
    if (line.isKnown)
        line.text = sentenceOf(event, names);
    else
        line.text = LogWords::tr("Event of a later version: %1")
                        .arg(event.eventType.isEmpty() ? event.type : event.eventType);
    if (line.text.isEmpty()) // the log's own words
        line.text = entry->message;
    line.text = singleLine(line.text);
    return line;
}

QStringList typesSaying(const QString &text)
{
    QStringList types;
    for (const LogKind &kind : logKinds()) {
        ExecutionEvent event;
        event.eventType = kind.eventType;
        event.type = kind.eventType;
        const QString sentence = sentenceOf(event, {});
        if (sentence.contains(text, Qt::CaseInsensitive)
            || (sentence.isEmpty() && kind.words.contains(text, Qt::CaseInsensitive)))
            types.append(kind.eventType);
    }
    return types;
}

} // namespace renum::ui
