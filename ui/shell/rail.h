// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace renum::ui {

class Theme;

/// The strip at the left: one entry a page, icon over word.
class Rail : public QWidget {
    Q_OBJECT

public:
    enum class Place { Top, Bottom };

    explicit Rail(Theme *theme, QWidget *parent = nullptr);

    /// Returns the entry's index; indices count up in the order of adding.
    int addEntry(const QString &iconName, const QString &text, Place place);
    void setText(int index, const QString &text, const QString &toolTip);
    void setCurrent(int index);

signals:
    void chosen(int index);

private:
    Theme *m_theme;
    QVBoxLayout *m_layout;
    QList<QToolButton *> m_buttons;
    int m_topCount = 0;
};

} // namespace renum::ui
