// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_view.h"

#include "ui/monitor/log/clock_text.h"
#include "ui/monitor/log/log_delegate.h"
#include "ui/monitor/log/log_details.h"
#include "ui/monitor/log/log_filter_bar.h"
#include "ui/monitor/log/log_list.h"
#include "ui/monitor/log/log_search_bar.h"
#include "ui/monitor/log/log_view_p.h"
#include "ui/text/error_text.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

LogView::Private::Private(LogView *view, Workspace *workspace, Theme *newTheme)
    : q(view)
    , archive(workspace->executionArchive())
    , theme(newTheme)
    , model(new LogModel(archive, view))
    , hits(new LogFinder(archive, view))
    , exporter(new LogExporter(archive, view))
{
}

LogView::LogView(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, workspace, theme))
{
    d->build();
    d->connectParts();
    d->addShortcuts();
    connect(d->exporter, &LogExporter::progressed, this,
        [this](qsizetype written) { d->progress->setValue(static_cast<int>(written)); });
    connect(d->exporter, &LogExporter::finished, this,
        [this](const QString &) { d->showExport(tr("The log was written")); });
    connect(d->exporter, &LogExporter::failed, this,
        [this](const QString &sentence) { d->showExport(sentence); });
    connect(
        d->exporter, &LogExporter::cancelled, this, [this] { d->showExport(tr("Not written")); });
    d->retranslate();
}

LogView::~LogView() = default;

void LogView::open(const ExecutionId &id)
{
    d->exporter->cancel();
    d->error.reset();
    d->until.reset();
    d->pending.reset();
    d->exportText.clear();
    d->names.clear();
    d->members = 0;
    d->closeDetails();
    d->filterBar->setAgents({});
    d->list->setFollowing(true);
    d->model->setNames({});
    d->hits->open({});
    d->model->open(id);
    d->search();
}

void LogView::grew(qint64 last)
{
    d->model->finder()->grew(last);
    d->hits->grew(last);
}

void LogView::setExecution(const Execution &execution)
{
    d->model->setStart(execution.startedAt.value_or(execution.createdAt));
    if (execution.steps.size() == d->members)
        return;
    d->members = execution.steps.size();
    QList<std::pair<AgentId, QString>> agents;
    AgentNames names;
    for (const StepRecord &step : execution.steps) {
        if (!names.contains(step.agentId))
            agents.append({ step.agentId, step.name });
        names.insert(step.agentId, step.name);
    }
    d->names = names;
    d->model->setNames(names);
    d->filterBar->setAgents(agents);
}

void LogView::showUntil(std::optional<qint64> seq)
{
    if (seq == d->until)
        return;
    d->until = seq;
    d->model->showUntil(seq);
    d->list->setFollowing(true);
    d->showState();
}

void LogView::showMoment(qint64 seq)
{
    d->goToSeq(seq);
}

void LogView::showTime(Timestamp time)
{
    d->tasks.start(d->goToTime(time));
}

void LogView::focusSearch()
{
    d->searchBar->focusField();
}

void LogView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
}

// --- filter and search ---------------------------------------------------------------------------

QList<LogWord> LogView::Private::words() const
{
    QList<LogWord> all;
    const QStringList texts = searchedTexts(searchBar->text());
    for (const QString &text : texts) {
        LogWord word { text, typesSaying(text), {} };
        for (auto name = names.cbegin(); name != names.cend(); ++name) {
            if (name.value().contains(text, Qt::CaseInsensitive)
                || name.key().toString().contains(text, Qt::CaseInsensitive))
                word.agents.append(name.key());
        }
        all.append(word);
    }
    return all;
}

// The line that was looked at stays in sight when others come or go.
void LogView::Private::search()
{
    const QModelIndex current = list->currentIndex();
    if (!list->isFollowing() && current.isValid())
        pending = model->seqAt(current.row());
    error.reset();
    LogFilter filter;
    filterBar->writeTo(filter);
    const QList<LogWord> searched = words();
    LogFilter narrowed = filter;
    narrowed.words = searched;
    const bool marksOnly = !searched.isEmpty() && !searchBar->hidesOthers();
    delegate->setWords(searchedTexts(searchBar->text()));
    model->setFilter(searchBar->hidesOthers() ? narrowed : filter);
    hits->open(marksOnly ? model->finder()->execution() : ExecutionId());
    if (marksOnly)
        hits->setFilter(narrowed);
    list->viewport()->update();
    showState();
}

