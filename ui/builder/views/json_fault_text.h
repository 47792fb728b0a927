// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/views/json_text_map.h"

namespace renum::ui {

/// Why a text is no JSON, and what to do.
[[nodiscard]] QString jsonFaultText(JsonFault::Kind kind);

/// What belongs at a place of a team's text where something else is; empty where that is unknown.
[[nodiscard]] QString expectationText(const QString &pointer);

} // namespace renum::ui
