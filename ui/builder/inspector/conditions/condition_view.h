// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/workflow/editing/condition_tree.h"
#include "ui/builder/inspector/conditions/condition_texts.h"

#include <QKeySequence>
#include <QWidget>

#include <array>

class QAction;
class QToolButton;

namespace renum::ui {

class ConditionActions;
class Theme;

/// What a node of the tree is shown with.
struct ConditionDisplay {
    std::vector<ConditionField> fields;
    std::vector<Choice> fieldChoices;
    Problems problems; ///< paths from the list of conditions on
    const ConditionVerdict *verdict = nullptr; ///< of the node; none without data
};

/// Something that can be done with any node but the root, by a menu or by keys.
struct ConditionCommand {
    const char *name;
    const char *text; ///< in the context of ConditionView
    QKeySequence keys;
    void (*act)(ConditionActions &actions, const ConditionPath &path);
};
[[nodiscard]] const std::array<ConditionCommand, 4> &conditionCommands();

/// One node of a tree of conditions, with a menu for what can be done with it.
class ConditionView : public QWidget {
    Q_OBJECT

public:
    /// `actions` outlives this.
    ConditionView(
        ConditionActions *actions, ConditionPath path, Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] const ConditionPath &path() const noexcept { return m_path; }
    /// Whether it can show this without being made anew.
    [[nodiscard]] virtual bool fits(const ConditionNode &node) const = 0;
    virtual void show(const ConditionNode &node, const ConditionDisplay &display) = 0;
    using QWidget::show;
    virtual void retranslate();
    /// The view of a node below; null when there is none.
    [[nodiscard]] virtual ConditionView *viewAt(const ConditionPath &path);

protected:
    [[nodiscard]] ConditionActions &actions() const { return *m_actions; }
    [[nodiscard]] Theme *theme() const noexcept { return m_theme; }
    /// With every command, and the keys that the editor has for it.
    [[nodiscard]] QToolButton *makeMenu();

private:
    struct Entry {
        QAction *action;
        const char *text;
        QKeySequence keys;
    };
    ConditionActions *m_actions;
    ConditionPath m_path;
    Theme *m_theme;
    QToolButton *m_menu = nullptr;
    std::vector<Entry> m_entries;
};

} // namespace renum::ui
