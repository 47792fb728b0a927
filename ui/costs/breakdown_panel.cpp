// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/breakdown_panel.h"

#include "ui/costs/data_table.h"
#include "ui/costs/segments.h"
#include "ui/costs/spending_model.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

BreakdownPanel::BreakdownPanel(QWidget *parent)
    : QWidget(parent)
    , m_kinds(new Segments(this))
    , m_model(new SpendingModel(this))
    , m_table(new DataTable(u"breakdown"_s, this))
{
    m_kinds->addChoice(int(CostGrouping::Agent), u"breakdownAgents"_s);
    m_kinds->addChoice(int(CostGrouping::Model), u"breakdownModels"_s);
    m_kinds->addChoice(int(CostGrouping::Team), u"breakdownTeams"_s);
    m_kinds->addChoice(int(CostGrouping::Strategy), u"breakdownStrategies"_s);
    m_table->showSorted(
        m_model, SpendingModel::SortRole, SpendingModel::Amount, Qt::DescendingOrder);
    m_table->chooseOnClick();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::Space3, 0, 0);
    column->setSpacing(Theme::Space2);
    column->addWidget(m_kinds, 0, Qt::AlignLeft);
    column->addWidget(m_table, 1);
    connect(m_kinds, &Segments::chosen, this, &BreakdownPanel::fill);
    connect(m_table, &DataTable::chosen, this, [this](const QModelIndex &index) {
        if (m_model->grouping() != CostGrouping::Strategy)
            emit groupChosen(index.data(SpendingModel::RowRole).value<SpendingRow>());
    });
    retranslate();
}

void BreakdownPanel::retranslate()
{
    m_kinds->setAccessibleName(tr("What to list"));
    m_kinds->setText(int(CostGrouping::Agent), tr("Agents"), tr("What each agent cost"));
    m_kinds->setText(int(CostGrouping::Model), tr("Models"), tr("What each model cost"));
    m_kinds->setText(int(CostGrouping::Team), tr("Teams"), tr("What each team cost"));
    m_kinds->setText(int(CostGrouping::Strategy), tr("Strategies"),
        tr("What the strategies cost that the teams have now"));
    m_table->setAccessibleName(tr("Who and what the cost comes from"));
    m_table->setToolTip(tr("Choose a row to see it alone"));
    m_model->retranslate();
}

void BreakdownPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
    QWidget::changeEvent(event);
}

void BreakdownPanel::showFigures(const CostFigures &figures, const CostNames &names)
{
    m_figures = figures;
    m_names = names;
    fill();
}

void BreakdownPanel::fill()
{
    const auto grouping = static_cast<CostGrouping>(m_kinds->value());
    const SpendingRows &rows = grouping == CostGrouping::Agent ? m_figures.byAgent
        : grouping == CostGrouping::Model                      ? m_figures.byModel
                                                               : m_figures.byTeam;
    m_model->setGroups(costGroups(rows, grouping, m_names), grouping);
}

} // namespace renum::ui
