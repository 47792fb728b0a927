// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/execution_controls.h"

namespace renum::ui {

/// ExecutionControls of a FakeWorkspace.
class FakeExecutionControls : public ExecutionControls {
    Q_OBJECT

public:
    using ExecutionControls::ExecutionControls;
};

} // namespace renum::ui
