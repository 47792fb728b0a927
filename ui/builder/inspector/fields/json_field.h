// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "ui/builder/inspector/fields/field.h"

#include <optional>

namespace renum::ui {

class TextInput;

/// A JSON value as text, or none. Text that is no JSON is told and changes nothing.
class JsonField : public Field {
    Q_OBJECT

public:
    explicit JsonField(int visibleLines, QWidget *parent = nullptr);

    void show(const std::optional<Json> &value);
    using QWidget::show;
    void setPlaceholder(const QString &text);
    void forgetTyping() override;

signals:
    void edited(const std::optional<renum::Json> &value);

private:
    void onEdited(const QString &text);
    [[nodiscard]] static QString textOf(const std::optional<Json> &value);

    TextInput *m_input;
    std::optional<Json> m_shown;
};

/// What is wrong with a text that is to be JSON, with the line; empty when nothing is.
[[nodiscard]] QString jsonProblem(const QByteArray &text);

} // namespace renum::ui
