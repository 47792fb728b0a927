// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text_difference.h"

#include "core/model/sequence_matches.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace renum {

namespace {

using PieceKind = TextPiece::Kind;
using Words = std::vector<QStringView>;

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_';
}

/// Scripts that put no blanks between words: each character counts as one.
bool standsAlone(QChar c)
{
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana;
}

bool isInWord(QChar c)
{
    return isWordPart(c) && !standsAlone(c);
}

bool isBlank(QChar c)
{
    return c.isSpace() && c != u'\n';
}

/// Words, runs of blanks and single other characters; a line break is a word of its own.
Words wordsIn(QStringView text)
{
    Words words;
    qsizetype begin = 0;
    const auto take = [&](auto belongs) {
        qsizetype end = begin + 1;
        while (end < text.size() && belongs(text[end]))
            ++end;
        words.push_back(text.sliced(begin, end - begin));
        begin = end;
    };
    while (begin < text.size()) {
        if (isInWord(text[begin]))
            take(isInWord);
        else if (isBlank(text[begin]))
            take(isBlank);
        else
            take([](QChar) { return false; });
    }
    return words;
}

/// Lines with their breaks.
Words linesOf(QStringView text)
{
    Words lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(u'\n');
        const qsizetype size = end < 0 ? text.size() : end + 1;
        lines.push_back(text.first(size));
        text = text.sliced(size);
    }
    return lines;
}

/// Equal words have equal numbers.
class Numbers {
public:
    std::vector<int> of(const Words &words)
    {
        std::vector<int> numbers;
        numbers.reserve(words.size());
        for (const QStringView word : words) {
            const auto known = m_numbers.constFind(word);
            const int number = known != m_numbers.cend() ? *known : int(m_numbers.size());
            if (known == m_numbers.cend())
                m_numbers.insert(word, number);
            numbers.push_back(number);
        }
        return numbers;
    }

private:
    QHash<QStringView, int> m_numbers;
};

/// Collects pieces: joins neighbours, and puts what was removed before what was added.
class Pieces {
public:
    void addSame(QStringView text)
    {
        const bool replaced = !m_removed.isEmpty() && !m_added.isEmpty();
        if (replaced && std::ranges::all_of(text, isBlank)) {
            m_blank += text; // part of the change if another one follows
            return;
        }
        flush();
        append(PieceKind::Same, text.toString());
    }
    void addRemoved(QStringView text)
    {
        takeBlank();
        m_removed += text;
    }
    void addAdded(QStringView text)
    {
        takeBlank();
        m_added += text;
    }
    [[nodiscard]] TextDifference finish()
    {
        flush();
        return std::move(m_pieces);
    }

private:
    void takeBlank()
    {
        m_removed += m_blank;
        m_added += std::exchange(m_blank, {});
    }
    void flush()
    {
        append(PieceKind::Removed, std::exchange(m_removed, {}));
        append(PieceKind::Added, std::exchange(m_added, {}));
        append(PieceKind::Same, std::exchange(m_blank, {}));
    }
    void append(PieceKind kind, const QString &text)
    {
        if (text.isEmpty())
            return;
        if (!m_pieces.empty() && m_pieces.back().kind == kind)
            m_pieces.back().text += text;
        else
            m_pieces.push_back({ kind, text });
    }

    TextDifference m_pieces;
    QString m_removed;
    QString m_added;
    QString m_blank; ///< the same in both, right after a replacement
};

QStringView joined(const Words &words, std::size_t from, std::size_t to)
{
    // The words of a text follow each other without a gap.
    if (from == to)
        return {};
    return { words[from].begin(), words[to - 1].end() };
}

/// Walks over what two lists share and what lies between: `same` and `changed` get stretches.
void walk(const Words &before, const Words &after, auto same, auto changed)
{
    Numbers numbers;
    const std::vector<int> left = numbers.of(before);
    const std::vector<int> right = numbers.of(after);
    SequenceMatch done;
    const auto change = [&](std::size_t i, std::size_t j) {
        if (i > done.before || j > done.after)
            changed(joined(before, done.before, i), joined(after, done.after, j));
    };
    for (const SequenceMatch &match : sequenceMatches(left, right)) {
        change(match.before, match.after);
        same(before[match.before]);
        done = { match.before + 1, match.after + 1 };
    }
    change(before.size(), after.size());
}

} // namespace

TextDifference wordDifference(const QString &before, const QString &after)
{
    Pieces pieces;
    const auto same = [&](QStringView text) { pieces.addSame(text); };
    // Lines first: a paragraph that was put in or taken out stays in one piece.
    walk(linesOf(before), linesOf(after), same, [&](QStringView removed, QStringView added) {
        walk(wordsIn(removed), wordsIn(added), same, [&](QStringView left, QStringView right) {
            pieces.addRemoved(left);
            pieces.addAdded(right);
        });
    });
    return pieces.finish();
}

bool isSame(const TextDifference &difference)
{
    return std::ranges::all_of(
        difference, [](const TextPiece &piece) { return piece.kind == PieceKind::Same; });
}

} // namespace renum
