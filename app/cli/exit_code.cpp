// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"

namespace renum::cli {

ExitCode exitCodeFor(const Error &error)
{
    switch (error.category) {
    case ErrorCategory::NetworkError:
    case ErrorCategory::AuthenticationError:
    case ErrorCategory::DependencyError:
        return ExitCode::Unreachable;
    case ErrorCategory::InvalidInput:
        return ExitCode::BadUsage;
    case ErrorCategory::UserCancelled:
        return ExitCode::Cancelled;
    case ErrorCategory::QuotaExceeded:
        return ExitCode::Budget;
    case ErrorCategory::AgentTimeout:
    case ErrorCategory::ResourceExhausted:
    case ErrorCategory::AgentCrash:
    case ErrorCategory::SystemError:
        return ExitCode::Failed;
    }
    Q_UNREACHABLE();
}

ExitCode exitCodeFor(const Execution &execution)
{
    switch (execution.status) {
    case ExecutionStatus::Completed:
        return ExitCode::Completed;
    case ExecutionStatus::Cancelled:
        return ExitCode::Cancelled;
    default:
        break;
    }
    // A run that failed because its input was wrong is a failed run, not bad usage.
    const ExitCode code = execution.error ? exitCodeFor(*execution.error) : ExitCode::Failed;
    return code == ExitCode::Budget || code == ExitCode::Unreachable ? code : ExitCode::Failed;
}

} // namespace renum::cli
