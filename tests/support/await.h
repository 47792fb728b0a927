// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"

#include <QCoroTask>
#include <QTest>

#include <memory>
#include <optional>

namespace renum::test {

namespace detail {

template<typename T>
QCoro::Task<> keep(QCoro::Task<T> task, std::shared_ptr<std::optional<T>> slot)
{
    T value = co_await task;
    slot->emplace(std::move(value));
}

} // namespace detail

/// Runs the event loop until the task has an answer; none when that takes too long.
template<typename T>
[[nodiscard]] std::optional<T> await(QCoro::Task<T> task, int timeoutMs = 60'000)
{
    const auto slot = std::make_shared<std::optional<T>>();
    TaskScope scope;
    scope.start(detail::keep<T>(std::move(task), slot));
    static_cast<void>(QTest::qWaitFor([&slot] { return slot->has_value(); }, timeoutMs));
    return *slot;
}

} // namespace renum::test
