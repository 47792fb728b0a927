// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timestamp.h"
#include "ui/monitor/timeline_lanes.h"

#include <QAbstractScrollArea>

namespace renum::ui {

class Theme;

/// One lane an agent, one bar an attempt, wall-clock time from left to right; a line marks now
/// while the execution runs. Up and down choose a lane, Enter tells its agent.
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TimelineView(Theme *theme, QWidget *parent = nullptr);

    /// Borrows `lanes`: they outlive the view. Call refresh() when they changed.
    void setLanes(const TimelineLanes *lanes);
    /// `running`: the axis grows with the clock and now is marked.
    void refresh(bool running);
    void selectAgent(const AgentId &agent);
    [[nodiscard]] AgentId selectedAgent() const { return m_selected; }
    /// Where a bar is drawn, in viewport coordinates; empty when there is no such bar.
    [[nodiscard]] QRect barRect(int lane, int bar) const;

signals:
    void agentChosen(const renum::AgentId &agent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] int laneCount() const;
    [[nodiscard]] int laneHeight() const;
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] QRect chart() const; ///< where bars go, right of the names
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] QRect laneRect(int lane) const;
    [[nodiscard]] int laneAt(int y) const;
    [[nodiscard]] std::chrono::milliseconds span() const;
    [[nodiscard]] Timestamp now() const;
    [[nodiscard]] int xOf(Timestamp time) const;
    void chooseLane(int lane);
    void describeLane();
    void updateScrollBar();
    void paintAxis(QPainter &painter) const;
    void paintLane(QPainter &painter, int lane) const;
    void paintBar(QPainter &painter, const TimelineBar &bar, const QRect &rect) const;

    Theme *m_theme;
    const TimelineLanes *m_lanes = nullptr;
    AgentId m_selected;
    bool m_running = false;
};

/// The distance between two marks of the axis so that about `wanted` of them cover `span`. Pure.
[[nodiscard]] std::chrono::seconds axisStep(std::chrono::milliseconds span, int wanted);

} // namespace renum::ui
