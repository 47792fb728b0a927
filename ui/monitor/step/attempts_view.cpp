// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step/attempts_view.h"

#include "ui/graph/wall_clock.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QEvent>
#include <QHeaderView>

namespace renum::ui {

namespace {

enum AttemptColumn {
    NumberColumn,
    StateColumn,
    StartedColumn,
    DurationColumn,
    RunColumn,
    ProblemColumn
};

QString attemptStateText(AttemptRecord::State state)
{
    switch (state) {
    case AttemptRecord::State::Running:
        return AttemptsView::tr("Running");
    case AttemptRecord::State::Done:
        return AttemptsView::tr("Done");
    case AttemptRecord::State::Failed:
        return AttemptsView::tr("Failed");
    case AttemptRecord::State::Stopped:
        return AttemptsView::tr("Stopped");
    }
    return {};
}

QStringList cells(const AttemptRecord &attempt, Timestamp now)
{
    return { QString::number(attempt.number), attemptStateText(attempt.state),
        format::dateTime(attempt.start),
        format::duration(between(attempt.start, attempt.end.value_or(now))), attempt.run.toString(),
        attempt.error ? errorText(*attempt.error) : QString() };
}

} // namespace

AttemptsView::AttemptsView(QWidget *parent)
    : QTreeWidget(parent)
{
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    retranslate();
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
}

void AttemptsView::retranslate()
{
    setHeaderLabels(
        { tr("Attempt"), tr("State"), tr("Started"), tr("Duration"), tr("Run"), tr("Problem") });
    setAccessibleName(tr("Attempts of this agent"));
    showAttempts();
}

void AttemptsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeWidget::changeEvent(event);
}

void AttemptsView::setHistory(const StepHistory &history, Timestamp now)
{
    m_attempts = { history.attempts.begin(), history.attempts.end() };
    m_now = now;
    showAttempts();
}

void AttemptsView::showAttempts()
{
    const int count = static_cast<int>(m_attempts.size());
    while (topLevelItemCount() > count)
        delete takeTopLevelItem(topLevelItemCount() - 1);
    for (int row = 0; row < count; ++row) {
        const QStringList texts = cells(m_attempts[static_cast<std::size_t>(row)], m_now);
        QTreeWidgetItem *item
            = row < topLevelItemCount() ? topLevelItem(row) : new QTreeWidgetItem(this);
        for (int column = NumberColumn; column <= ProblemColumn; ++column) {
            if (item->text(column) == texts.at(column))
                continue;
            item->setText(column, texts.at(column));
            item->setToolTip(column, texts.at(column));
        }
    }
}

} // namespace renum::ui
