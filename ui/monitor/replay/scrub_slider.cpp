// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/scrub_slider.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace renum::ui {

namespace {

constexpr int Handle = Theme::Space3; ///< diameter
constexpr int Groove = Theme::Space1;
constexpr int TickHeight = Theme::Space3;
/// So near a tick is meant.
constexpr int Reach = Theme::Space1;
/// Page up and page down go through a run in so many steps.
constexpr int Pages = 20;

/// What must not be missed is painted over the rest.
int weightOf(Milestone::Kind kind)
{
    switch (kind) {
    case Milestone::Kind::Start:
        return 1;
    case Milestone::Kind::Done:
        return 2;
    case Milestone::Kind::Begin:
    case Milestone::Kind::End:
        return 3;
    case Milestone::Kind::Hold:
    case Milestone::Kind::Decision:
        return 4;
    case Milestone::Kind::Failure:
        return 5;
    }
    return 0;
}

ColorToken colorOf(int weight)
{
    switch (weight) {
    case 1:
        return ColorToken::Accent;
    case 2:
        return ColorToken::Ok;
    case 4:
        return ColorToken::Warn;
    case 5:
        return ColorToken::Err;
    default:
        return ColorToken::Text;
    }
}

} // namespace

ScrubSlider::ScrubSlider(Theme *theme, QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(this, &QSlider::rangeChanged, this,
        [this](int least, int most) { setPageStep(std::max(1, (most - least) / Pages)); });
}

void ScrubSlider::setMilestones(const QList<Milestone> &milestones)
{
    const bool same = milestones.size() == m_milestones.size()
        && (milestones.isEmpty() || milestones.constLast() == m_milestones.constLast());
    m_milestones = milestones;
    if (!same)
        update();
}

void ScrubSlider::setDescription(std::function<QString(const Milestone &)> describe)
{
    m_describe = std::move(describe);
}

QSize ScrubSlider::sizeHint() const
{
    return { 10 * Theme::ControlHeight, Theme::ControlHeight };
}

QSize ScrubSlider::minimumSizeHint() const
{
    return { 2 * Theme::ControlHeight, Theme::TargetSize };
}

int ScrubSlider::xOf(qint64 seq) const
{
    const int value = static_cast<int>(std::clamp<qint64>(seq, minimum(), maximum()));
    return Handle / 2
        + QStyle::sliderPositionFromValue(
            minimum(), maximum(), value, width() - Handle, isRightToLeft());
}

int ScrubSlider::seqAt(int x) const
{
    return QStyle::sliderValueFromPosition(
        minimum(), maximum(), x - Handle / 2, width() - Handle, isRightToLeft());
}

QString ScrubSlider::tipAt(int x) const
{
    const Milestone *nearest = nullptr;
    int best = Reach + 1;
    for (const Milestone &milestone : m_milestones) {
        const int distance = std::abs(xOf(milestone.seq) - x);
        if (distance < best) {
            best = distance;
            nearest = &milestone;
        }
    }
    if (nearest && m_describe)
        return m_describe(*nearest);
    return tr("Event %1").arg(QLocale().toString(seqAt(x)));
}

bool ScrubSlider::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos().x()), this);
        return true;
    }
    return QSlider::event(event);
}

void ScrubSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    setValue(seqAt(event->position().toPoint().x()));
}

void ScrubSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setValue(seqAt(event->position().toPoint().x()));
}

void ScrubSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

void ScrubSlider::paintTicks(QPainter &painter) const
{
    // One tick a pixel, however many milestones there are.
    std::vector<int> weights(static_cast<std::size_t>(std::max(width(), 1)), 0);
    for (const Milestone &milestone : m_milestones) {
        const auto x = static_cast<std::size_t>(std::clamp(xOf(milestone.seq), 0, width() - 1));
        weights[x] = std::max(weights[x], weightOf(milestone.kind));
    }
    const int top = (height() - TickHeight) / 2;
    for (std::size_t x = 0; x < weights.size(); ++x) {
        if (weights[x] > 0)
            painter.fillRect(static_cast<int>(x), top, Theme::Hairline * 2, TickHeight,
                m_theme->color(colorOf(weights[x])));
    }
}

void ScrubSlider::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int middle = height() / 2;
    const int x = xOf(value());
    const QRect groove(Handle / 2, middle - Groove / 2, width() - Handle, Groove);
    QRect done = groove;
    if (isRightToLeft())
        done.setLeft(x);
    else
        done.setRight(x);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(ColorToken::Line));
    painter.drawRoundedRect(groove, Groove / 2, Groove / 2);
    painter.setBrush(m_theme->color(ColorToken::Accent));
    painter.drawRoundedRect(done, Groove / 2, Groove / 2);
    paintTicks(painter);
    const QPointF centre(x, middle);
    if (hasFocus()) {
        painter.setBrush(m_theme->color(ColorToken::AccentBackground));
        painter.drawEllipse(centre, Handle - Theme::Space1, Handle - Theme::Space1);
    }
    painter.setPen(QPen(m_theme->color(ColorToken::Accent), Theme::Hairline * 2));
    painter.setBrush(m_theme->color(ColorToken::Panel));
    painter.drawEllipse(centre, Handle / 2 - 1, Handle / 2 - 1);
}

} // namespace renum::ui
