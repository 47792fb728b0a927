// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/conditions/condition_view.h"

class QPushButton;
class QVBoxLayout;

namespace renum::ui {

/// A group: how many of its parts must hold, the parts, and buttons for more of them.
class ConditionGroup : public ConditionView {
    Q_OBJECT

public:
    ConditionGroup(
        ConditionActions *actions, ConditionPath path, Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] bool fits(const ConditionNode &node) const override;
    void show(const ConditionNode &node, const ConditionDisplay &display) override;
    void retranslate() override;
    [[nodiscard]] ConditionView *viewAt(const ConditionPath &path) override;

private:
    void makeHead();
    void makeButtons();
    void makeParts(const ConditionNode &node);
    void showVerdict(const ConditionVerdict *verdict);

    ChoiceField *m_kind;
    QVBoxLayout *m_partsLayout;
    QPushButton *m_addTest;
    QPushButton *m_addGroup;
    std::vector<ConditionView *> m_parts;
};

} // namespace renum::ui
