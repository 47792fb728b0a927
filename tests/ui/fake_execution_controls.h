// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/execution_controls.h"
#include "core/workspace/workspace.h"

#include <QList>
#include <QStringList>

#include <utility>

namespace renum::ui {

/// ExecutionControls of a FakeWorkspace, which is its parent: writes down what it is asked, and
/// answers as it is told.
class FakeExecutionControls : public ExecutionControls {
    Q_OBJECT

public:
    using ExecutionControls::ExecutionControls;

    QStringList calls; ///< "skip step value", "retry step", "message agent text" and the like
    Result<void> answer; ///< to the next call
    Breakpoints breakpoints; ///< as they were set last
    std::optional<SpendingCap> cap; ///< as it was set last

    [[nodiscard]] QCoro::Task<Result<void>> skipStep(
        ExecutionId, StepId step, std::optional<QString> value, std::stop_token) override
    {
        co_return note(
            QStringLiteral("skip %1 %2").arg(step.toString(), value.value_or(QStringLiteral("-"))));
    }
    [[nodiscard]] QCoro::Task<Result<void>> retryStep(
        ExecutionId, StepId step, std::stop_token) override
    {
        co_return note(QStringLiteral("retry %1").arg(step.toString()));
    }
    [[nodiscard]] QCoro::Task<Result<void>> sendMessage(
        ExecutionId, AgentId agent, QString text, std::stop_token) override
    {
        co_return note(QStringLiteral("message %1 %2").arg(agent.toString(), text));
    }
    [[nodiscard]] QCoro::Task<Result<void>> raiseCap(
        ExecutionId, SpendingCap wanted, std::stop_token) override
    {
        cap = wanted;
        co_return note(QStringLiteral("cap"));
    }
    [[nodiscard]] QCoro::Task<Result<void>> setBreakpoints(
        ExecutionId, Breakpoints wanted, std::stop_token) override
    {
        breakpoints = std::move(wanted);
        co_return note(QStringLiteral("breakpoints %1").arg(breakpoints.size()));
    }
    [[nodiscard]] QCoro::Task<Result<void>> continueToNext(ExecutionId, std::stop_token) override
    {
        co_return note(QStringLiteral("next"));
    }

    QList<TeamPart> parts; ///< of executePart

    [[nodiscard]] QCoro::Task<Result<Execution>> executePart(
        ExecuteRequest request, TeamPart part, std::stop_token stop) override
    {
        parts.append(std::move(part));
        return qobject_cast<Workspace *>(parent())->execute(std::move(request), stop);
    }

private:
    Result<void> note(const QString &call)
    {
        calls.append(call);
        return std::exchange(answer, Result<void>());
    }
};

} // namespace renum::ui
