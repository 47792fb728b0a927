// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace renum::ui {

struct CostHeat;
class Theme;

/// Says which shade means which cost.
class HeatLegend : public QWidget {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit HeatLegend(const Theme *theme, QWidget *parent = nullptr);

    void setHeat(const CostHeat &heat);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int scaleWidth() const;

    const Theme *m_theme;
    bool m_isKnown = false;
    QString m_text; ///< before the scale, or instead of it
    QString m_most; ///< behind it
};

} // namespace renum::ui