void LogView::Private::clearFilters()
{
    const QSignalBlocker one(filterBar);
    const QSignalBlocker other(searchBar);
    filterBar->clear();
    searchBar->clear();
    search();
}

void LogView::Private::goToHit(int step)
{
    const QList<qint64> &all
        = hits->execution().isEmpty() ? model->finder()->lines() : hits->lines();
    if (all.isEmpty() || searchBar->text().trimmed().isEmpty())
        return;
    const QModelIndex current = list->currentIndex();
    const qint64 seq = current.isValid() ? model->seqAt(current.row()) : 0;
    const auto next
        = step > 0 ? std::ranges::upper_bound(all, seq) : std::ranges::lower_bound(all, seq);
    qsizetype place = next - all.cbegin();
    if (step < 0)
        --place;
    place = (place + all.size()) % all.size(); // and round again
    list->showRow(model->rowOf(all.at(place)));
    showHits();
}

void LogView::Private::showHits()
{
    const LogFinder *finder = hits->execution().isEmpty() ? model->finder() : hits;
    const QList<qint64> &all = finder->lines();
    const QModelIndex current = list->currentIndex();
    qsizetype number = 0;
    if (current.isValid()) {
        const qint64 seq = model->seqAt(current.row());
        const auto at = std::ranges::lower_bound(all, seq);
        if (at != all.cend() && *at == seq)
            number = at - all.cbegin() + 1;
    }
    searchBar->setHits(number, all.size(), finder->isSearching());
}

// --- where the list stands -----------------------------------------------------------------------

void LogView::Private::goToSeq(qint64 seq)
{
    if (model->finder()->reached() >= seq || !model->finder()->isSearching()) {
        pending.reset();
        const QScopedValueRollback going(isGoing, true);
        list->showRow(model->rowOf(seq));
    } else {
        pending = seq;
    }
}

void LogView::Private::goToTyped()
{
    const std::optional<std::chrono::milliseconds> since = clockFromText(time->text());
    if (!since || !model->start()) {
        time->selectAll();
        count->setText(LogView::tr("Type a time as 01:30, in minutes and seconds"));
        return;
    }
    tasks.start(goToTime(*model->start() + *since));
}

QCoro::Task<> LogView::Private::goToTime(Timestamp then)
{
    const QPointer<LogView> self(q);
    const ExecutionId id = model->finder()->execution();
    const std::stop_token stop = tasks.token();
    const Result<qint64> seq = co_await archive->logSeqAt(id, then, stop);
    if (!self || id != model->finder()->execution() || !seq)
        co_return;
    goToSeq(*seq);
    list->setFocus(Qt::OtherFocusReason);
}

void LogView::Private::showState()
{
    const LogFinder *finder = model->finder();
    if (pending && finder->reached() >= *pending)
        goToSeq(*pending);
    const bool narrows = filterBar->narrows() || !searchBar->text().trimmed().isEmpty();
    const bool hasLines = model->rowCount() > 0;
    stack->setCurrentIndex(hasLines && !error ? 0 : 1);
    messageAction->setVisible(error || (narrows && !finder->isSearching()));
    messageAction->setText(error ? LogView::tr("Try again") : LogView::tr("Show all lines"));
    if (error)
        message->setText(errorText(*error));
    else if (finder->isSearching())
        message->setText(narrows ? LogView::tr("Searching…") : LogView::tr("Reading the log…"));
    else if (narrows)
        message->setText(LogView::tr("No line fits what you search and the filters."));
    else
        message->setText(LogView::tr("Nothing has happened yet."));
    save->setEnabled(hasLines && !exporter->isRunning());
    const QString lines = LogView::tr("%n line(s)", nullptr, model->rowCount());
    if (!exportText.isEmpty())
        count->setText(exportText);
    else if (finder->isSearching() && finder->last() > 0) //: number of lines, how much was searched
        count->setText(LogView::tr("%1, searched %2 %")
                           .arg(lines)
                           .arg(100 * finder->reached() / finder->last()));
    else
        count->setText(lines);
    showHits();
}

} // namespace renum::ui
