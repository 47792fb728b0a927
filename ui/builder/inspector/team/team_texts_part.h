// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/inspector_part.h"

namespace renum::ui {

class ChoiceField;
class LongTextField;
class TextField;

/// What a team is called and is for, and the model of all who choose none.
class TeamTextsPart : public InspectorPart {
    Q_OBJECT

public:
    explicit TeamTextsPart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;

private:
    void changeModel(const QString &model, const QString &mergeKey);

    TextField *m_name;
    LongTextField *m_description;
    ChoiceField *m_model;
};

} // namespace renum::ui
