// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sequence_matches.h"

#include <algorithm>

namespace renum {

namespace {

using Items = std::span<const int>;

/// Greedy search for the shortest way from the beginning of both sequences to their ends (Myers,
/// "An O(ND) difference algorithm", 1986). A diagonal is the difference of the two positions; of
/// each, the furthest position that so many edits reach is kept.
class ShortestWay {
public:
    ShortestWay(Items before, Items after, int mostEdits)
        : m_before(before)
        , m_after(after)
        , m_mostEdits(mostEdits)
    {
        search();
    }

    /// Matches along the way, last first.
    [[nodiscard]] std::vector<SequenceMatch> matchesBackwards() const;
    /// How far the search came; the end unless it took too many edits.
    [[nodiscard]] SequenceMatch reached() const
    {
        return { index(m_end), index(m_end - m_diagonal) };
    }

private:
    /// Furthest positions in `before`; of diagonal k at k + size / 2.
    using Front = std::vector<int>;

    static std::size_t index(int value) { return static_cast<std::size_t>(value); }
    [[nodiscard]] static int at(const Front &front, int diagonal)
    {
        const int place = diagonal + static_cast<int>(front.size() / 2);
        return place < 0 || place >= static_cast<int>(front.size()) ? -1 : front[index(place)];
    }
    /// Whether the way to that diagonal comes by an item of `after`.
    [[nodiscard]] static bool comesByAdding(const Front &last, int diagonal)
    {
        return at(last, diagonal + 1) > at(last, diagonal - 1);
    }
    [[nodiscard]] int slide(int position, int diagonal) const;
    [[nodiscard]] bool isInside(int position, int diagonal) const
    {
        return position >= 0 && position <= static_cast<int>(m_before.size())
            && position - diagonal >= 0 && position - diagonal <= static_cast<int>(m_after.size());
    }
    void search();
    bool advance(int edits);

    Items m_before;
    Items m_after;
    int m_mostEdits;
    std::vector<Front> m_fronts; ///< one for each number of edits
    int m_end = 0; ///< in `before`
    int m_diagonal = 0;
};

int ShortestWay::slide(int position, int diagonal) const
{
    const int end = static_cast<int>(std::min(
        m_before.size(), m_after.size() + static_cast<std::size_t>(std::max(0, diagonal))));
    while (position < end && position - diagonal < static_cast<int>(m_after.size())
        && m_before[index(position)] == m_after[index(position - diagonal)])
        ++position;
    return position;
}

void ShortestWay::search()
{
    for (int edits = 0; edits <= m_mostEdits; ++edits) {
        if (advance(edits))
            return;
    }
    // Too different: the position that is furthest in both together.
    int best = -1;
    const int edits = static_cast<int>(m_fronts.size()) - 1;
    for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        const int position = at(m_fronts.back(), diagonal);
        if (isInside(position, diagonal) && 2 * position - diagonal > best) {
            best = 2 * position - diagonal;
            m_end = position;
            m_diagonal = diagonal;
        }
    }
}

/// True when the end is reached.
bool ShortestWay::advance(int edits)
{
    Front front(index(2 * edits + 1), -1);
    const int goal = static_cast<int>(m_before.size()) - static_cast<int>(m_after.size());
    for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        int position = 0;
        if (edits > 0) {
            const Front &last = m_fronts.back();
            position = comesByAdding(last, diagonal) ? at(last, diagonal + 1)
                                                     : at(last, diagonal - 1) + 1;
        }
        if (!isInside(position, diagonal))
            continue;
        position = slide(position, diagonal);
        front[index(diagonal + edits)] = position;
        if (diagonal == goal && position == static_cast<int>(m_before.size())) {
            m_fronts.push_back(std::move(front));
            m_end = position;
            m_diagonal = diagonal;
            return true;
        }
    }
    m_fronts.push_back(std::move(front));
    return false;
}

std::vector<SequenceMatch> ShortestWay::matchesBackwards() const
{
    std::vector<SequenceMatch> matches;
    int position = m_end;
    int diagonal = m_diagonal;
    for (int edits = static_cast<int>(m_fronts.size()) - 1; edits >= 0; --edits) {
        int begin = 0; // of the slide on this diagonal
        int from = diagonal;
        if (edits > 0) {
            const Front &last = m_fronts[index(edits - 1)];
            const bool added = comesByAdding(last, diagonal);
            from = added ? diagonal + 1 : diagonal - 1;
            begin = added ? at(last, from) : at(last, from) + 1;
        }
        while (position > begin) {
            --position;
            matches.push_back({ index(position), index(position - diagonal) });
        }
        position = from > diagonal ? begin : begin - 1;
        diagonal = from;
    }
    return matches;
}

std::size_t commonStart(Items before, Items after)
{
    return static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
}

} // namespace

std::vector<SequenceMatch> sequenceMatches(
    std::span<const int> before, std::span<const int> after, int mostEdits)
{
    std::vector<SequenceMatch> matches;
    SequenceMatch done;
    const auto rest = [](Items items, std::size_t from) { return items.subspan(from); };
    while (done.before < before.size() && done.after < after.size()) {
        const std::size_t same = commonStart(rest(before, done.before), rest(after, done.after));
        for (std::size_t i = 0; i < same; ++i, ++done.before, ++done.after)
            matches.push_back(done);
        const ShortestWay way(rest(before, done.before), rest(after, done.after), mostEdits);
        std::vector<SequenceMatch> found = way.matchesBackwards();
        for (auto match = found.rbegin(); match != found.rend(); ++match)
            matches.push_back({ match->before + done.before, match->after + done.after });
        const SequenceMatch reached = way.reached();
        done = { done.before + reached.before, done.after + reached.after };
    }
    return matches;
}

} // namespace renum
