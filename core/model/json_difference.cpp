// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_difference.h"

#include "core/model/sequence_matches.h"

#include <QHash>

namespace renum {

namespace {

using Kind = JsonDifference::Kind;

JsonDifference onlyIn(Kind kind, const QString &key, const Json &value)
{
    return { kind, key, kind == Kind::Removed ? &value : nullptr,
        kind == Kind::Added ? &value : nullptr, {} };
}

QString place(std::size_t index)
{
    return QString::number(index);
}

/// Equal items have equal numbers.
std::vector<int> numbered(const Json &list, QHash<QByteArray, int> &numbers)
{
    std::vector<int> result;
    result.reserve(list.size());
    for (const Json &item : list) {
        const QByteArray text = canonicalJson(item);
        const int next = static_cast<int>(numbers.size());
        const auto known = numbers.constFind(text);
        result.push_back(known == numbers.cend() ? next : *known);
        if (known == numbers.cend())
            numbers.insert(text, next);
    }
    return result;
}

class Comparison {
public:
    explicit Comparison(int mostDepth)
        : m_mostDepth(mostDepth)
    {
    }

    JsonDifference compare(const QString &key, const Json &before, const Json &after, int depth)
    {
        if (before == after)
            return { Kind::Same, key, &before, &after, {} };
        JsonDifference difference { Kind::Changed, key, &before, &after, {} };
        if (depth < m_mostDepth && before.is_object() && after.is_object())
            difference.children = members(before, after, depth + 1);
        else if (depth < m_mostDepth && before.is_array() && after.is_array())
            difference.children = items(before, after, depth + 1);
        return difference;
    }

private:
    std::vector<JsonDifference> members(const Json &before, const Json &after, int depth)
    {
        std::vector<JsonDifference> found;
        auto left = before.begin();
        auto right = after.begin();
        while (left != before.end() || right != after.end()) {
            const bool gone
                = right == after.end() || (left != before.end() && left.key() < right.key());
            const bool fresh
                = left == before.end() || (right != after.end() && right.key() < left.key());
            const QString key = QString::fromStdString(gone ? left.key() : right.key());
            if (gone)
                found.push_back(onlyIn(Kind::Removed, key, *left));
            else if (fresh)
                found.push_back(onlyIn(Kind::Added, key, *right));
            else
                found.push_back(compare(key, *left, *right, depth));
            if (!fresh)
                ++left;
            if (!gone)
                ++right;
        }
        return found;
    }

    std::vector<JsonDifference> items(const Json &before, const Json &after, int depth)
    {
        QHash<QByteArray, int> numbers;
        const std::vector<int> left = numbered(before, numbers);
        const std::vector<int> right = numbered(after, numbers);
        std::vector<JsonDifference> found;
        SequenceMatch done;
        for (const SequenceMatch &match : sequenceMatches(left, right)) {
            between(found, before, after, done, match, depth);
            found.push_back(
                { Kind::Same, place(match.after), &before[match.before], &after[match.after], {} });
            done = { match.before + 1, match.after + 1 };
        }
        between(found, before, after, done, { before.size(), after.size() }, depth);
        return found;
    }

    /// Items at the same place between two that match are one item that changed.
    void between(std::vector<JsonDifference> &found, const Json &before, const Json &after,
        SequenceMatch from, SequenceMatch to, int depth)
    {
        while (from.before < to.before && from.after < to.after) {
            found.push_back(
                compare(place(from.after), before[from.before], after[from.after], depth));
            ++from.before;
            ++from.after;
        }
        for (; from.before < to.before; ++from.before)
            found.push_back(onlyIn(Kind::Removed, place(from.before), before[from.before]));
        for (; from.after < to.after; ++from.after)
            found.push_back(onlyIn(Kind::Added, place(from.after), after[from.after]));
    }

    int m_mostDepth;
};

} // namespace

JsonDifference jsonDifference(const Json &before, const Json &after, int mostDepth)
{
    return Comparison(mostDepth).compare({}, before, after, 0);
}

JsonDifferenceCount countOf(const JsonDifference &difference)
{
    switch (difference.kind) {
    case Kind::Same:
        return {};
    case Kind::Added:
        return { 0, 1, 0 };
    case Kind::Removed:
        return { 0, 0, 1 };
    case Kind::Changed:
        break;
    }
    if (!difference.isInside())
        return { 1, 0, 0 };
    JsonDifferenceCount sum;
    for (const JsonDifference &child : difference.children) {
        const JsonDifferenceCount inside = countOf(child);
        sum.changed += inside.changed;
        sum.added += inside.added;
        sum.removed += inside.removed;
    }
    return sum;
}

} // namespace renum
