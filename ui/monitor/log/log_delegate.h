// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStyledItemDelegate>

namespace renum::ui {

class Theme;

/// A line of the log: time, level and sentence in three columns, with what was searched marked.
class LogDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    LogDelegate(const Theme *theme, QObject *parent);

    void setWords(const QStringList &words) { m_words = words; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    [[nodiscard]] int paintTime(QPainter &painter, const QRect &at, const QModelIndex &index) const;
    [[nodiscard]] int paintLevel(
        QPainter &painter, const QRect &at, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QRect &at, const QModelIndex &index) const;

    const Theme *m_theme;
    QStringList m_words;
};

} // namespace renum::ui
