// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/conditions/condition_view.h"

class QLabel;

namespace renum::ui {

class FlagField;

/// One test: a field, an operator and a value of the kind that the operator wants.
class ConditionRow : public ConditionView {
    Q_OBJECT

public:
    ConditionRow(
        ConditionActions *actions, ConditionPath path, Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] bool fits(const ConditionNode &node) const override;
    void show(const ConditionNode &node, const ConditionDisplay &display) override;
    void retranslate() override;

private:
    void arrange();
    void connectFields();
    void showValue(const ConditionDisplay &display);
    void showProblems(const QString &pointer, const Problems &problems);
    void showVerdict(const ConditionVerdict *verdict);
    void chooseOperator(const QString &name);
    void chooseForm(const QString &form);
    void typeValue(const QString &text);
    [[nodiscard]] bool compares() const;
    [[nodiscard]] std::optional<Json> readTyped(const QString &text) const;
    /// What was typed is no value, for this reason; empty when it is one.
    void setNoValue(const QString &problem);
    void change(const Condition &test, bool typed);
    /// The form in which the value is shown: as chosen where that fits it.
    [[nodiscard]] ValueForm form() const;

    ChoiceField *m_field;
    ChoiceField *m_operator;
    ChoiceField *m_value;
    ChoiceField *m_flag;
    ChoiceField *m_form;
    FlagField *m_ignoreCase;
    QLabel *m_found;
    Condition m_test;
    Json m_shownValue;
    bool m_isNoValue = false;
    std::optional<ValueForm> m_chosenForm;
};

} // namespace renum::ui
