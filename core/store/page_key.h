// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/model/timestamp.h"

#include <QString>

namespace renum {

/// Where a page of a list "newest first" ended: the time and id of its last row.
struct PageKey {
    Timestamp time;
    QString id;

    /// The opaque text of Page::next.
    [[nodiscard]] QString toText() const;
    /// Empty text is the beginning. Errors: validation_error.
    [[nodiscard]] static Result<PageKey> fromText(const QString &text);
};

/// At least 1, at most 1000 rows.
[[nodiscard]] int pageLimit(int asked);

} // namespace renum
