// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/markdown_pieces.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Line {
    qsizetype start = 0;
    qsizetype next = 0; ///< where the following line starts
};

Line lineAt(QStringView text, qsizetype start)
{
    const qsizetype feed = text.indexOf(u'\n', start);
    return { start, feed < 0 ? text.size() : feed + 1 };
}

/// "```" or "~~~" (or longer) when the line opens or closes a fence.
QString fenceIn(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    for (const QChar mark : { u'`', u'~' }) {
        qsizetype count = 0;
        while (count < trimmed.size() && trimmed.at(count) == mark)
            ++count;
        if (count >= 3)
            return QString(count, mark);
    }
    return {};
}

void passFence(QStringView line, QString &open)
{
    const QString fence = fenceIn(line);
    if (fence.isEmpty())
        return;
    if (open.isEmpty())
        open = fence;
    else if (fence.front() == open.front() && fence.size() >= open.size())
        open.clear();
}

/// A block that begins with this line does not belong to the list, quote or table above it.
bool startsAfresh(QStringView line)
{
    if (line.isEmpty() || line.front().isSpace())
        return false;
    const QChar first = line.front();
    const bool marker = first == u'-' || first == u'*' || first == u'+' || first == u'>'
        || first == u'|' || first.isDigit();
    return !marker;
}

} // namespace

QString openFence(QStringView piece, const QString &open)
{
    QString fence = open;
    for (qsizetype at = 0; at < piece.size();) {
        const Line line = lineAt(piece, at);
        passFence(piece.mid(line.start, line.next - line.start), fence);
        at = line.next;
    }
    return fence;
}

qsizetype nextMarkdownPiece(QStringView text, qsizetype from, bool complete, const QString &open)
{
    const qsizetype least = complete ? LeastPiece : 1;
    QString fence = open;
    bool afterEmpty = false;
    for (qsizetype at = from; at < text.size();) {
        const Line line = lineAt(text, at);
        const QStringView content = text.mid(line.start, line.next - line.start);
        const bool boundary = afterEmpty && fence.isEmpty() && startsAfresh(content);
        if (boundary && line.start - from >= least)
            return line.start;
        if (line.start > from && line.next - from > MostPiece)
            return line.start;
        if (content.size() > MostPiece)
            return from + LongLinePiece;
        passFence(content, fence);
        afterEmpty = content.trimmed().isEmpty();
        at = line.next;
    }
    if (complete)
        return text.size() > from ? text.size() : -1;
    return -1;
}

} // namespace renum::ui
