// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/execution_archive.h"

namespace renum::ui {

/// ExecutionArchive of a FakeWorkspace.
class FakeExecutionArchive : public ExecutionArchive {
    Q_OBJECT

public:
    using ExecutionArchive::ExecutionArchive;
};

} // namespace renum::ui
