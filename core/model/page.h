// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace renum {

/// Keyset page request: rows after the key of the last row seen, never an offset (design §5).
struct PageRequest {
    int limit = 50;
    QString after = {}; ///< opaque, from Page::next; empty for the first page
};

template<typename T>
struct Page {
    QList<T> items;
    QString next; ///< empty on the last page
};

} // namespace renum
