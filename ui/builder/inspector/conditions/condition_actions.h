// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/condition_tree.h"

namespace renum::ui {

/// What the rows and groups of a condition editor ask for. `path` is where the asking one is.
class ConditionActions {
public:
    ConditionActions() = default;
    ConditionActions(const ConditionActions &) = delete;
    ConditionActions &operator=(const ConditionActions &) = delete;
    virtual ~ConditionActions() = default;

    enum class Change { Typed, Chosen };
    virtual void changeTest(const ConditionPath &path, const Condition &test, Change change) = 0;
    virtual void changeKind(const ConditionPath &path, ConditionNode::Kind kind) = 0;
    virtual void addTest(const ConditionPath &group) = 0;
    virtual void addGroup(const ConditionPath &group) = 0;
    virtual void remove(const ConditionPath &path) = 0;
    virtual void putIntoGroup(const ConditionPath &path) = 0;
    virtual void move(const ConditionPath &path, ConditionMove move) = 0;
    virtual void leave() = 0;
};

} // namespace renum::ui
