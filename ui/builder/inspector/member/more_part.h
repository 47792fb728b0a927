// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/inspector_part.h"

namespace renum::ui {

class ChoiceField;
class FlagField;
class JsonField;

/// What few people change of a member: tools, thinking, the form of its answer, and whether it
/// takes part at all.
class MorePart : public InspectorPart {
    Q_OBJECT

public:
    explicit MorePart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;

private:
    void connectFields();

    FlagField *m_active;
    ChoiceField *m_tools;
    ChoiceField *m_thinking;
    ChoiceField *m_effort;
    JsonField *m_schema;
};

} // namespace renum::ui
