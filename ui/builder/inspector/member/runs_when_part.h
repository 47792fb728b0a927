// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "ui/builder/inspector/inspector_part.h"

class QLabel;

namespace renum::ui {

class ConditionEditor;
class FlagField;
class MemberListField;
class SamplePicker;

/// When a member runs: after whom, if what holds, and whether somebody agrees first.
class RunsWhenPart : public InspectorPart {
    Q_OBJECT

public:
    explicit RunsWhenPart(const InspectorContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void refresh() override;
    [[nodiscard]] Problems showProblems(const Problems &problems) override;
    void forgetTyping() override;

private:
    void connectFields();
    void refreshDependencies(const std::vector<AgentId> &producers);
    void refreshConditions(const std::vector<AgentId> &producers);

    QLabel *m_heading;
    ConditionEditor *m_conditions;
    SamplePicker *m_samples;
    MemberListField *m_dependencies;
    FlagField *m_approval;
};

} // namespace renum::ui
