// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace renum {

/// Runs a piece of work later, never inside the call, on the thread that calls it. Whoever passes
/// one decides in which turn of that thread's event loop, and in which order, work is done.
using Executor = std::function<void(std::function<void()>)>;

} // namespace renum
