// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/compare/step_comparison_model.h"

#include "ui/monitor/compare/compare_text.h"
#include "ui/theme/theme.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

const FigureChange *figureOf(const FiguresChange &figures, int column)
{
    switch (column) {
    case StepComparisonModel::Time:
        return &figures.time;
    case StepComparisonModel::Tokens:
        return &figures.tokens;
    case StepComparisonModel::Money:
        return &figures.money;
    default:
        return nullptr;
    }
}

Figure kindOf(int column)
{
    if (column == StepComparisonModel::Time)
        return Figure::Time;
    return column == StepComparisonModel::Tokens ? Figure::Tokens : Figure::Money;
}

} // namespace

StepComparisonModel::StepComparisonModel(const Theme *theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void StepComparisonModel::setSteps(std::vector<StepComparison> steps)
{
    beginResetModel();
    m_steps = std::move(steps);
    endResetModel();
}

const StepComparison *StepComparisonModel::step(int row) const
{
    const bool known = row >= 0 && static_cast<std::size_t>(row) < m_steps.size();
    return known ? &m_steps[static_cast<std::size_t>(row)] : nullptr;
}

int StepComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

int StepComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString StepComparisonModel::text(const StepComparison &step, int column) const
{
    const FiguresChange figures = step.figures();
    if (const FigureChange *figure = figureOf(figures, column))
        return bothText(kindOf(column), *figure, figures.approximate);
    QStringList differs;
    switch (column) {
    case Step:
        return stepText(step);
    case Before:
        return statusText(step.before);
    case After:
        return statusText(step.after);
    default:
        break;
    }
    if (step.promptChanged())
        differs << tr("prompt");
    if (step.outputChanged())
        differs << tr("output");
    return differs.join(tr(", ", "between names in a list"));
}

QVariant StepComparisonModel::data(const QModelIndex &index, int role) const
{
    const StepComparison *shown = index.isValid() ? step(index.row()) : nullptr;
    if (!shown)
        return {};
    if (role == Qt::DisplayRole)
        return text(*shown, index.column());
    const FiguresChange figures = shown->figures();
    const FigureChange *figure = figureOf(figures, index.column());
    const FigureChange changed = figure ? *figure : FigureChange();
    const qint64 by = changed.change().value_or(0);
    if (role == ChangeRole && changed.before && changed.after)
        return by;
    // More is not always worse, but it is what people look for.
    if (role == Qt::ForegroundRole && by != 0)
        return m_theme->color(by > 0 ? ColorToken::Warn : ColorToken::Ok);
    if (role == Qt::AccessibleTextRole && index.column() == Step) {
        QStringList all;
        for (int column = 0; column < ColumnCount; ++column)
            all << text(*shown, column);
        all.removeAll(QString());
        return all.join(u", "_s);
    }
    return {};
}

QVariant StepComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Before:
        return tr("First run");
    case After:
        return tr("Second run");
    case Time:
        return tr("Time");
    case Tokens:
        return tr("Tokens");
    case Money:
        return tr("Money");
    case Differs:
        return tr("Different");
    default:
        return {};
    }
}

} // namespace renum::ui
