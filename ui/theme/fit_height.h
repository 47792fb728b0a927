// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace renum::ui {

/// Makes a window so high that everything in it has its place. Windows do not do that by themselves
/// when wrapped texts come or grow. Call it when the window has got QEvent::LayoutRequest.
void growToFit(QWidget *window);

} // namespace renum::ui
