// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_execution_controls.h"

#include <utility>

namespace renum {

LocalExecutionControls::LocalExecutionControls(LocalCaller caller, QObject *parent)
    : ExecutionControls(parent)
    , m_caller(std::move(caller))
{
}

} // namespace renum
