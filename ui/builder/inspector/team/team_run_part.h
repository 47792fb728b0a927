// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/inspector_part.h"

#include <functional>

namespace renum {
struct WorkflowConfig;
}

namespace renum::ui {

class ChoiceField;
class FlagField;
class NumberField;

/// How a team runs as a whole (contract §3.8).
class TeamRunPart : public InspectorPart {
    Q_OBJECT

public:
    explicit TeamRunPart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;

private:
    void connectFields();
    void change(const QString &step, const QString &key,
        const std::function<void(WorkflowConfig &)> &change);
    void refreshFinalResult();

    ChoiceField *m_failure;
    ChoiceField *m_finalResult;
    NumberField *m_parallel;
    NumberField *m_rounds;
    FlagField *m_failFast;
    FlagField *m_deepMerge;
};

} // namespace renum::ui
