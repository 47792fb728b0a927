// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/team/message_board.h"

namespace renum {

/// The messages between the agents of an execution (contract §1.5.10), folded from its events. An
/// event that cannot be read is left out, as it is when an execution is continued.
class MessageLog {
public:
    /// The next event, in order.
    void apply(const ExecutionEvent &event);
    /// Each request knows its reply, and each reply its request.
    [[nodiscard]] const MessageBoard &board() const noexcept { return m_board; }

private:
    MessageBoard m_board;
};

} // namespace renum
