// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/fields/field.h"

#include <optional>

namespace renum::ui {

class LineInput;

/// A number that may be absent; the placeholder tells what counts then. Values out of range are
/// taken as they are: the validation says what is wrong with them. Up and down change it by a step.
class NumberField : public Field {
    Q_OBJECT

public:
    enum class Kind { Whole, Decimal };
    struct Range {
        double lowest = 0;
        double highest = 0;
        double step = 1;
        double usual = 0; ///< where stepping begins
    };
    NumberField(Kind kind, const Range &range, QWidget *parent = nullptr);

    void show(std::optional<double> value);
    using QWidget::show;
    void setPlaceholder(const QString &text);
    void forgetTyping() override;

signals:
    void edited(std::optional<double> value);

private:
    void onEdited(const QString &text);
    void step(int direction);
    [[nodiscard]] QString textOf(double value) const;
    /// None when the text is no number; an empty one is an absent number.
    [[nodiscard]] std::optional<std::optional<double>> read(const QString &text) const;

    LineInput *m_input;
    Kind m_kind;
    Range m_range;
    std::optional<double> m_shown;
};

/// For values that are whole numbers in the model.
[[nodiscard]] std::optional<int> toInt(std::optional<double> value);

} // namespace renum::ui
