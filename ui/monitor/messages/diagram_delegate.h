// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/messages/diagram_lanes.h"
#include "ui/monitor/messages/message_model.h"

#include <QStyledItemDelegate>

namespace renum::ui {

/// One message as a row of a sequence diagram: what it says over an arrow from lane to lane, what
/// became of it below, and a bar on the lane of who is still to answer.
class DiagramDelegate : public QStyledItemDelegate {
public:
    DiagramDelegate(
        const MessageModel *model, const DiagramLanes *lanes, const Theme *theme, QObject *parent);

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    struct Row {
        QRect rect;
        int left = 0; ///< of lane 0's coordinates
        int arrow = 0; ///< y
    };
    void paintLanes(QPainter &painter, const Row &row, int index) const;
    void paintMessage(QPainter &painter, const Row &row, const FlowMessage &message) const;
    void paintArrow(QPainter &painter, const Row &row, int from, int to, ColorToken color,
        const FlowMessage &message) const;
    void paintTexts(QPainter &painter, const Row &row, const QRect &room, ColorToken color,
        const FlowMessage &message) const;
    [[nodiscard]] QRect textRoom(const Row &row, int from, int to) const;

    const MessageModel *m_model;
    const DiagramLanes *m_lanes;
    const Theme *m_theme;
};

} // namespace renum::ui
