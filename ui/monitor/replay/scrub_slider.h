// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/replay/milestones.h"

#include <QSlider>

#include <functional>

namespace renum::ui {

class Theme;

/// A slider over the events of a run, with a tick where something important happened. A press takes
/// the handle there at once.
class ScrubSlider : public QSlider {
    Q_OBJECT

public:
    explicit ScrubSlider(Theme *theme, QWidget *parent = nullptr);

    /// Implicitly shared; cheap when nothing is new.
    void setMilestones(const QList<Milestone> &milestones);
    /// What the tool tip says of a milestone.
    void setDescription(std::function<QString(const Milestone &)> describe);
    /// Where an event is, in the widget's coordinates.
    [[nodiscard]] int xOf(qint64 seq) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int seqAt(int x) const;
    [[nodiscard]] QString tipAt(int x) const;
    void paintTicks(QPainter &painter) const;

    Theme *m_theme;
    QList<Milestone> m_milestones;
    std::function<QString(const Milestone &)> m_describe;
};

} // namespace renum::ui
