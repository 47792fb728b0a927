// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit_entry.h"
#include "core/model/error_statistics.h"
#include "core/model/execution_error.h"
#include "core/model/log_entry.h"
#include "core/team/team_message.h"
#include "core/workflow/context_at.h"
#include "core/workflow/context_history.h"

#include <QStringList>

/// What an execution left, in lines for a person. Safe to print.
namespace renum::cli {

[[nodiscard]] QStringList contextLines(const ContextState &state);
[[nodiscard]] QStringList historyLines(const ContextVersion &version);
[[nodiscard]] QStringList messageLines(const TeamMessage &message);
[[nodiscard]] QStringList logLines(const LogEntry &entry);
[[nodiscard]] QStringList errorLines(const ExecutionError &error);
[[nodiscard]] QStringList statisticsLines(const ErrorStatistics &statistics, int executions);
[[nodiscard]] QString auditLine(const AuditEntry &entry);

} // namespace renum::cli
