// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renum {

/// Replaces what looks like a secret (bearer tokens, `sk-…`, `rnm_…`, `pk_…:sk_…`, JWT shapes,
/// values of token, api_key, password and Authorization) by `•••`. Contract §8.5.
[[nodiscard]] QString redact(const QString &text);

} // namespace renum
