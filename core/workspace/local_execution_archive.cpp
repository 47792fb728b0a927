// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_execution_archive.h"

#include <utility>

namespace renum {

LocalExecutionArchive::LocalExecutionArchive(LocalCaller caller, QObject *parent)
    : ExecutionArchive(parent)
    , m_caller(std::move(caller))
{
}

} // namespace renum
