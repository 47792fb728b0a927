// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/cost_book.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace renum::ui {

/// Shows what a file of prices would change before anything is taken from it.
class PriceImportDialog : public QDialog {
    Q_OBJECT

public:
    PriceImportDialog(
        CostBook *book, const QByteArray &file, const QString &source, QWidget *parent = nullptr);

signals:
    /// Stored.
    void imported(const renum::PriceImport &result);

private:
    void build();
    void showDiff(const PriceImport &preview);
    void showFailure(const Error &error);
    QCoro::Task<> preview();
    QCoro::Task<> take();

    CostBook *m_book;
    QByteArray m_file;
    QString m_source;
    QLabel *m_summary;
    QTreeWidget *m_diff;
    QPushButton *m_take = nullptr;
    TaskScope m_tasks;
};

} // namespace renum::ui
