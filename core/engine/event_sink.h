// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <functional>

namespace renum {

/// Gets events after they were stored, in seq order per execution, on the engine's thread.
using EventListener = std::function<void(const ExecutionEvents &)>;

} // namespace renum
