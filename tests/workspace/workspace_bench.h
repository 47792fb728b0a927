// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/local_workspace.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

#include <memory>

namespace renum::test {

/// A local workspace in a folder of its own.
class WorkspaceBench {
public:
    explicit WorkspaceBench(AgentConnection connection = NoConnection());

    /// Waits for the answer of a call.
    template<typename T>
    [[nodiscard]] Result<T> get(QCoro::Task<Result<T>> task)
    {
        auto answer = await(std::move(task));
        if (!answer)
            qFatal("a call did not end");
        return std::move(*answer);
    }
    [[nodiscard]] LocalWorkspace &operator*() const { return *workspace; }
    /// The interface, because its default arguments are only there.
    Workspace *operator->() const { return workspace.get(); }
    /// Closes the workspace and opens it again, as another process start would.
    void reopen();
    [[nodiscard]] static TeamDraft draft(const QString &name = QStringLiteral("Team"));

    QTemporaryDir dir;
    LocalWorkspaceOptions options;
    std::unique_ptr<LocalWorkspace> workspace;
};

/// Everything one subscription delivers.
class Listener : public QObject {
    Q_OBJECT

public:
    explicit Listener(std::unique_ptr<EventSubscription> subscription);
    /// Empty when seq runs from `first` without gap; else what is wrong.
    [[nodiscard]] QString flaw(qint64 first = 1) const;

    ExecutionEvents events;
    std::optional<Error> error;
    std::unique_ptr<EventSubscription> subscription;
};

/// Events of an execution as an engine with this owner would have written them: created, planned,
/// started, then `logs` entries.
[[nodiscard]] ExecutionEvents openExecution(
    const ExecutionId &id, const TeamDraft &draft, const QString &owner, int logs);

} // namespace renum::test
