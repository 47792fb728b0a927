// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFormLayout;
class QWidget;

namespace renum::ui {

/// Spacings and labels as all forms have them. Call it when the rows are there.
void dressForm(QFormLayout *form);
/// Lets the fields of all forms below a widget begin at the same place. To be repeated when the
/// texts of the labels change.
void alignForms(QWidget *parent);

} // namespace renum::ui
