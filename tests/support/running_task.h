// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"

#include <QCoroTask>

#include <memory>
#include <optional>
#include <utility>

namespace renum::test {

/// Runs a task and keeps its result: `QTRY_VERIFY(run.done()); run.value()`.
template<typename T>
class RunningTask {
public:
    explicit RunningTask(QCoro::Task<T> task) { m_scope.start(keep(m_result, std::move(task))); }

    [[nodiscard]] bool done() const { return m_result->has_value(); }
    [[nodiscard]] const T &value() const { return m_result->value(); }

private:
    static QCoro::Task<> keep(std::shared_ptr<std::optional<T>> result, QCoro::Task<T> task)
    {
        T value = co_await task;
        result->emplace(std::move(value));
    }

    std::shared_ptr<std::optional<T>> m_result = std::make_shared<std::optional<T>>();
    TaskScope m_scope;
};

} // namespace renum::test
