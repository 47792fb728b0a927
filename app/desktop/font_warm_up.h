// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace renum::desktop {

/// Reads the system's fonts on a thread of its own, while the rest of the start goes on: it takes
/// as long as opening the database. Needs an application object; waits for its thread when
/// destroyed.
class FontWarmUp {
public:
    FontWarmUp();

private:
    std::jthread m_thread;
};

} // namespace renum::desktop
