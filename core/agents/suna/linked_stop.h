// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

namespace renum {

/// A stop token that is requested when either of two others is. Lives in the frame of the task that
/// uses it.
class LinkedStop {
public:
    LinkedStop(const std::stop_token &first, const std::stop_token &second)
        : m_onFirst(first, [this] { m_source.request_stop(); })
        , m_onSecond(second, [this] { m_source.request_stop(); })
    {
    }
    LinkedStop(const LinkedStop &) = delete;
    LinkedStop &operator=(const LinkedStop &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_onFirst;
    std::stop_callback<std::function<void()>> m_onSecond;
};

} // namespace renum
