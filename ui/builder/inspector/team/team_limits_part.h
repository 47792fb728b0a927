// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/inspector_part.h"

namespace renum::ui {

class NumberField;

/// How long a run of a team, and each of its steps, may take.
class TeamLimitsPart : public InspectorPart {
    Q_OBJECT

public:
    explicit TeamLimitsPart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;

private:
    NumberField *m_step;
    NumberField *m_execution;
};

} // namespace renum::ui
