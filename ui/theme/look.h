// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace renum::ui {

/// What a widget is meant as; application.qss says how that looks. Widgets name their role, never
/// their colours.
enum class Look {
    Page, ///< behind panels
    Panel, ///< white surface
    PanelAlt, ///< inset surface
    Rail,
    RailButton,
    Header,
    Card, ///< bordered, rounded
    CardButton, ///< a card that can be clicked
    SegmentButton, ///< one of a row of choices
    Canvas,
    PrimaryButton, ///< the one main action
    DangerButton, ///< destroys something
    QuietButton, ///< without a frame until hovered
    LinkButton,
    Chip, ///< small pill
    Toast,
    AccentBanner, ///< a strip that says what is going on
    OkBanner,
    WarnBanner,
    ErrBanner,
    Line, ///< a hairline, a QFrame or QWidget of 1 px
};

/// Gives a widget its look; may be called again to change it.
void setLook(QWidget *widget, Look look);

/// Gives a label (or any widget with text) its place in the type scale and its colour. Follows the
/// theme and the system's font.
void setTextLook(QWidget *widget, TextStyle style, ColorToken color = ColorToken::Text);

} // namespace renum::ui
