// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_names.h"
#include "ui/shell/toast.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace renum {
class CostBook;
}

namespace renum::ui {

class DataTable;
class LedgerExporter;
class LedgerModel;
class StatePanel;
class Theme;

/// The calls of a period, one row each, with CSV export.
class LedgerPanel : public QWidget {
    Q_OBJECT

public:
    LedgerPanel(CostBook *book, Theme *theme, QWidget *parent = nullptr);

    void showScope(const CostScope &scope, const CostNames &names);
    /// Asks where to, and writes what is listed there.
    void askToExport();

signals:
    /// The person wants to see the run of a call.
    void executionRequested(const renum::ExecutionId &execution, const renum::AgentId &agent);
    /// The person wants to give a model a price.
    void priceRequested(const QString &model, const QString &provider);
    /// The person wants to see what shares these ids alone.
    void narrowed(const renum::SpendingRow &row);
    void toastRequested(const renum::ui::Toast &toast);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void ask();
    void showState();
    void open(const QModelIndex &index);
    void showMenu(const QPoint &at);
    void showExport(const QString &text, bool running);

    LedgerModel *m_model;
    LedgerExporter *m_exporter;
    CostScope m_scope;
    QComboBox *m_kind;
    QLabel *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_export;
    QStackedWidget *m_stack;
    DataTable *m_table;
    StatePanel *m_state;
};

} // namespace renum::ui
