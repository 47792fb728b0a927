// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace renum::ui {

/// Nodes and wires are numbered as Qt numbers, with int; the standard containers want std::size_t.
[[nodiscard]] constexpr std::size_t at(int index) noexcept
{
    return static_cast<std::size_t>(index);
}

} // namespace renum::ui
