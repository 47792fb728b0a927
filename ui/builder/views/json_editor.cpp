// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/json_editor.h"

#include "ui/builder/views/json_gutter.h"
#include "ui/builder/views/team_text.h"
#include "ui/theme/look.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// More would not be seen, and each is laid out with every key.
constexpr int MostUnderlines = 200;
constexpr int Indent = 2;

bool belongsToPopup(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab
        || key == Qt::Key_Backtab || key == Qt::Key_Escape;
}

} // namespace

JsonEditor::JsonEditor(const Theme *theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_gutter(new JsonGutter(this))
{
    setTextLook(this, TextStyle::Mono);
    setFont(theme->font(TextStyle::Mono));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonEditor::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter,
        [this](const QRect & /*rect*/, int /*dy*/) { m_gutter->update(); });
    connect(theme, &Theme::changed, this, [this] { setFont(m_theme->font(TextStyle::Mono)); });
    placeGutter();
}

QString JsonEditor::text() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

void JsonEditor::replaceText(const QString &text)
{
    const QString before = this->text();
    const auto limit = std::min(before.size(), text.size());
    const auto same = std::mismatch(before.cbegin(), before.cbegin() + limit, text.cbegin()).first;
    const qsizetype head = same - before.cbegin();
    qsizetype tail = 0;
    while (tail < limit - head && before[before.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    QTextCursor cursor(document());
    cursor.setPosition(int(head));
    cursor.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - head - tail));
    document()->clearUndoRedoStacks();
    if (before.isEmpty()) // the cursor went along with what came before it
        moveCursor(QTextCursor::Start);
}

void JsonEditor::setMarks(const QList<JsonMark> &marks)
{
    m_marks.clear();
    for (const JsonMark &mark : marks) {
        LineMark &line = m_marks[document()->findBlock(int(mark.offset)).blockNumber()];
        line.isError = line.isError || mark.isError;
        line.sentences += line.sentences.isEmpty() ? mark.sentence : u'\n' + mark.sentence;
    }
    underline(marks);
    m_gutter->update();
}

void JsonEditor::underline(const QList<JsonMark> &marks)
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const JsonMark &mark : marks.first(std::min(marks.size(), qsizetype(MostUnderlines)))) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(std::min(int(mark.offset), document()->characterCount() - 1));
        selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(
            m_theme->color(mark.isError ? ColorToken::Err : ColorToken::Warn));
        selections.append(selection);
    }
    setExtraSelections(selections);
}

void JsonEditor::goToNextMark()
{
    if (m_marks.empty())
        return;
    auto next = m_marks.upper_bound(textCursor().blockNumber());
    if (next == m_marks.end())
        next = m_marks.begin();
    goTo(document()->findBlockByNumber(next->first).position());
}

void JsonEditor::goTo(qsizetype offset)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(int(offset), 0, document()->characterCount() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

void JsonEditor::keyPressEvent(QKeyEvent *event)
{
    if (m_popup && m_popup->isVisible() && belongsToPopup(event->key())) {
        event->ignore();
        return;
    }
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::NoModifier && !isReadOnly())
        beginLine();
    else
        QPlainTextEdit::keyPressEvent(event);
}

/// As far in as the line above, and one step more behind an opening bracket.
void JsonEditor::beginLine()
{
    QTextCursor cursor = textCursor();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    const auto first = std::ranges::find_if(line, [](QChar c) { return c != u' '; }) - line.begin();
    const bool opens = line.trimmed().endsWith(u'{') || line.trimmed().endsWith(u'[');
    const QString indent(qsizetype(first) + (opens ? Indent : 0), u' ');
    cursor.insertText(u'\n' + indent);
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool JsonEditor::event(QEvent *event)
{
    // Where this text has nothing to take back, the team's history has.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = dynamic_cast<const QKeyEvent *>(event);
        const bool hasNone = (key->matches(QKeySequence::Undo) && !document()->isUndoAvailable())
            || (key->matches(QKeySequence::Redo) && !document()->isRedoAvailable());
        if (hasNone) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

bool JsonEditor::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = dynamic_cast<const QHelpEvent *>(event);
    const auto mark = m_marks.find(cursorForPosition(help->pos()).blockNumber());
    QToolTip::showText(help->globalPos(),
        mark == m_marks.end() ? QString() : mark->second.sentences.toHtmlEscaped(), this);
    return true;
}

void JsonEditor::insertFromMimeData(const QMimeData *source)
{
    if (source->text().size() + document()->characterCount() > LongestTeamText)
        emit pasteRefused();
    else
        QPlainTextEdit::insertFromMimeData(source);
}

void JsonEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void JsonEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeGutter();
}

int JsonEditor::gutterWidth() const
{
    const int digits = int(QString::number(std::max(100, blockCount())).size());
    return fontMetrics().horizontalAdvance(u'9') * digits + 2 * Theme::Space2
        + Theme::SmallIconSize;
}

void JsonEditor::placeGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void JsonEditor::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    painter.setFont(font());
    painter.fillRect(event->rect(), m_theme->color(ColorToken::Panel));
    painter.setPen(m_theme->color(ColorToken::TextDim));
    const int width = m_gutter->width() - Theme::Space2;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > event->rect().bottom())
            break;
        const QRect row(0, int(line.top()), width, int(line.height()));
        painter.drawText(row, Qt::AlignRight, QLocale().toString(block.blockNumber() + 1));
        const auto mark = m_marks.find(block.blockNumber());
        if (mark == m_marks.end())
            continue;
        const bool isError = mark->second.isError;
        const int size = std::min(Theme::SmallIconSize, row.height());
        m_theme
            ->icon(isError ? u"cross"_s : u"alert"_s, isError ? ColorToken::Err : ColorToken::Warn)
            .paint(&painter, QRect(Theme::Space1, row.top(), size, row.height()));
    }
}

} // namespace renum::ui
