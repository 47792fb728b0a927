// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/choice_input.h"

#include <QWheelEvent>

namespace renum::ui {

ChoiceInput::ChoiceInput(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceInput::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace renum::ui
