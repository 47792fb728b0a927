// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace renum::ui {

/// Draws a team of TeamListModel as a card: name, strategy, agents, description, date.
class TeamDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TeamDelegate(Theme *theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintCard(QPainter *painter, const QRect &card, const QStyleOptionViewItem &option) const;
    /// Returns its width.
    int paintDate(QPainter *painter, const QModelIndex &index, const QRect &line) const;
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const QRect &line) const;
    /// Returns where the next one begins.
    int paintBadge(QPainter *painter, const QString &text, ColorToken background, int left,
        const QRect &line) const;
    void paintAgents(QPainter *painter, const QStringList &names, const QRect &line) const;
    void paintLine(QPainter *painter, const QRect &line, const QString &text) const;

    Theme *m_theme;
};

} // namespace renum::ui
