// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace renum::ui {

/// A list to choose from. The wheel scrolls the panel around it rather than change a value.
class ChoiceInput : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceInput(QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace renum::ui
