// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_desk.h"

#include <QWidget>

namespace renum::ui {

class DataTable;
class Segments;
class SpendingModel;

/// Teams, agents, models and strategies with what each cost. Choosing one narrows to it.
class BreakdownPanel : public QWidget {
    Q_OBJECT

public:
    explicit BreakdownPanel(QWidget *parent = nullptr);

    void showFigures(const CostFigures &figures, const CostNames &names);

signals:
    void groupChosen(const renum::SpendingRow &row);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();

    CostFigures m_figures;
    CostNames m_names;
    Segments *m_kinds;
    SpendingModel *m_model;
    DataTable *m_table;
};

} // namespace renum::ui
