// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/cost_book.h"
#include "ui/shell/toast.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace renum::ui {

class DataTable;
class PriceModel;
class StatePanel;
class Theme;

/// The price table: what came with Renum and what a person set, with source and date of each.
class PricePanel : public QWidget {
    Q_OBJECT

public:
    PricePanel(CostBook *book, Theme *theme, QWidget *parent = nullptr);

    void reload();
    /// Opens the editor for a model; its price, if there is one, is what the fields begin with.
    void editPrice(const QString &model, const QString &provider);
    void focusSearch();

signals:
    void toastRequested(const renum::ui::Toast &toast);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void showBook(const PriceBook &book);
    void followSelection();
    void open(const PriceEntry &entry);
    void removeSelected();
    void askForImport();
    void importFile(const QString &path);
    void askForExport();
    void tell(const Error &error);
    [[nodiscard]] std::optional<PriceEntry> selectedOwn() const;
    QCoro::Task<> read();
    QCoro::Task<> removeNow(PriceEntry entry);
    QCoro::Task<> bringBack(PriceEntry entry);
    QCoro::Task<> exportTo(QString path, PriceFormat format);

    CostBook *m_book;
    PriceBook m_prices;
    PriceModel *m_model;
    QLineEdit *m_search;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_import;
    QPushButton *m_export;
    QLabel *m_hint;
    QStackedWidget *m_stack;
    DataTable *m_table;
    StatePanel *m_state;
    TaskScope m_tasks;
};

} // namespace renum::ui
