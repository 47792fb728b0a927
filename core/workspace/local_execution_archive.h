// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/execution_archive.h"
#include "core/workspace/local_caller.h"

namespace renum {

/// ExecutionArchive of the embedded engine.
class LocalExecutionArchive : public ExecutionArchive {
    Q_OBJECT

public:
    explicit LocalExecutionArchive(LocalCaller caller, QObject *parent = nullptr);

private:
    LocalCaller m_caller;
};

} // namespace renum
