// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/executor.h"

#include <memory>
#include <utility>

namespace renum {

/// Gives a worker without a thread of its own its turns, one for each time it asks. Turns that are
/// still owed when this is destroyed never come.
class Turns {
public:
    Turns(Executor executor, std::function<void()> work)
        : m_executor(std::move(executor))
        , m_work(std::make_shared<std::function<void()>>(std::move(work)))
    {
    }

    void ask() const
    {
        m_executor([work = std::weak_ptr(m_work)] {
            if (const auto alive = work.lock())
                (*alive)();
        });
    }

private:
    Executor m_executor;
    std::shared_ptr<std::function<void()>> m_work;
};

} // namespace renum
