// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/word_diff.h"

#include "core/workflow/editing/sequence_diff.h"

#include <QHash>
#include <QStringView>

#include <utility>

namespace renum {

namespace {

using Kind = TextPiece::Kind;
using Parts = std::vector<QStringView>;

/// Beyond that the time would be felt, and nobody could read the result.
constexpr std::size_t MostLineDifferences = 1000;
constexpr std::size_t MostWordDifferences = 1000;

Parts linesOf(QStringView text)
{
    Parts lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(u'\n');
        const qsizetype length = end < 0 ? text.size() : end + 1;
        lines.push_back(text.first(length));
        text = text.sliced(length);
    }
    return lines;
}

enum class CharClass { Word, Space, Other };

CharClass classOf(QChar c)
{
    if (c.isSpace())
        return c == u'\n' ? CharClass::Other : CharClass::Space;
    // Half a character beyond the first 65536 stays with its other half.
    return c.isLetterOrNumber() || c.isMark() || c == u'_' || c.isSurrogate() ? CharClass::Word
                                                                              : CharClass::Other;
}

/// Words, gaps, and every other character.
Parts wordsOf(QStringView text)
{
    Parts words;
    while (!text.isEmpty()) {
        const CharClass first = classOf(text.front());
        qsizetype length = 1;
        while (first != CharClass::Other && length < text.size() && classOf(text[length]) == first)
            ++length;
        words.push_back(text.first(length));
        text = text.sliced(length);
    }
    return words;
}

/// Numbers for parts, the same for the same text.
class Numbers {
public:
    std::vector<int> of(const Parts &parts)
    {
        std::vector<int> numbers;
        numbers.reserve(parts.size());
        for (const QStringView part : parts) {
            const auto known = m_known.constFind(part);
            const int number = known == m_known.cend() ? static_cast<int>(m_known.size()) : *known;
            m_known.insert(part, number);
            numbers.push_back(number);
        }
        return numbers;
    }

private:
    QHash<QStringView, int> m_known;
};

/// Either something that both have, or what one has in the place of the other.
struct Step {
    QString same;
    QString removed;
    QString added;
};
using Steps = std::vector<Step>;

QString joined(const Parts &parts, std::size_t from, std::size_t to)
{
    QString text;
    for (std::size_t i = from; i < to; ++i)
        text += parts[i];
    return text;
}

/// Calls `same(text)` and `other(before, after)` in the order of the texts.
template<typename Same, typename Other>
void walk(
    const Parts &before, const Parts &after, std::size_t most, const Same &same, const Other &other)
{
    Numbers numbers;
    const std::vector<int> first = numbers.of(before);
    const std::vector<int> second = numbers.of(after);
    std::vector<CommonRun> runs
        = commonRuns(first, second, most).value_or(std::vector<CommonRun>());
    runs.push_back({ before.size(), after.size(), 0 });
    std::size_t x = 0;
    std::size_t y = 0;
    for (const CommonRun &run : runs) {
        if (run.before > x || run.after > y)
            other(joined(before, x, run.before), joined(after, y, run.after));
        x = run.before + run.length;
        y = run.after + run.length;
        if (run.length > 0)
            same(joined(before, run.before, x));
    }
}

void addWords(Steps &steps, const QString &before, const QString &after)
{
    walk(
        wordsOf(before), wordsOf(after), MostWordDifferences,
        [&](const QString &text) {
            steps.push_back({ text, {}, {} });
        },
        [&](const QString &removed, const QString &added) {
            steps.push_back({ {}, removed, added });
        });
}

/// A mere gap between two changes is part of the change: "one two" became "three four" at once.
bool joinsChanges(const Step &before, const Step &gap, const Step &after)
{
    const bool isChange = before.same.isEmpty() && after.same.isEmpty();
    const bool replaces = !(before.removed.isEmpty() && after.removed.isEmpty())
        && !(before.added.isEmpty() && after.added.isEmpty());
    return isChange && replaces && !gap.same.isEmpty() && gap.same.trimmed().isEmpty()
        && !gap.same.contains(u'\n');
}

Steps withJoinedChanges(const Steps &steps)
{
    Steps result;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool joins = !result.empty() && i + 1 < steps.size()
            && joinsChanges(result.back(), steps[i], steps[i + 1]);
        if (!joins) {
            result.push_back(steps[i]);
            continue;
        }
        result.back().removed += steps[i].same + steps[i + 1].removed;
        result.back().added += steps[i].same + steps[i + 1].added;
        ++i;
    }
    return result;
}

void append(TextPieces &pieces, Kind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!pieces.empty() && pieces.back().kind == kind)
        pieces.back().text += text;
    else
        pieces.push_back({ kind, text });
}

} // namespace

TextPieces wordDiff(const QString &before, const QString &after)
{
    Steps steps;
    walk(
        linesOf(before), linesOf(after), MostLineDifferences,
        [&](const QString &text) {
            steps.push_back({ text, {}, {} });
        },
        [&](const QString &removed, const QString &added) { addWords(steps, removed, added); });
    TextPieces pieces;
    for (const Step &step : withJoinedChanges(steps)) {
        append(pieces, Kind::Same, step.same);
        append(pieces, Kind::Removed, step.removed);
        append(pieces, Kind::Added, step.added);
    }
    return pieces;
}

} // namespace renum
