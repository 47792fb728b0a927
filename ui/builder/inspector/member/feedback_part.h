// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/inspector_part.h"

class QLabel;

namespace renum::ui {

class ChoiceField;
class ConditionEditor;
class NumberField;

/// To whom a member sends work back, when, and how often (contract §3.9).
class FeedbackPart : public InspectorPart {
    Q_OBJECT

public:
    explicit FeedbackPart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool applies() const override;
    void retranslate() override;
    void refresh() override;
    [[nodiscard]] Problems showProblems(const Problems &problems) override;
    void forgetTyping() override;

private:
    void connectFields();
    void changeReceiver(const QString &id);

    ChoiceField *m_to;
    QLabel *m_heading;
    ConditionEditor *m_conditions;
    NumberField *m_rounds;
};

} // namespace renum::ui
