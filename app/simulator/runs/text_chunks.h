// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/runs/seeded_random.h"

#include <QList>
#include <QString>

#include <chrono>

namespace renum::sim {

/// A piece of streamed text and how long the model takes to produce it.
struct TextChunk {
    QString text;
    std::chrono::microseconds delay { 0 };
};

/// Cuts a text into pieces of a few words, as a model streams it. The pieces joined are the text;
/// no piece ends inside a surrogate pair. `jitter` 0.3 varies each delay by ±30 %.
[[nodiscard]] QList<TextChunk> splitIntoChunks(
    const QString &text, double charsPerSecond, double jitter, SeededRandom &random);

} // namespace renum::sim
