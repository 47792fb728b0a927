// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/cost_book.h"

#include <QDialog>

class QCheckBox;
class QDateEdit;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace renum::ui {

/// Gives a model a price of one's own. Closes once it is stored.
class PriceDialog : public QDialog {
    Q_OBJECT

public:
    /// What is in `entry` beyond the fields stays: tiers and other types of tokens.
    PriceDialog(CostBook *book, const PriceEntry &entry, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    struct Optional {
        QCheckBox *isTold;
        QDoubleSpinBox *price;
    };
    void build();
    [[nodiscard]] QDoubleSpinBox *makePrice(const QString &name, NanoUsdPerMillion price);
    [[nodiscard]] Optional makeOptional(
        const QString &name, const std::optional<NanoUsdPerMillion> &price);
    [[nodiscard]] PriceEntry entered() const;
    void follow();
    void save();
    QCoro::Task<> saveNow(PriceEntry entry);

    CostBook *m_book;
    PriceEntry m_entry;
    QLineEdit *m_model;
    QLineEdit *m_provider;
    QCheckBox *m_family;
    QDoubleSpinBox *m_input;
    QDoubleSpinBox *m_output;
    Optional m_cacheRead;
    Optional m_cacheWrite;
    Optional m_reasoning;
    QLineEdit *m_source;
    QLabel *m_problem;
    QPushButton *m_save = nullptr;
    TaskScope m_tasks;
};

} // namespace renum::ui
