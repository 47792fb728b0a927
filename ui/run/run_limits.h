// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace renum::ui {

class Theme;

/// What few people change for one run, folded away under “More”.
class RunLimits : public QWidget {
    Q_OBJECT

public:
    explicit RunLimits(Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] ExecutionConfig config() const;

private:
    void setOpen(bool open);

    Theme *m_theme;
    QPushButton *m_more;
    QWidget *m_fields;
    QSpinBox *m_seconds;
    QLineEdit *m_model;
};

} // namespace renum::ui
