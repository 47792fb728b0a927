// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace renum {

/// A piece of an answer while it is being written (suna-api.md §5.4).
struct SunaChunk {
    QString eventId; ///< V3; empty elsewhere
    QString runKey; ///< names one model call (V2a) or run (V3)
    qint64 sequence = 0;
    QString text;
};

/// The piece in the data of an event when it has the plain form in which every family sends nearly
/// all of them. None otherwise, and then only SunaStreamReader's general way can tell what it is;
/// where there is a piece, that way finds the same one. Reads without building a tree, because a
/// thousand agents send twenty thousand of these a second. Any thread.
[[nodiscard]] std::optional<SunaChunk> readSunaChunk(QByteArrayView data);

} // namespace renum
