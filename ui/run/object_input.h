// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;

namespace renum::ui {

class Theme;

/// A JSON object as text, which may be left out; says what is wrong while it is written.
class ObjectInput : public QWidget {
    Q_OBJECT

public:
    /// `name` is said to people; `example` shows in the empty field.
    ObjectInput(
        const QString &name, const QString &example, Theme *theme, QWidget *parent = nullptr);

    /// What is written: {} when nothing is, none while it is no object.
    [[nodiscard]] std::optional<Json> value() const;
    void focusText();

signals:
    void changed();

private:
    void check();

    QPlainTextEdit *m_text;
    QLabel *m_problem;
    std::optional<Json> m_value = Json::object();
};

} // namespace renum::ui
