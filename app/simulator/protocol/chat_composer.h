// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/chat_answer.h"
#include "app/simulator/protocol/chat_request.h"
#include "app/simulator/protocol/run_composer.h"

#include <QStringList>

#include <optional>

namespace renum::sim {

/// One answer of the model to one chat request, on the wire.
struct ChatComposition {
    Timeline timeline; ///< the chunks of a streamed answer
    WireJson body; ///< the answer in one piece
    QStringList toolCalls; ///< ids that it gave out
    ChatPosition position; ///< behind the answer
    /// The provider fails before it has said anything.
    std::optional<ServerResponse> refusal;
};

/// Pure. Plays the answer at `position` of the plan. A tool that the request
/// offers ends an answer, together with the tools that follow without a word in between; one that
/// it does not offer only takes its time. The run ends as `completed`, `failed` (told in the
/// stream) or `broken` (not told).
[[nodiscard]] ChatComposition composeChat(
    const Composition &composition, const ChatRequest &request, ChatPosition position);

} // namespace renum::sim
