// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <memory>
#include <stop_token>

namespace renum {

/// Owner of coroutine tasks, usually a member declared last. Counts them, logs an exception that
/// escapes as critical, and requests stop when it is destroyed. It does not wait: tasks guard
/// themselves with QPointer after every await.
class TaskScope {
public:
    TaskScope();
    ~TaskScope();
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;

    /// Takes the task over. It has already run up to its first suspension.
    void start(QCoro::Task<> task);
    [[nodiscard]] std::stop_token token() const;
    void requestStop();
    [[nodiscard]] int running() const;

private:
    struct State;
    static QCoro::Task<> watch(std::shared_ptr<State> state, QCoro::Task<> task);

    std::shared_ptr<State> m_state;
};

} // namespace renum
