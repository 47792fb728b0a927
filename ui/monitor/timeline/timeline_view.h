// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/timeline/timeline_chart.h"
#include "ui/monitor/timeline/timeline_summary.h"

#include <QAbstractScrollArea>

#include <optional>

class QGestureEvent;
class QNativeGestureEvent;

namespace renum::ui {

class Theme;

/// One lane an agent, one bar an attempt, wall-clock time from left to right; waits are hatched,
/// thin arrows show who handed over to whom, and a line marks now while the execution runs.
///
/// Mouse: a bar is chosen by a click and opened by a double click, dragging selects a range, the
/// wheel scrolls, with Ctrl it zooms, with Shift it pans; dragging the axis or with the middle
/// button pans. Keys: Up and Down choose a lane, Left and Right a bar, with Shift they select from
/// bar to bar, with Ctrl they pan; plus, minus and 0 zoom; F folds idle times; Enter opens.
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TimelineView(Theme *theme, QWidget *parent = nullptr);

    /// Shows these lanes, another state of the same execution. Borrows them until clear().
    void setSource(const TimelineLanes *lanes) { m_lanes = lanes; }
    /// Forgets everything, for another execution.
    void clear();
    /// The source is another one, or changed. `running`: the axis grows with the clock and now is
    /// marked.
    void refresh(bool running);
    void selectAgent(const AgentId &agent);
    [[nodiscard]] AgentId selectedAgent() const { return m_selected; }
    /// Of the selected agent's; -1 while none is chosen.
    [[nodiscard]] int selectedBar() const noexcept { return m_selectedBar; }

    void setIdleFolded(bool folded);
    [[nodiscard]] bool isIdleFolded() const noexcept
    {
        return m_idle == TimelineChart::Idle::Folded;
    }
    void setPathShown(bool shown);
    [[nodiscard]] const TimelinePath &path() const noexcept { return m_path; }
    /// 1 shows everything. `around` stays where it is, in viewport coordinates.
    void setZoom(double zoom, std::optional<double> around = {});
    [[nodiscard]] double zoom() const noexcept { return m_zoom; }
    /// Nothing when empty.
    [[nodiscard]] std::optional<TimeSpan> range() const noexcept { return m_range; }
    void setRange(std::optional<TimeSpan> range);

    [[nodiscard]] const TimelineLanes &lanes() const;
    [[nodiscard]] const TimelineChart &chart() const noexcept { return m_chart; }
    /// Where a bar is drawn, in viewport coordinates; empty when there is no such bar.
    [[nodiscard]] QRect barRect(int lane, int bar) const;
    /// None at a place without one.
    [[nodiscard]] std::optional<TimelinePlace> barAt(QPointF place) const;
    void chooseBar(const TimelinePlace &place);
    /// As a double click on the bar: its agent and the moment at which it began.
    void openBar(const TimelinePlace &place);
    /// What there is to say about a place; empty when nothing is.
    [[nodiscard]] QString textAt(QPoint place) const;

signals:
    void agentChosen(const renum::AgentId &agent);
    /// The person wants to see the execution as it was at that event.
    void momentChosen(qint64 seq);
    void rangeChanged();
    void zoomChanged();
    void idleFoldedChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class TimelinePainter;
    enum class Drag { None, Range, Pan };

    void retranslate();
    [[nodiscard]] TimelineSizes sizes() const;
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] Timestamp now() const;
    [[nodiscard]] Timestamp axisEnd(Timestamp now) const;
    void layOut();
    void updateScrollBars();
    void chooseLane(int lane);
    void moveBar(int by, bool extendRange);
    void makeVisible(const TimelinePlace &place);
    void describe();
    void hover(const QPoint &place);
    bool zoomByFingers(QGestureEvent &event);
    bool zoomByGesture(const QNativeGestureEvent &event);

    Theme *m_theme;
    const TimelineLanes *m_lanes = nullptr;
    TimelineChart m_chart;
    TimelinePath m_path;
    TimelineChart::Idle m_idle = TimelineChart::Idle::Folded;
    bool m_pathShown = true;
    double m_zoom = 1;
    AgentId m_selected;
    int m_selectedBar = -1;
    bool m_running = false;

    Drag m_drag = Drag::None;
    QPoint m_pressed;
    QPoint m_pressedOffset;
    std::optional<Timestamp> m_hovered;
    std::optional<TimeSpan> m_range;
};

} // namespace renum::ui
