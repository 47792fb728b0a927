// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace renum::ui {

/// Gives every TimelineView an accessible child for each lane, with its attempts. May be called
/// again.
void installTimelineAccessibility();

} // namespace renum::ui
