// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log_text.h"

#include "ui/graph/graph_text.h"
#include "ui/monitor/log_text_team.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

/// Every event of the log that a person reads, as a table from its name to its sentence.
namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Log {
    Q_DECLARE_TR_FUNCTIONS(Log)
};

constexpr qsizetype MostCharacters = 300;

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

LogLine line(LogLevel level, const QString &sentence)
{
    return { {}, level, {}, sentence };
}

using Writer = std::optional<LogLine> (*)(const Context &);

std::optional<LogLine> created(const Context &c)
{
    return line(LogLevel::Info, Log::tr("%1 was asked to run").arg(text(c, "team_name")));
}

std::optional<LogLine> planned(const Context &c)
{
    return line(LogLevel::Info, Log::tr("Planned %n step(s)", nullptr, number(c, "total_steps")));
}

std::optional<LogLine> started(const Context &)
{
    return line(LogLevel::Info, Log::tr("The team started"));
}

std::optional<LogLine> stopRequested(const Context &)
{
    return line(LogLevel::Warning, Log::tr("Asked to stop"));
}

std::optional<LogLine> resumed(const Context &)
{
    return line(LogLevel::Warning, Log::tr("Goes on after an interruption"));
}

std::optional<LogLine> paused(const Context &)
{
    return line(LogLevel::Warning, Log::tr("Paused: agents at work finish, no others start"));
}

std::optional<LogLine> continued(const Context &)
{
    return line(LogLevel::Info, Log::tr("Goes on after a pause"));
}

std::optional<LogLine> deadlineReached(const Context &c)
{
    return line(LogLevel::Warning,
        Log::tr("The time limit of %n second(s) is reached", nullptr, number(c, "seconds")));
}

std::optional<LogLine> approvalRequested(const Context &c)
{
    return line(LogLevel::Warning, Log::tr("%1 waits for an approval").arg(c.agent));
}

std::optional<LogLine> approvalDecided(const Context &c)
{
    const auto state = approvalStateFromString(text(c, "state"));
    if (!state)
        return {};
    QString sentence;
    switch (*state) {
    case ApprovalState::Waiting:
        return {};
    case ApprovalState::Approved:
        sentence = Log::tr("%1 was approved").arg(c.agent);
        break;
    case ApprovalState::Rejected:
        sentence = Log::tr("%1 was rejected").arg(c.agent);
        break;
    case ApprovalState::AutoApproved:
        return line(LogLevel::Info, Log::tr("%1 was approved by the rules").arg(c.agent));
    case ApprovalState::Expired:
        return line(LogLevel::Warning, Log::tr("Nobody approved %1 in time").arg(c.agent));
    }
    if (const QString comment = text(c, "comment"); !comment.isEmpty())
        sentence = Log::tr("%1: %2", "a decision: its comment").arg(sentence, comment);
    return line(LogLevel::Info, sentence);
}

std::optional<LogLine> completed(const Context &c)
{
    if (boolAt(c.data, "has_errors").value_or(false))
        return line(LogLevel::Warning, Log::tr("The team finished; some steps failed"));
    return line(LogLevel::Info, Log::tr("The team finished"));
}

std::optional<LogLine> failed(const Context &c)
{
    return line(LogLevel::Error, Log::tr("The team failed: %1").arg(errorOf(c)));
}

std::optional<LogLine> cancelled(const Context &)
{
    return line(LogLevel::Warning, Log::tr("The team was stopped"));
}

std::optional<LogLine> reused(const Context &c)
{
    return line(LogLevel::Info, Log::tr("%1: result kept from an earlier run").arg(c.agent));
}

std::optional<LogLine> stepStarted(const Context &c)
{
    const int attempt = number(c, "attempt");
    if (attempt > 1)
        return line(LogLevel::Info, Log::tr("%1 started, attempt %2").arg(c.agent).arg(attempt));
    return line(LogLevel::Info, Log::tr("%1 started").arg(c.agent));
}

std::optional<LogLine> waiting(const Context &c)
{
    const auto reason = waitReasonFromString(text(c, "reason"));
    if (!reason)
        return {};
    switch (*reason) {
    case WaitReason::CircuitOpen:
        return line(LogLevel::Warning,
            Log::tr("%1 waits until the agent service answers again").arg(c.agent));
    case WaitReason::RunSlot: //: agent, number
        return line(LogLevel::Info,
            Log::tr("%1 waits for its turn, place %2 in the queue")
                .arg(c.agent)
                .arg(integerAt(c.data, "position").value_or(0)));
    case WaitReason::ServiceBusy:
        return line(
            LogLevel::Info, Log::tr("%1 waits for a free slot at the agent service").arg(c.agent));
    }
    return {};
}

std::optional<LogLine> runBound(const Context &c)
{
    const QString run = text(c, "agent_run_id");
    if (boolAt(c.data, "adopted").value_or(false))
        return line(LogLevel::Warning,
            Log::tr("%1: found the run %2 that was already going").arg(c.agent, run));
    return line(LogLevel::Debug, Log::tr("%1: run %2").arg(c.agent, run));
}

std::optional<LogLine> runRejected(const Context &c)
{
    return line(LogLevel::Warning, Log::tr("%1 was not started: %2").arg(c.agent, errorOf(c)));
}

