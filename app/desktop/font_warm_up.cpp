// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/font_warm_up.h"

#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>

#ifdef Q_OS_LINUX
#include <dlfcn.h>
#endif

namespace renum::desktop {

namespace {

/// Qt asks fontconfig for its configuration when the first text is measured. fontconfig reads that
/// once a process and may be asked on any thread, so it can be there before Qt is. Nothing of Qt
/// may be used here: it takes the first thread that it meets for the main one.
void readConfiguration()
{
#ifdef Q_OS_LINUX
    void *fontconfig = ::dlopen("libfontconfig.so.1", RTLD_LAZY);
    if (!fontconfig)
        return;
    using Initialize = int (*)();
    if (const auto initialize = reinterpret_cast<Initialize>(::dlsym(fontconfig, "FcInit")))
        initialize();
#endif
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
