// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/builder_habits.h"

#include "ui/builder/canvas/team_canvas.h"
#include "ui/settings/app_settings.h"

namespace renum::ui {

namespace {

constexpr Setting<bool> TabAdds { "builder/tabAdds", false };
constexpr Setting<bool> LetterKeys { "builder/letterKeys", true };
constexpr Setting<bool> Snaps { "builder/snaps", true };
constexpr Setting<BuilderHabits::Wheel> WheelDoes { "builder/wheel", BuilderHabits::Wheel::Pans };

} // namespace

BuilderHabits::BuilderHabits(AppSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

bool BuilderHabits::tabAdds() const
{
    return m_settings->value(TabAdds);
}

bool BuilderHabits::letterKeys() const
{
    return m_settings->value(LetterKeys);
}

bool BuilderHabits::snaps() const
{
    return m_settings->value(Snaps);
}

BuilderHabits::Wheel BuilderHabits::wheel() const
{
    return m_settings->value(WheelDoes);
}

void BuilderHabits::setTabAdds(bool adds)
{
    m_settings->setValue(TabAdds, adds);
    emit changed();
}

void BuilderHabits::setLetterKeys(bool enabled)
{
    m_settings->setValue(LetterKeys, enabled);
    emit changed();
}

void BuilderHabits::setSnaps(bool snaps)
{
    m_settings->setValue(Snaps, snaps);
    emit changed();
}

void BuilderHabits::setWheel(Wheel wheel)
{
    m_settings->setValue(WheelDoes, wheel);
    emit changed();
}

void BuilderHabits::follow(TeamCanvas *canvas)
{
    connect(this, &BuilderHabits::changed, canvas, [this, canvas] { apply(canvas); });
    apply(canvas);
}

void BuilderHabits::apply(TeamCanvas *canvas) const
{
    canvas->setTabAdds(tabAdds());
    canvas->setLetterKeys(letterKeys());
    canvas->setSnaps(snaps());
    canvas->setWheelZooms(wheel() == Wheel::Zooms);
}

} // namespace renum::ui