std::optional<LogLine> runUnknown(const Context &c)
{
    return line(LogLevel::Warning,
        Log::tr("It is not known yet whether %1 was started: %2").arg(c.agent, errorOf(c)));
}

std::optional<LogLine> runDuplicate(const Context &c)
{
    return line(LogLevel::Warning,
        Log::tr("%1 had been started twice; the run %2 was stopped")
            .arg(c.agent, text(c, "agent_run_id")));
}

std::optional<LogLine> output(const Context &c)
{
    const QString kind = text(c, "kind");
    const Json *tool = memberAt(c.data, "tool");
    QString name = tool ? stringAt(*tool, "name").value_or(QString()) : QString();
    if (name.isEmpty())
        name = kind == "tool_call"_L1 ? text(c, "delta") : Log::tr("a tool");
    if (kind == "tool_call"_L1)
        return line(LogLevel::Info, Log::tr("%1 uses %2").arg(c.agent, name));
    if (kind == "tool_result"_L1) {
        const bool ok = !tool || boolAt(*tool, "ok").value_or(true);
        return ok ? line(LogLevel::Debug, Log::tr("%1: %2 answered").arg(c.agent, name))
                  : line(LogLevel::Warning, Log::tr("%1: %2 failed").arg(c.agent, name));
    }
    if (kind == "status"_L1) //: agent, what it does
        return line(LogLevel::Debug, Log::tr("%1: %2").arg(c.agent, text(c, "delta").simplified()));
    return {};
}

std::optional<LogLine> retrying(const Context &c)
{
    const double delay = numberAt(c.data, "delay_seconds").value_or(0);
    //: agent, what went wrong, number of seconds
    return line(LogLevel::Warning,
        Log::tr("%1: %2 Next attempt in %3 s.")
            .arg(c.agent, errorOf(c), QLocale().toString(delay, 'f', delay < 10 ? 1 : 0)));
}

std::optional<LogLine> stepCompleted(const Context &c)
{
    const Json *metrics = memberAt(c.data, "usage_metrics");
    const QString tokens = metrics ? format::tokens(usageFromJson(*metrics)) : QString();
    if (tokens.isEmpty())
        return line(LogLevel::Info, Log::tr("%1 completed").arg(c.agent));
    return line(LogLevel::Info, Log::tr("%1 completed, %2").arg(c.agent, tokens));
}

std::optional<LogLine> stepFailed(const Context &c)
{
    const bool again = boolAt(c.data, "will_retry").value_or(false);
    return line(again ? LogLevel::Warning : LogLevel::Error,
        Log::tr("%1 failed: %2").arg(c.agent, errorOf(c)));
}

std::optional<LogLine> stepSkipped(const Context &c)
{
    const auto reason = skipReasonFromString(text(c, "reason"));
    if (!reason)
        return line(LogLevel::Info, Log::tr("%1 was skipped").arg(c.agent));
    return line(LogLevel::Info, Log::tr("%1 was skipped. %2").arg(c.agent, skipText(*reason)));
}

std::optional<LogLine> stepCancelled(const Context &c)
{
    return line(LogLevel::Warning, Log::tr("%1 was stopped").arg(c.agent));
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
        { u"step_retrying"_s, retrying },
        { u"step_completed"_s, stepCompleted },
        { u"step_failed"_s, stepFailed },
        { u"step_skipped"_s, stepSkipped },
        { u"step_cancelled"_s, stepCancelled },
    };
    return writers.value(eventType, nullptr);
}

LogLevel levelOf(const QString &name)
{
    if (name.compare("debug"_L1, Qt::CaseInsensitive) == 0)
        return LogLevel::Debug;
    if (name.compare("warning"_L1, Qt::CaseInsensitive) == 0)
        return LogLevel::Warning;
    if (name.compare("error"_L1, Qt::CaseInsensitive) == 0
        || name.compare("critical"_L1, Qt::CaseInsensitive) == 0)
        return LogLevel::Error;
    return LogLevel::Info;
}

std::optional<LogLine> logEntry(const ExecutionEvent &event)
{
    const Json *entry = memberAt(event.data, "log_entry");
    if (!entry)
        return {};
    return line(levelOf(stringAt(*entry, "level").value_or(QString())),
        stringAt(*entry, "message").value_or(QString()));
}

std::optional<LogLine> contextChange(const Context &c)
{
    return line(LogLevel::Debug, Log::tr("Context: %1 was set").arg(text(c, "key")));
}

} // namespace

std::optional<LogLine> logLine(const ExecutionEvent &event, const AgentNames &names)
{
    const Context context { event, event.data,
        names.value(event.agentId, event.agentId.toString()) };
    std::optional<LogLine> found;
    if (event.type == "execution_log"_L1)
        found = logEntry(event);
    else if (event.type == "context_change"_L1)
        found = contextChange(context);
    else if (const Writer writer = writerOf(event.eventType))
        found = writer(context);
    else
        found = teamLogLine(event, names);
    if (!found)
        return {};
    found->time = event.timestamp;
    found->agent = event.agentId;
    found->text = found->text.left(MostCharacters).simplified();
    return found;
}

} // namespace renum::ui
