// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/execution_controls.h"
#include "core/workspace/local_caller.h"

namespace renum {

/// ExecutionControls of the embedded engine.
class LocalExecutionControls : public ExecutionControls {
    Q_OBJECT

public:
    explicit LocalExecutionControls(LocalCaller caller, QObject *parent = nullptr);

    [[nodiscard]] QCoro::Task<Result<Execution>> executePart(
        ExecuteRequest request, TeamPart part, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> skipStep(
        ExecutionId id, StepId step, std::optional<QString> value, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> retryStep(
        ExecutionId id, StepId step, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> sendMessage(
        ExecutionId id, AgentId agent, QString text, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> raiseCap(
        ExecutionId id, SpendingCap cap, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> setBreakpoints(
        ExecutionId id, Breakpoints breakpoints, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> continueToNext(
        ExecutionId id, std::stop_token stop) override;

private:
    LocalCaller m_caller;
};

} // namespace renum
