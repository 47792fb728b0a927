// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/markdown_view.h"

#include "ui/monitor/markdown_pieces.h"
#include "ui/theme/look.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QTextList>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Of a frame, for rendering; one piece is always rendered.
constexpr qint64 SliceMs = 4;
constexpr QChar Caret(0x258C);

/// GitHub's dialect without HTML and without its automatic links: tables, strike-through and task
/// lists, by the parser's own flags, because Qt names only whole dialects.
constexpr int TablesFlag = 0x0100;
constexpr int StrikeThroughFlag = 0x0200;
constexpr int TaskListsFlag = 0x0800;

QTextDocument::MarkdownFeatures safeFeatures()
{
    auto features = QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML);
    for (const int flag : { TablesFlag, StrikeThroughFlag, TaskListsFlag })
        features |= static_cast<QTextDocument::MarkdownFeature>(flag);
    return features;
}

/// Characters of a raw line, roughly, before it is broken.
constexpr int LongestLine = 20'000;

/// Percent of a line's own height: words are read here, not scanned.
constexpr int LineHeight = 135;

QTextBlockFormat airy(QTextBlockFormat format)
{
    format.setLineHeight(LineHeight, QTextBlockFormat::ProportionalHeight);
    return format;
}

/// Never loads a resource: neither from the network nor from the person's own disk.
class SafeDocument : public QTextDocument {
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int /*type*/, const QUrl & /*name*/) override { return {}; }
};

} // namespace

MarkdownView::MarkdownView(Theme *theme, QWidget *parent)
    : QTextEdit(parent)
    , m_theme(theme)
{
    setDocument(new SafeDocument(this));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setLook(this, Look::Panel);
    setFrameShape(QFrame::NoFrame);
    document()->setDefaultFont(theme->font(TextStyle::Body));
    document()->setDocumentMargin(Theme::Space3);
    m_work.setSingleShot(true);
    m_work.setInterval(0);
    connect(&m_work, &QTimer::timeout, this, &MarkdownView::renderSlice);
    connect(theme, &Theme::changed, this, [this] {
        document()->setDefaultFont(m_theme->font(TextStyle::Body));
        reset();
        renderSlice();
    });
}

void MarkdownView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        document()->setDefaultFont(m_theme->font(TextStyle::Body));
}

void MarkdownView::reset()
{
    m_work.stop();
    clear();
    m_rendered = 0;
    m_fence.clear();
    m_tailStart = -1;
    m_tail.clear();
}

void MarkdownView::setSource(const QString &text, Mode mode)
{
    if (text == m_source && mode == m_mode)
        return;
    const QString shown = text.size() > MostCharacters ? text.left(MostCharacters) : text;
    const bool grew = shown.size() >= m_rendered
        && QStringView(shown).left(m_rendered) == QStringView(m_source).left(m_rendered);
    const bool otherKind = (mode == Mode::Raw) != (m_mode == Mode::Raw);
    const bool other = !grew || otherKind;
    const bool follow = other || isAtEnd();
    const bool first = m_source.isEmpty();
    m_source = shown;
    m_mode = mode;
    if (other)
        reset();
    renderSlice();
    if (follow && mode == Mode::Growing)
        scrollToEnd();
    else if (other || first) {
        // It was pushed to the end by what was inserted, where the first showing would scroll to.
        moveCursor(QTextCursor::Start);
        verticalScrollBar()->setValue(0);
    }
}

void MarkdownView::renderSlice()
{
    QElapsedTimer clock;
    clock.start();
    const bool follow = m_mode == Mode::Growing && isAtEnd();
    while (m_rendered < m_source.size()) {
        const bool complete = m_mode != Mode::Growing;
        const qsizetype end = nextMarkdownPiece(m_source, m_rendered, complete, m_fence);
        if (end <= m_rendered)
            break;
        removeTail();
        const QString piece = m_source.mid(m_rendered, end - m_rendered);
        m_rendered = end;
        if (m_mode == Mode::Raw)
            appendRaw(piece);
        else
            renderPiece(piece);
        if (clock.elapsed() >= SliceMs && m_rendered < m_source.size()) {
            m_work.start();
            return;
        }
    }
    showTail();
    if (follow)
        scrollToEnd();
}

void MarkdownView::renderPiece(const QString &markdown)
{
    // A piece that was cut within a code block opens the block again, and closes it.
    QString text = m_fence.isEmpty() ? markdown : QString(m_fence + u'\n' + markdown);
    m_fence = openFence(markdown, m_fence);
    if (!m_fence.isEmpty())
        text += u'\n' + m_fence;

    SafeDocument rendered;
    rendered.setDefaultFont(document()->defaultFont());
    rendered.setMarkdown(text, safeFeatures());
    QTextCursor everything(&rendered);
    everything.select(QTextCursor::Document);
    everything.mergeBlockFormat(airy({}));
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    const QTextBlock first = rendered.firstBlock();
    if (!document()->isEmpty()) {
        // The first block of a fragment joins the block it is inserted into: make it alike.
        QTextBlockFormat format = first.blockFormat();
        format.setObjectIndex(-1);
        cursor.insertBlock(format, first.charFormat());
        if (const QTextList *list = first.textList())
            cursor.createList(list->format());
    }
    cursor.insertFragment(QTextDocumentFragment(&rendered));
}

void MarkdownView::appendRaw(const QString &text)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    format.setFont(m_theme->font(TextStyle::Mono));
    // A paragraph is laid out as a whole: one of millions of characters would never end.
    if (cursor.block().length() > LongestLine)
        cursor.insertBlock();
    cursor.insertText(text, format);
}

void MarkdownView::removeTail()
{
    if (m_tailStart < 0)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(m_tailStart);
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_tailStart = -1;
    m_tail.clear();
}

void MarkdownView::showTail()
{
    if (m_mode != Mode::Growing) {
        removeTail();
        return;
    }
    const QString tail = m_source.mid(m_rendered);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (m_tailStart >= 0 && tail.startsWith(m_tail)) {
        if (tail.size() == m_tail.size())
            return;
        cursor.deletePreviousChar(); // the caret
        cursor.insertText(QString(tail.mid(m_tail.size()) + Caret));
    } else {
        removeTail();
        cursor.movePosition(QTextCursor::End);
        m_tailStart = cursor.position();
        if (!document()->isEmpty())
            cursor.insertBlock(airy({}), QTextCharFormat());
        cursor.insertText(QString(tail + Caret));
    }
    m_tail = tail;
}

bool MarkdownView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - Theme::Space2;
}

void MarkdownView::scrollToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace renum::ui
