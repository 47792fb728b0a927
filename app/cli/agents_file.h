// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/local_agent.h"
#include "core/model/result.h"

#include <QString>

namespace renum::cli {

/// Reads agents that a person has defined: a JSON array, each as core/model/local_agent_codec.h
/// has it, with ids of their own. Errors: those of readJsonFile(); local_agent_invalid with every
/// problem in one sentence.
[[nodiscard]] Result<LocalAgentList> readAgentsFile(const QString &path);

} // namespace renum::cli
