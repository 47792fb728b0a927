// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace renum::ui {

/// A state as a pill: icon, word and colour together.
class StatePill : public QWidget {
    Q_OBJECT

public:
    explicit StatePill(Theme *theme, QWidget *parent = nullptr);

    /// `text` instead of the look's own word, for example "Running · step 2 of 3".
    void setState(const StateLook &look, const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

    /// The same drawn elsewhere, by delegates.
    static void paint(QPainter &painter, const Theme &theme, const QRectF &rect,
        const StateLook &look, const QString &text);
    [[nodiscard]] static QSize sizeOf(const Theme &theme, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    StateLook m_look;
    QString m_text;
};

} // namespace renum::ui
