// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fit_height.h"

#include <QLayout>
#include <QWidget>

namespace renum::ui {

void growToFit(QWidget *window)
{
    const QLayout *layout = window->layout();
    if (!layout || !layout->hasHeightForWidth())
        return;
    const int needed = layout->totalHeightForWidth(window->width());
    if (needed > window->height())
        window->resize(window->width(), needed);
}

} // namespace renum::ui
