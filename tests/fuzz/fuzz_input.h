// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdio>
#include <cstdlib>

namespace renum::fuzz {

/// The bytes of one run: the first says how the rest is cut into pieces.
class FuzzInput {
public:
    FuzzInput(const unsigned char *data, size_t size)
        : m_bytes(reinterpret_cast<const char *>(data), qsizetype(size))
    {
    }

    [[nodiscard]] QByteArrayView whole() const { return m_bytes.sliced(m_bytes.isEmpty() ? 0 : 1); }
    /// Lengths of pieces, repeatable and of every kind: 1, many, and changing ones.
    [[nodiscard]] qsizetype pieceAt(qsizetype offset) const
    {
        const int seed = m_bytes.isEmpty() ? 0 : static_cast<unsigned char>(m_bytes[0]);
        return seed < 128 ? 1 + seed % 16 : 1 + (seed * 31 + offset * 7) % 97;
    }

private:
    QByteArrayView m_bytes;
};

/// Ends the program when something that must hold does not, so that the fuzzer keeps the input.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace renum::fuzz
