// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace renum::ui {

/// Gives every TeamGraphView an accessible child for each node, with its ports and their wires. May
/// be called again.
void installGraphAccessibility();

} // namespace renum::ui
