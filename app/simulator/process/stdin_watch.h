// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace renum::sim {

/// Calls back, on the thread that made it, once standard input has reached its end. What comes in
/// before is thrown away.
class StdinWatch {
public:
    explicit StdinWatch(std::function<void()> closed);
    ~StdinWatch();
    StdinWatch(const StdinWatch &) = delete;
    StdinWatch &operator=(const StdinWatch &) = delete;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace renum::sim
