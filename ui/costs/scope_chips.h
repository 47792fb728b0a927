// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_names.h"

#include <QWidget>

class QHBoxLayout;

namespace renum::ui {

class Theme;

/// What the page is narrowed to, each with a way to take it away again.
class ScopeChips : public QWidget {
    Q_OBJECT

public:
    explicit ScopeChips(Theme *theme, QWidget *parent = nullptr);

    void showScope(const CostScope &scope, const CostNames &names);

signals:
    /// The person took something away: what is left.
    void scopeChosen(const renum::ui::CostScope &scope);

private:
    struct Chip {
        QString name; ///< of the object
        QString text;
        CostScope without; ///< the scope when it is taken away
        friend bool operator==(const Chip &, const Chip &) = default;
    };
    [[nodiscard]] static QList<Chip> chipsOf(const CostScope &scope, const CostNames &names);
    void addChip(const Chip &chip);

    QList<Chip> m_chips;

    Theme *m_theme;
    QHBoxLayout *m_row;
};

} // namespace renum::ui
