// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/fields/field.h"

class QCheckBox;

namespace renum::ui {

/// Yes or no; the words stand beside the box.
class FlagField : public Field {
    Q_OBJECT

public:
    explicit FlagField(QWidget *parent = nullptr);

    void setText(const QString &text);
    void show(bool on);
    /// Some are on and some are not.
    void showMixed();
    using QWidget::show;

signals:
    void edited(bool on);

private:
    QCheckBox *m_box;
};

} // namespace renum::ui
