// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/live_view.h"

#include "app/cli/output.h"
#include "app/cli/terminal_text.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultColumns = 100;
constexpr int AgentColumns = 22;
constexpr int StateColumns = 12;

int terminalColumns()
{
    winsize size {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20)
        return DefaultColumns;
    return size.ws_col;
}

struct Look {
    QString icon;
    QString word;
};

Look lookOf(const StepRecord &step)
{
    switch (step.status) {
    case StepStatus::Pending:
        return { u"◌"_s, u"Waiting"_s };
    case StepStatus::Running:
        return step.retryAt ? Look { u"↻"_s, u"Retrying"_s } : Look { u"●"_s, u"Running"_s };
    case StepStatus::Completed:
        return { u"✓"_s, u"Done"_s };
    case StepStatus::Failed:
        return { u"×"_s, u"Failed"_s };
    case StepStatus::Skipped:
        return { u"–"_s, u"Skipped"_s };
    case StepStatus::Cancelled:
        return { u"■"_s, u"Stopped"_s };
    }
    Q_UNREACHABLE();
}

double secondsBetween(Timestamp from, Timestamp to)
{
    return double((to - from) / std::chrono::milliseconds(1)) / 1000.0;
}

/// What to say behind the state: words being written, a reason, an error.
QString detail(const StepRecord &step)
{
    if (step.skipReason)
        return toString(*step.skipReason).replace(u'_', u' ');
    if (step.error && step.status != StepStatus::Completed)
        return step.error->message;
    if (!step.activity.isEmpty())
        return step.activity;
    return step.liveText.right(400); // the line shows far less
}

QString outcome(const Execution &execution)
{
    switch (execution.status) {
    case ExecutionStatus::Completed:
        return execution.hasErrors ? u"Completed, with failed steps"_s : u"Completed"_s;
    case ExecutionStatus::Failed:
        return u"Failed: "_s + execution.errorMessage;
    case ExecutionStatus::Cancelled:
        return u"Stopped"_s;
    case ExecutionStatus::Pending:
    case ExecutionStatus::Running:
        break;
    }
    return u"Not finished"_s;
}

} // namespace

LiveView::Mode LiveView::modeOfOutput()
{
    return ::isatty(STDOUT_FILENO) != 0 ? Mode::Redraw : Mode::Append;
}

LiveView::LiveView(Mode mode)
    : m_mode(mode)
{
}

QString LiveView::stepLine(const StepRecord &step, Timestamp now, int columns)
{
    const Look look = lookOf(step);
    QString line = look.icon + u' '
        + shortened(printable(step.name, LineBreaks::Fold), AgentColumns, Ellipsis::End)
              .leftJustified(AgentColumns)
        + u' ' + look.word.leftJustified(StateColumns);
    if (step.startedAt) {
        const Timestamp end = step.completedAt.value_or(now);
        line += durationText(secondsBetween(*step.startedAt, end)).rightJustified(12) + u"  "_s;
    }
    const QString text = printable(detail(step), LineBreaks::Fold).trimmed();
    const bool writing = step.status == StepStatus::Running;
    const Ellipsis where = writing ? Ellipsis::Front : Ellipsis::End;
    line += shortened(text, columns - line.size() - 1, where);
    return shortened(line, columns - 1, Ellipsis::End); // for a terminal that is very narrow
}

void LiveView::update(const Execution &execution, Timestamp now)
{
    tellHold(execution);
    if (m_mode == Mode::Redraw)
        redraw(execution, now);
    else
        append(execution, now);
}

void LiveView::tellHold(const Execution &execution)
{
    const QString reason = execution.hold && execution.error ? execution.error->message : QString();
    if (std::exchange(m_holdTold, reason) == reason || reason.isEmpty())
        return;
    printLine(u"Holds: "_s + printable(reason, LineBreaks::Fold));
    m_drawnLines = 0; // what is drawn next begins below
}

void LiveView::redraw(const Execution &execution, Timestamp now)
{
    const int columns = terminalColumns();
    QString screen;
    if (m_drawnLines > 0)
        screen += u"\x1b[%1A"_s.arg(m_drawnLines);
    for (const StepRecord &step : execution.steps)
        screen += u"\x1b[2K"_s + stepLine(step, now, columns) + u'\n';
    m_drawnLines = int(execution.steps.size());
    printRaw(screen);
}

void LiveView::append(const Execution &execution, Timestamp now)
{
    for (const StepRecord &step : execution.steps) {
        const QString shown = lookOf(step).word + QString::number(step.attempts);
        const bool boring = step.status == StepStatus::Pending && !m_shown.contains(step.id);
        if (boring || m_shown.value(step.id) == shown)
            continue;
        m_shown.insert(step.id, shown);
        printLine(stepLine(step, now, DefaultColumns).trimmed());
    }
}

void LiveView::finish(const Execution &execution, Timestamp now)
{
    update(execution, now);
    QString head = outcome(execution);
    if (execution.startedAt && execution.completedAt)
        head += u" in "_s
            + durationText(secondsBetween(*execution.startedAt, *execution.completedAt));
    printLine(u'\n' + printable(head, LineBreaks::Fold) + u'.');
}

} // namespace renum::cli
