// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/replay/milestones.h"
#include "ui/monitor/replay/playback.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;

namespace renum::ui {

class ExecutionReplay;
class ScrubSlider;
class Theme;

/// Goes through a run event by event: a slider with the milestones, playing at several speeds, and
/// the way back to what happens now. Its actions work wherever they are added.
class ScrubBar : public QWidget {
    Q_OBJECT

public:
    /// Borrows `replay`, which outlives it.
    ScrubBar(ExecutionReplay *replay, Theme *theme, QWidget *parent = nullptr);

    /// The replay shows another instant, or more has happened.
    void refresh();
    /// Another execution is opened.
    void reset();
    [[nodiscard]] bool isPlaying() const { return m_tick.isActive(); }
    /// To play and pause, to go to the milestones, and live.
    [[nodiscard]] QList<QAction *> commands() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void makeActions();
    void retranslate();
    void addButton(QAction *action);
    void updateIcons();
    void setPlaying(bool playing);
    void playOn();
    void goTo(const Milestone *milestone);
    void updatePlay();
    void updateWhere();
    void updateLive();
    [[nodiscard]] QString placeText(qint64 seq) const;
    [[nodiscard]] int speed() const;
    [[nodiscard]] QString describe(const Milestone &milestone) const;

    ExecutionReplay *m_replay;
    Theme *m_theme;
    QAction *m_previous;
    QAction *m_play;
    QAction *m_next;
    QAction *m_goLive;
    QComboBox *m_speed;
    ScrubSlider *m_slider;
    QLabel *m_where;
    QPushButton *m_live;
    Playback m_playback;
    QTimer m_tick;
    QElapsedTimer m_clock;
};

/// "Analyst started" and the like; `name` of the agent it is about. Pure.
[[nodiscard]] QString milestoneText(const Milestone &milestone, const QString &name);

} // namespace renum::ui
