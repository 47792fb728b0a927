// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/font_warm_up.h"

#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLibrary>

namespace renum::desktop {

using namespace Qt::StringLiterals;

namespace {

/// Qt asks fontconfig for its configuration when the first text is measured. fontconfig reads that
/// once a process and may be asked on any thread, so it can be there before Qt is.
void readConfiguration()
{
    QLibrary fontconfig(u"fontconfig"_s, 1);
    using Initialize = int (*)();
    if (const auto initialize = reinterpret_cast<Initialize>(fontconfig.resolve("FcInit")))
        initialize();
}

} // namespace

FontWarmUp::FontWarmUp()
    : m_thread([this] { read(); })
{
}

FontWarmUp::~FontWarmUp()
{
    if (!m_hasApplication)
        m_application.count_down();
}

void FontWarmUp::read()
{
    readConfiguration();
    m_configuration.count_down();
    m_application.wait();
    // Whoever asks first lets Qt read what fonts there are; the others wait for that.
    if (m_hasApplication) [[maybe_unused]]
        const int height = QFontMetrics(QGuiApplication::font()).height();
}

void FontWarmUp::goOn()
{
    m_hasApplication = true;
    m_application.count_down();
}

void FontWarmUp::waitForConfiguration() const
{
    m_configuration.wait();
}

} // namespace renum::desktop
