// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ledger.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace renum::ui {

/// Models whose calls have no price, each with the way to give it one.
class UnpricedPanel : public QWidget {
    Q_OBJECT

public:
    explicit UnpricedPanel(QWidget *parent = nullptr);

    void showModels(const SpendingRows &rows);

signals:
    void priceRequested(const QString &model, const QString &provider);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addRow(const SpendingRow &row);

    SpendingRows m_shown;
    QLabel *m_hint;
    QWidget *m_list = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace renum::ui
