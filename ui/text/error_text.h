// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/problem.h"

#include <QStringList>

namespace renum::ui {

/// What happened and what to do, in the person's language. For a code without a sentence the
/// error's own English message.
[[nodiscard]] QString errorText(const Error &error);
/// For people who ask for help: code, category and the English message.
[[nodiscard]] QString errorDetails(const Error &error);
/// A finding about a team, in the person's language where its rule has a sentence.
[[nodiscard]] QString problemText(const Problem &problem);
/// The same without the agent in front, for places that show whom it is about.
[[nodiscard]] QString problemSentence(const Problem &problem);

/// The codes that have a sentence; a test compares them with core/model/error_codes.h.
[[nodiscard]] QStringList translatedErrorCodes();

} // namespace renum::ui
