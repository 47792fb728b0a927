// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace renum::ui {

/// The translation context of what the canvas says.
struct CanvasWords {
    Q_DECLARE_TR_FUNCTIONS(Canvas)
};

} // namespace renum::ui
