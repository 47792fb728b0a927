// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/sequence_diff.h"

#include <algorithm>
#include <cstdint>

namespace renum {

namespace {

using Position = std::int64_t;

Position sizeOf(const std::vector<int> &sequence)
{
    return static_cast<Position>(sequence.size());
}

/// The greedy search of Myers (1986): for each number of differences, how far one gets on each
/// diagonal. What was reached is kept, to walk back from the end.
class Search {
public:
    Search(const std::vector<int> &before, const std::vector<int> &after, Position most)
        : m_before(before)
        , m_after(after)
        , m_most(std::min(most, sizeOf(before) + sizeOf(after)))
    {
    }

    /// False when there are too many differences.
    bool reachEnd()
    {
        const Position end = sizeOf(m_before) - sizeOf(m_after);
        std::vector<Position> row;
        for (Position count = 0; count <= m_most; ++count) {
            row = nextRow(row, count);
            m_rows.push_back(row);
            const Position reached = diagonal(row, count, end);
            if (reached >= sizeOf(m_before))
                return true;
        }
        return false;
    }

    [[nodiscard]] std::vector<CommonRun> runs() const
    {
        std::vector<CommonRun> found;
        Position x = sizeOf(m_before);
        Position y = sizeOf(m_after);
        for (auto count = static_cast<Position>(m_rows.size()) - 1; count >= 0; --count) {
            const Position from = count > 0 ? stepStart(count, x - y) : 0;
            const Position length = x - from;
            if (length > 0) {
                found.push_back({ static_cast<std::size_t>(from),
                    static_cast<std::size_t>(y - length), static_cast<std::size_t>(length) });
            }
            if (count == 0)
                break;
            const bool inserted = comesFromAbove(m_rows[std::size_t(count) - 1], count, x - y);
            const Position before = inserted ? x - y + 1 : x - y - 1;
            x = diagonal(m_rows[std::size_t(count) - 1], count - 1, before);
            y = x - before;
        }
        std::ranges::reverse(found);
        return found;
    }

private:
    /// Rows hold the diagonals -count, -count + 2 … count.
    static Position diagonal(const std::vector<Position> &row, Position count, Position k)
    {
        if (k < -count || k > count || (k + count) % 2 != 0)
            return -1;
        return row[static_cast<std::size_t>((k + count) / 2)];
    }

    /// Whether one gets to diagonal `k` best by an insertion.
    static bool comesFromAbove(const std::vector<Position> &last, Position count, Position k)
    {
        return k == -count
            || (k != count && diagonal(last, count - 1, k - 1) < diagonal(last, count - 1, k + 1));
    }

    /// Where diagonal `k` is entered with that many differences.
    [[nodiscard]] Position stepStart(Position count, Position k) const
    {
        return entry(m_rows[static_cast<std::size_t>(count) - 1], count, k);
    }
    static Position entry(const std::vector<Position> &last, Position count, Position k)
    {
        return comesFromAbove(last, count, k) ? diagonal(last, count - 1, k + 1)
                                              : diagonal(last, count - 1, k - 1) + 1;
    }

    [[nodiscard]] std::vector<Position> nextRow(
        const std::vector<Position> &last, Position count) const
    {
        std::vector<Position> row;
        row.reserve(static_cast<std::size_t>(count) + 1);
        for (Position k = -count; k <= count; k += 2) {
            Position x = count == 0 ? 0 : entry(last, count, k);
            while (x < sizeOf(m_before) && x - k < sizeOf(m_after) && x - k >= 0
                && m_before[static_cast<std::size_t>(x)]
                    == m_after[static_cast<std::size_t>(x - k)])
                ++x;
            row.push_back(x);
        }
        return row;
    }

    const std::vector<int> &m_before;
    const std::vector<int> &m_after;
    Position m_most;
    std::vector<std::vector<Position>> m_rows; ///< by number of differences
};

} // namespace

std::optional<std::vector<CommonRun>> commonRuns(
    const std::vector<int> &before, const std::vector<int> &after, std::size_t mostDifferences)
{
    Search search(before, after, static_cast<Position>(mostDifferences));
    if (!search.reachEnd())
        return std::nullopt;
    return search.runs();
}

} // namespace renum
