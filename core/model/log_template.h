// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

namespace renum {

/// A value in a sentence: texts as they are, others as JSON; nothing for none.
[[nodiscard]] QString plain(const Json *value);

/// The sentence with the members of `data` that it names in braces. One pass: braces in a value are
/// text.
[[nodiscard]] QString filled(const char *sentence, const Json &data);

} // namespace renum
