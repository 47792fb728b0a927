// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/fields/field.h"

namespace renum::ui {

class TextInput;

/// Text over several lines.
class LongTextField : public Field {
    Q_OBJECT

public:
    explicit LongTextField(int visibleLines, QWidget *parent = nullptr);

    void show(const QString &text);
    using QWidget::show;
    void setPlaceholder(const QString &text);
    [[nodiscard]] QString text() const;
    /// Where the cursor is, in place of what is selected, as if typed.
    void insert(const QString &text);

signals:
    void edited(const QString &text);

private:
    TextInput *m_input;
};

} // namespace renum::ui
