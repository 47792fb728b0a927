// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/engine_call.h"

#include <memory>
#include <stop_token>
#include <utility>

namespace renum {

/// Lets the front end's thread ask the engine's. Copies ask the same engine.
class LocalCaller {
public:
    /// `closing` is requested when the workspace closes: then nothing is answered any more.
    LocalCaller(std::shared_ptr<EngineLink> link, std::stop_token closing)
        : m_link(std::move(link))
        , m_closing(std::move(closing))
    {
    }

    template<typename T>
    QCoro::Task<Result<T>> call(EngineWork<T> work, const std::stop_token &stop) const
    {
        return callEngine<T>(m_link, std::move(work), stop, m_closing);
    }

private:
    std::shared_ptr<EngineLink> m_link;
    std::stop_token m_closing;
};

} // namespace renum
