// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/page.h"

#include <memory>

namespace renum::ui {

class Theme;

/// Executions, and one of them live: graph, agents' output, timeline, log, result (features EM-01
/// …).
class MonitorPage : public Page {
    Q_OBJECT

public:
    MonitorPage(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);
    ~MonitorPage() override;

    [[nodiscard]] static PageEntry entry();

    [[nodiscard]] QWidget *headerWidget() const override;
    void activated() override;

    /// Opens an execution and follows it from its first event.
    void showExecution(const ExecutionId &id);

signals:
    /// The person wants the same team and prompt once more.
    void runAgainRequested(const renum::TeamId &team, const QString &prompt);

private:
    void build();
    void openExecution(const ExecutionId &id);
    void onAdvanced(const ExecutionEvents &events);
    void onInterruptedChanged();
    void onFailed(const Error &error);
    void onTick();
    void setListShown(bool shown);
    void askToStop();
    void runAgain();
    void updateHeader();
    void askToRerun(const StepId &step);
    void pause();
    void goOn();
    QCoro::Task<> stop(ExecutionId id);
    QCoro::Task<> pause(ExecutionId id);
    QCoro::Task<> goOn(ExecutionId id);
    QCoro::Task<> resume(ExecutionId id);
    QCoro::Task<> retry(ExecutionId id);
    QCoro::Task<> rerun(ExecutionId id, StepId step, std::optional<QString> input);
    void showStarted(const ExecutionId &from, const Result<Execution> &started);
    /// Shows what went wrong with a request about an execution, when it is still the one shown.
    void showAnswer(const ExecutionId &id, const Result<void> &answer);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum::ui
