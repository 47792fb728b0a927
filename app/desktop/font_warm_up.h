// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latch>
#include <thread>

namespace renum::desktop {

/// Reads the system's fonts on a thread of its own, while the rest of the start goes on: it takes
/// as long as opening the database. Made before the application object, which its first half does
/// not need; waits for its thread when destroyed.
class FontWarmUp {
public:
    FontWarmUp();
    ~FontWarmUp();
    FontWarmUp(const FontWarmUp &) = delete;
    FontWarmUp &operator=(const FontWarmUp &) = delete;

    /// Now there is an application object: the second half may begin. Once.
    void goOn();
    /// Before the first text is measured: two who ask for the system's configuration at the same
    /// time both do all of the work.
    void waitForConfiguration() const;

private:
    void read();

    std::latch m_configuration { 1 };
    std::latch m_application { 1 };
    bool m_hasApplication = false;
    std::jthread m_thread;
};

} // namespace renum::desktop
