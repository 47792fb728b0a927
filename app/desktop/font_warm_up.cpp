// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/font_warm_up.h"

#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>

namespace renum::desktop {

FontWarmUp::FontWarmUp()
    : m_thread([font = QGuiApplication::font()] {
        // Whoever asks first lets Qt read what fonts there are; the others wait for that.
        [[maybe_unused]] const int height = QFontMetrics(font).height();
    })
{
}

} // namespace renum::desktop
