// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/scrub_bar.h"

#include "ui/monitor/replay/execution_replay.h"
#include "ui/monitor/replay/scrub_slider.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int TickMs = 33;
constexpr std::array Speeds { 1, 2, 5, 10, 100 };

QString clockTime(Timestamp time)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(ms.count()).time(), ScrubBar::tr("HH:mm:ss"));
}

} // namespace

QString milestoneText(const Milestone &milestone, const QString &name)
{
    switch (milestone.kind) {
    case Milestone::Kind::Begin:
        return ScrubBar::tr("The run begins");
    case Milestone::Kind::Start:
        return ScrubBar::tr("%1 begins").arg(name);
    case Milestone::Kind::Done:
        return ScrubBar::tr("%1 is done").arg(name);
    case Milestone::Kind::Failure:
        return ScrubBar::tr("%1 has trouble").arg(name);
    case Milestone::Kind::Decision:
        return ScrubBar::tr("Somebody decides about %1").arg(name);
    case Milestone::Kind::Hold:
        return ScrubBar::tr("Somebody holds the run, or lets it go on");
    case Milestone::Kind::End:
        return ScrubBar::tr("The run ends");
    }
    return {};
}

ScrubBar::ScrubBar(ExecutionReplay *replay, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_replay(replay)
    , m_theme(theme)
    , m_previous(new QAction(this))
    , m_play(new QAction(this))
    , m_next(new QAction(this))
    , m_goLive(new QAction(this))
    , m_speed(new QComboBox(this))
    , m_slider(new ScrubSlider(theme, this))
    , m_where(new QLabel(this))
    , m_live(new QPushButton(this))
{
    makeActions();
    build();
    retranslate();
    m_tick.setInterval(TickMs);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &ScrubBar::playOn);
    connect(m_slider, &QSlider::valueChanged, this, [this](int seq) {
        setPlaying(false);
        m_replay->showInstant(seq);
        refresh();
    });
    connect(m_live, &QPushButton::clicked, m_goLive, &QAction::trigger);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { m_playback.start(speed()); });
    connect(theme, &Theme::changed, this, &ScrubBar::updateIcons);
    m_slider->setDescription([this](const Milestone &milestone) { return describe(milestone); });
    reset();
}

void ScrubBar::makeActions()
{
    m_previous->setObjectName(u"previousMilestone"_s);
    m_play->setObjectName(u"playRun"_s);
    m_next->setObjectName(u"nextMilestone"_s);
    m_goLive->setObjectName(u"goLive"_s);
    m_previous->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left));
    m_play->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Space));
    m_next->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right));
    m_goLive->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_End));
    for (QAction *action : commands())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_previous, &QAction::triggered, this,
        [this] { goTo(m_replay->milestones().before(m_replay->position())); });
    connect(m_next, &QAction::triggered, this,
        [this] { goTo(m_replay->milestones().after(m_replay->position())); });
    connect(m_play, &QAction::triggered, this, [this] { setPlaying(!isPlaying()); });
    connect(m_goLive, &QAction::triggered, this, [this] {
        setPlaying(false);
        m_replay->goLive();
        refresh();
    });
}

QList<QAction *> ScrubBar::commands() const
{
    return { m_previous, m_play, m_next, m_goLive };
}

void ScrubBar::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setObjectName(action->objectName() + "Button"_L1);
    layout()->addWidget(button);
}

void ScrubBar::updateIcons()
{
    m_previous->setIcon(m_theme->icon(u"skip-back"_s));
    m_next->setIcon(m_theme->icon(u"skip-forward"_s));
    m_play->setIcon(m_theme->icon(isPlaying() ? u"pause"_s : u"play"_s));
    const ColorToken color = m_replay->isLive() ? ColorToken::Accent : ColorToken::Neutral;
    m_live->setIcon(m_theme->icon(u"running"_s, color));
}

void ScrubBar::build()
{
    setLook(this, Look::Panel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, Theme::Space1, Theme::Space4, Theme::Space1);
    row->setSpacing(Theme::Space2);
    for (QAction *action : { m_previous, m_play, m_next })
        addButton(action);
    row->addWidget(m_speed);
    row->addWidget(m_slider, 1);
    row->addWidget(m_where);
    row->addWidget(m_live);
    for (const int speed : Speeds) //: how many times faster than it was
        m_speed->addItem(tr("×%1").arg(speed), speed);
    m_speed->setObjectName(u"playSpeed"_s);
    m_slider->setObjectName(u"scrubSlider"_s);
    m_where->setObjectName(u"scrubPlace"_s);
    m_live->setObjectName(u"liveButton"_s);
    m_live->setCheckable(true);
    setLook(m_live, Look::Chip);
    setTextLook(m_where, TextStyle::Mono, ColorToken::TextDim);
}

