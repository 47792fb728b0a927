// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/text_difference_view.h"

#include "core/net/one_shot.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QPointer>
#include <QTextCharFormat>
#include <QThreadPool>

namespace renum::ui {

namespace {

/// Together; what is longer is compared on another thread.
constexpr qsizetype MostAtOnce = 8'000;
/// Of a frame.
constexpr qint64 SliceMs = 4;

QTextCharFormat formatOf(const Theme &theme, TextPiece::Kind kind)
{
    QTextCharFormat format;
    format.setForeground(theme.color(ColorToken::Text));
    if (kind == TextPiece::Kind::Removed) {
        format.setBackground(theme.color(ColorToken::ErrBackground));
        format.setFontStrikeOut(true);
    } else if (kind == TextPiece::Kind::Added) {
        format.setBackground(theme.color(ColorToken::OkBackground));
        format.setFontUnderline(true);
    }
    return format;
}

} // namespace

TextDifferenceView::TextDifferenceView(const Theme *theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    m_work.setInterval(0);
    connect(&m_work, &QTimer::timeout, this, &TextDifferenceView::showSlice);
    connect(theme, &Theme::changed, this, [this] {
        if (!m_comparing)
            showDifference(m_difference);
    });
}

void TextDifferenceView::setTexts(const QString &before, const QString &after)
{
    ++m_job;
    if (before.size() + after.size() <= MostAtOnce) {
        m_comparing = false;
        showDifference(wordDifference(before, after));
        return;
    }
    m_comparing = true;
    m_work.stop();
    clear();
    setPlaceholderText(tr("Comparing…"));
    m_tasks.start(compare(before, after, m_job));
}

QCoro::Task<> TextDifferenceView::compare(QString before, QString after, int job)
{
    const QPointer<TextDifferenceView> self(this);
    // It takes its time, which the longest text bounds, whoever still waits for it.
    const OneShot<TextDifference> answer;
    QThreadPool::globalInstance()->start(
        [answer, before, after] { answer.set(wordDifference(before, after)); });
    TextDifference difference = co_await answer;
    if (!self || job != m_job)
        co_return;
    m_comparing = false;
    setPlaceholderText({});
    showDifference(std::move(difference));
}

void TextDifferenceView::showDifference(TextDifference difference)
{
    m_difference = std::move(difference);
    m_shown = 0;
    clear();
    m_work.start();
    showSlice();
}

void TextDifferenceView::showSlice()
{
    QElapsedTimer clock;
    clock.start();
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.beginEditBlock();
    while (m_shown < m_difference.size() && clock.elapsed() < SliceMs) {
        const TextPiece &piece = m_difference[m_shown++];
        end.insertText(piece.text, formatOf(*m_theme, piece.kind));
    }
    end.endEditBlock();
    if (m_shown == m_difference.size())
        m_work.stop();
}

void TextDifferenceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_comparing)
        setPlaceholderText(tr("Comparing…"));
    QPlainTextEdit::changeEvent(event);
}

} // namespace renum::ui
