// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <string>

namespace renum {

/// Appends what canonicalJson() promises. The same bytes as the library's own writer, several times
/// faster with long texts: the prompts and answers of agents are written and hashed all the time.
void appendCompactJson(std::string &out, const Json &value);
/// The same for a string, without a value around it.
void appendCompactString(std::string &out, const QString &text);

} // namespace renum
