// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/fields/field.h"

namespace renum::ui {

class LineInput;

/// One line of text.
class TextField : public Field {
    Q_OBJECT

public:
    explicit TextField(QWidget *parent = nullptr);

    void show(const QString &text);
    using QWidget::show;
    void setPlaceholder(const QString &text);
    [[nodiscard]] QString text() const;

signals:
    void edited(const QString &text);

private:
    LineInput *m_input;
};

/// Characters as a person counts them.
[[nodiscard]] int characterCount(const QString &text);

} // namespace renum::ui
