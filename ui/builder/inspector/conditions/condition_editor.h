// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/sample_run.h"
#include "ui/builder/inspector/conditions/condition_actions.h"
#include "ui/builder/inspector/conditions/condition_view.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;

namespace renum::ui {

class ConditionGroup;
class Theme;

/// Edits conditions as nested groups, and says whether they hold with given data and why. Changes
/// are only told; what is shown is what show() was given last.
class ConditionEditor : public QWidget, private ConditionActions {
    Q_OBJECT

public:
    explicit ConditionEditor(Theme *theme, QWidget *parent = nullptr);

    struct Content {
        std::vector<Condition> conditions;
        std::vector<ConditionField> fields;
        const WorkflowDefinition *workflow = nullptr; ///< borrowed while it is shown
        const SampleRun *sample = nullptr; ///< to try them with; may be null
        std::optional<InputSpec> input; ///< that short paths begin at (contract §3.6)
        /// While there are no conditions: gives the fields when the first one is added.
        std::function<std::vector<ConditionField>()> laterFields = {};
    };
    void show(const Content &content);
    using QWidget::show;
    /// Paths from the list of conditions on.
    void setProblems(const Problems &problems);
    void retranslate();
    /// What was typed and is no value is forgotten: other conditions come.
    void forgetTyping();
    /// Names the buttons and fields for screen readers and tests.
    void setName(const QString &name);

signals:
    /// `key` is for merging what is typed; empty for everything else.
    void edited(const std::vector<renum::Condition> &conditions, const QString &key);
    void left();

private:
    void changeTest(const ConditionPath &path, const Condition &test, Change change) override;
    void changeKind(const ConditionPath &path, ConditionNode::Kind kind) override;
    void addTest(const ConditionPath &group) override;
    void addGroup(const ConditionPath &group) override;
    void remove(const ConditionPath &path) override;
    void putIntoGroup(const ConditionPath &path) override;
    void move(const ConditionPath &path, ConditionMove move) override;
    void leave() override;

    /// Tells the change, then looks at the changed node.
    void tell(const ConditionTreeEdit &edit);
    /// The innermost node that has the focus, or nullptr.
    [[nodiscard]] const ConditionView *focusedView() const;
    void showTree();
    void showReasons();
    [[nodiscard]] Condition newTest() const;

    Theme *m_theme;
    ConditionGroup *m_group;
    QLabel *m_excluded;
    QLabel *m_verdict;
    ConditionNode m_root;
    ConditionDisplay m_display;
    std::function<std::vector<ConditionField>()> m_laterFields;
    std::optional<ConditionVerdict> m_judged;
};

} // namespace renum::ui
