// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace renum::sim {

/// Version families of Suna (suna-api §0), of which V4 is there to be recognised only, and the chat
/// endpoint that is none of them.
enum class Family { V1, V2a, V2b, V3, V4, OpenAi };

/// V1 and V2a: runs begin by `/agent/initiate`, tools are XML in the text, streams are replayed
/// whole and know no keep-alive (suna-api §5.4, §5.5).
[[nodiscard]] bool isEarly(Family family);

/// How a model calls tools: beside its text, or as XML in it. V2b has both (suna-api §9.1).
enum class ToolForm { Native, Xml };

/// What the simulator plays.
struct Profile {
    Family family = Family::V3;
    QString prefix; ///< of every route but `/openapi.json`, for example `/v1`
    ToolForm toolForm = ToolForm::Native;
};

/// The profile named on the command line.
[[nodiscard]] std::optional<Profile> profileByName(const QString &name);
[[nodiscard]] QString familyName(Family family);
/// All names, as a person reads them: "v3, v2a or …".
[[nodiscard]] QString profileNames();

} // namespace renum::sim
