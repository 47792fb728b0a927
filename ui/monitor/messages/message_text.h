// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/messages/message_flow.h"

#include <QString>

/// What messages are called. Pure.
namespace renum::ui {

/// "request", "reply" …
[[nodiscard]] QString kindText(MessageType type);
/// The name of a member or a person; "System" and "Everyone" where there is none.
[[nodiscard]] QString senderText(const MessageFlow &flow, const TeamMessage &message);
[[nodiscard]] QString recipientText(const MessageFlow &flow, const TeamMessage &message);
/// What it says, in one line.
[[nodiscard]] QString lineOf(const TeamMessage &message);
/// What it says, in full; what is no text as indented JSON in a fence.
[[nodiscard]] QString bodyOf(const TeamMessage &message);
/// "2.4 s later", "no answer in time", "no answer yet", "unread", "too late"; empty when there is
/// nothing to say.
[[nodiscard]] QString outcomeText(const MessageFlow &flow, const FlowMessage &message);
/// All of it in one sentence, for screen readers.
[[nodiscard]] QString spokenText(const MessageFlow &flow, const FlowMessage &message);

} // namespace renum::ui
