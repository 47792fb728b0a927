// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace renum {

/// One fenced block of a Markdown text.
struct FencedBlock {
    QString label; ///< the first word of the opening line, in lower case
    QString text; ///< its lines, each ended by a line feed; empty when tooLarge
    bool tooLarge = false;
    bool open = false; ///< the text ended before the closing fence
};

/// Finds fenced blocks with wanted labels in a text that comes in pieces. Fences are those of
/// Markdown: three or more backticks or tildes, closed by at least as many of the same kind alone
/// on a line; what stands inside another block is text. Takes CR LF and LF. Memory is bounded: what
/// is not wanted is not kept.
class FenceScanner {
public:
    explicit FenceScanner(qsizetype maxUnits)
        : m_maxUnits(maxUnits)
    {
    }

    /// Consumes the start of `text` until a block is complete; none when all was consumed.
    [[nodiscard]] std::optional<FencedBlock> feed(QStringView &text);
    /// Takes the last line for complete. A block that is still open comes out as such.
    [[nodiscard]] std::optional<FencedBlock> endLine();
    [[nodiscard]] std::optional<FencedBlock> finish();

private:
    [[nodiscard]] std::optional<FencedBlock> takeLine();
    [[nodiscard]] bool isWanted() const;
    void openFence(QStringView line);
    void keep(QStringView line);

    qsizetype m_maxUnits;
    QString m_line; ///< the current one, without what is not needed of it
    FencedBlock m_block;
    QChar m_fence; ///< null outside of blocks
    qsizetype m_fenceLength = 0;
};

} // namespace renum
