// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_details.h"
#include "ui/monitor/log/log_filter_bar.h"
#include "ui/monitor/log/log_list.h"
#include "ui/monitor/log/log_look.h"
#include "ui/monitor/log/log_search_bar.h"
#include "ui/monitor/log/log_view_p.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

/// What a person does with single lines of the log: look closer, copy, write to a file.
namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostCopied = 10'000;
constexpr qsizetype PartSize = 200;

} // namespace

// --- one line ------------------------------------------------------------------------------------

void LogView::Private::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    showHits();
    if (details->isVisible())
        showDetails(index);
    if (isGoing)
        return;
    const auto agent = index.data(LogModel::AgentRole).value<AgentId>();
    if (!agent.isEmpty())
        emit q->agentChosen(agent);
    emit q->momentChosen(model->seqAt(index.row()));
}

void LogView::Private::toggleDetails()
{
    if (details->isVisible())
        return closeDetails();
    const QModelIndex index = list->currentIndex();
    if (!index.isValid())
        return;
    details->show();
    showDetails(index);
    list->scrollTo(index);
}

void LogView::Private::closeDetails()
{
    const bool hadFocus = details->isAncestorOf(q->focusWidget());
    details->hide();
    details->clear();
    if (hadFocus)
        list->setFocus(Qt::OtherFocusReason);
}

void LogView::Private::showDetails(const QModelIndex &index)
{
    const QString sentence = index.data(LogModel::TextRole).toString();
    tasks.start(readDetails(model->seqAt(index.row()), sentence));
}

QCoro::Task<> LogView::Private::readDetails(qint64 seq, QString sentence)
{
    const QPointer<LogView> self(q);
    const ExecutionId id = model->finder()->execution();
    const QList<qint64> one { seq };
    const std::stop_token stop = tasks.token();
    const Result<ExecutionEvents> events = co_await archive->logEvents(id, one, stop);
    if (!self || !details->isVisible() || !events || events->isEmpty())
        co_return;
    const QModelIndex current = list->currentIndex();
    if (current.isValid() && model->seqAt(current.row()) == seq)
        details->showLine(events->first(), sentence, searchedTexts(searchBar->text()));
}

void LogView::Private::emitStep()
{
    const QModelIndex index = list->currentIndex();
    const auto agent = index.data(LogModel::AgentRole).value<AgentId>();
    if (!agent.isEmpty())
        emit q->stepChosen(index.data(LogModel::StepRole).value<StepId>(), agent);
}

void LogView::Private::showMenu(const QPoint &at)
{
    const QModelIndex index = list->indexAt(at);
    const auto agent = index.data(LogModel::AgentRole).value<AgentId>();
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"logMenu"_s);
    QAction *more = menu->addAction(LogView::tr("&Details"), q, [this] { toggleDetails(); });
    QAction *step = menu->addAction(LogView::tr("Show &step"), q, [this] { emitStep(); });
    QAction *only = menu->addAction(LogView::tr("&Only this agent"), q, [this, agent] {
        searchBar->setShowsFilters(true);
        filterBar->choose(agent);
    });
    menu->addSeparator();
    QAction *copyLines = menu->addAction(LogView::tr("&Copy"), q, [this] { copySelected(); });
    menu->addAction(LogView::tr("&Export…"), q, [this] { askForFile(); });
    more->setEnabled(index.isValid());
    copyLines->setEnabled(list->selectionModel()->hasSelection());
    step->setEnabled(!agent.isEmpty());
    only->setEnabled(!agent.isEmpty());
    menu->popup(list->viewport()->mapToGlobal(at));
}

// --- taking lines elsewhere
// ------------------------------------------------------------------------

void LogView::Private::copySelected()
{
    QList<qint64> lines;
    const QItemSelection selection = list->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom() && lines.size() < MostCopied; ++row)
            lines.append(model->seqAt(row));
    }
    std::ranges::sort(lines);
    if (!lines.isEmpty())
        tasks.start(copy(lines));
}

QCoro::Task<> LogView::Private::copy(QList<qint64> lines)
{
    const QPointer<LogView> self(q);
    const ExecutionId id = model->finder()->execution();
    const std::stop_token stop = tasks.token();
    QString text;
    for (qsizetype at = 0; at < lines.size(); at += PartSize) {
        const QList<qint64> part = lines.mid(at, PartSize);
        const Result<ExecutionEvents> events = co_await archive->logEvents(id, part, stop);
        if (!self || !events)
            co_return;
        for (const ExecutionEvent &event : *events) {
            if (const std::optional<LogLine> line = logLine(event, names))
                text += toRfc3339(line->time) + u'\t' + levelText(line->level) + u'\t' + line->text
                    + u'\n';
        }
    }
    QGuiApplication::clipboard()->setText(text);
}

void LogView::Private::askForFile()
{
    auto *dialog = new QFileDialog(q, LogView::tr("Export the log"), u"log.csv"_s,
        LogView::tr("Table (*.csv);;JSON (*.json);;JSON lines (*.ndjson);;Text (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(u"*."_s, 1).section(u')', 0, 0));
    });
    connect(dialog, &QFileDialog::fileSelected, q, [this](const QString &path) {
        const QString suffix = QFileInfo(path).suffix();
        exportTo(path, logFormatFromString(suffix).value_or(LogFormat::Text));
    });
    dialog->open();
}

void LogView::Private::exportTo(const QString &path, LogFormat format)
{
    const QList<qint64> &all = model->finder()->lines();
    const QList<qint64> lines = all.first(std::min<qsizetype>(model->rowCount(), all.size()));
    progress->setRange(0, static_cast<int>(lines.size()));
    progress->setValue(0);
    exportText.clear();
    progress->show();
    cancel->show();
    exporter->start(model->finder()->execution(), lines, path, format);
    showState();
}

void LogView::Private::showExport(const QString &text)
{
    exportText = text;
    progress->hide();
    cancel->hide();
    showState();
}

} // namespace renum::ui
