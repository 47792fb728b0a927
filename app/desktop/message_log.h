// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace renum::desktop {

/// From now on every log message goes to standard error with what looks like a secret removed.
void installMessageLog();

} // namespace renum::desktop