void ScrubBar::retranslate()
{
    m_previous->setText(tr("Previous milestone"));
    m_next->setText(tr("Next milestone"));
    m_goLive->setText(tr("Back to what happens now"));
    const auto tip = [](const QAction *action, const QString &text) {
        //: what a button does, its keys
        return tr("%1 (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText));
    };
    m_previous->setToolTip(
        tip(m_previous, tr("Go back to where an agent began, ended or had trouble")));
    m_next->setToolTip(tip(m_next, tr("Go on to where an agent began, ended or had trouble")));
    m_goLive->setToolTip(tip(m_goLive, tr("Show the newest event and follow what happens")));
    m_live->setToolTip(m_goLive->toolTip());
    m_speed->setToolTip(tr("How fast the run is played"));
    m_speed->setAccessibleName(tr("Speed of playing"));
    m_slider->setAccessibleName(tr("Moment of the run"));
    m_slider->setAccessibleDescription(
        tr("Left and right go from event to event, Space plays and pauses, End goes live."));
    updatePlay();
    updateWhere();
    updateLive();
}

void ScrubBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ScrubBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        m_play->trigger();
    else
        QWidget::keyPressEvent(event);
}

void ScrubBar::reset()
{
    m_tick.stop();
    refresh();
}

void ScrubBar::refresh()
{
    const QSignalBlocker quiet(m_slider);
    const qint64 last = m_replay->lastSeq();
    const bool usable = last > 1;
    for (QWidget *widget : std::initializer_list<QWidget *> { m_slider, m_speed, m_live })
        widget->setEnabled(usable);
    for (QAction *action : commands())
        action->setEnabled(usable);
    m_slider->setRange(1, static_cast<int>(std::max<qint64>(last, 1)));
    m_slider->setValue(static_cast<int>(m_replay->position()));
    m_slider->setMilestones(m_replay->milestones().list());
    updatePlay();
    updateWhere();
    updateLive();
    updateIcons();
}

void ScrubBar::updatePlay()
{
    m_play->setText(isPlaying() ? tr("Pause playing") : tr("Play the run"));
    const QString keys = m_play->shortcut().toString(QKeySequence::NativeText);
    m_play->setToolTip(isPlaying() ? tr("Stop playing here (%1)").arg(keys)
                                   : tr("Play the run from here, as it was (%1)").arg(keys));
}

void ScrubBar::updateWhere()
{
    const Execution &shown = m_replay->state().execution();
    if (m_replay->isReading()) {
        m_where->setText(
            tr("Reading the log, %1 %").arg(static_cast<int>(100 * m_replay->readShare())));
    } else if (m_replay->lastSeq() == 0) {
        m_where->clear();
    } else {
        const QString place = placeText(m_replay->position());
        m_where->setText(place);
        // The slider does not become shorter and longer while one goes through the run.
        m_where->setMinimumWidth(std::max(m_where->minimumWidth(),
            m_where->fontMetrics().horizontalAdvance(placeText(m_replay->lastSeq()))));
        m_where->setToolTip(format::dateTime(shown.updatedAt));
    }
}

QString ScrubBar::placeText(qint64 seq) const
{
    const QLocale locale;
    //: number of an event, number of all events, time of day
    return tr("event %1 of %2 · %3")
        .arg(locale.toString(seq), locale.toString(m_replay->lastSeq()),
            clockTime(m_replay->state().execution().updatedAt));
}

void ScrubBar::updateLive()
{
    const bool live = m_replay->isLive();
    const auto behind = static_cast<int>(m_replay->lastSeq() - m_replay->position());
    m_live->setChecked(live);
    // Nothing is live any more about a run that has ended.
    const bool ended = isTerminal(m_replay->newest().execution().status);
    if (ended)
        m_live->setText(live ? tr("End") : tr("End · %n behind", nullptr, behind));
    else
        m_live->setText(live ? tr("Live") : tr("Live · %n behind", nullptr, behind));
}

// --- going through the run ---------------------------------------------------------------------

int ScrubBar::speed() const
{
    return m_speed->currentData().toInt();
}

void ScrubBar::setPlaying(bool playing)
{
    if (playing == isPlaying())
        return;
    if (playing) {
        // At the end there is nothing to play: once more from the beginning.
        if (m_replay->isLive())
            m_replay->showInstant(1);
        m_playback.start(speed());
        m_clock.start();
        m_tick.start();
    } else {
        m_tick.stop();
    }
    refresh();
}

void ScrubBar::playOn()
{
    const std::chrono::microseconds elapsed(m_clock.nsecsElapsed() / 1000);
    m_clock.start();
    const std::span<const ExecutionEvent> following = m_replay->following();
    const std::size_t count
        = m_playback.advance(elapsed, m_replay->state().execution().updatedAt, following);
    if (count > 0)
        m_replay->showInstant(following[count - 1].seq);
    if (m_replay->isLive())
        setPlaying(false); // there is nothing more to play: from here it is followed
    else if (count > 0)
        refresh();
}

void ScrubBar::goTo(const Milestone *milestone)
{
    if (!milestone)
        return;
    setPlaying(false);
    m_replay->showInstant(milestone->seq);
    refresh();
}

QString ScrubBar::describe(const Milestone &milestone) const
{
    const Execution &execution = m_replay->newest().execution();
    const auto step = std::ranges::find(execution.steps, milestone.agent, &StepRecord::agentId);
    const QString name = step == execution.steps.end() ? milestone.agent.toString() : step->name;
    //: number of an event, time of day, what happened
    return tr("Event %1, %2: %3")
        .arg(QLocale().toString(milestone.seq), clockTime(milestone.time),
            milestoneText(milestone, name));
}

} // namespace renum::ui
