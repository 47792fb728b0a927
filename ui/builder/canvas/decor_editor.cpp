// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/decor_editor.h"

#include "ui/graph/decor_items.h"
#include "ui/theme/look.h"

#include <QGraphicsView>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastWidth = 8 * Theme::Space6;
constexpr int LongestText = 20'000;

} // namespace

DecorEditor::DecorEditor(CanvasContext *context, QGraphicsView *view)
    : QPlainTextEdit(view->viewport())
    , m_context(context)
    , m_view(view)
{
    setObjectName(u"decor-editor"_s);
    setTabChangesFocus(true);
    setTextLook(this, TextStyle::Label);
    hide();
}

void DecorEditor::open(const GraphMark &mark)
{
    const GraphModel &graph = m_context->graph();
    const auto index = static_cast<std::size_t>(mark.index);
    if (mark.kind == GraphMark::Kind::Note && index < graph.notes.size()) {
        m_id = graph.notes[index].id;
        setPlainText(graph.notes[index].text);
        setAccessibleName(tr("Text of the note"));
    } else if (mark.kind == GraphMark::Kind::Frame && index < graph.frames.size()) {
        m_id = graph.frames[index].id;
        setPlainText(graph.frames[index].title);
        setAccessibleName(tr("Title of the frame"));
    } else {
        return;
    }
    m_kind = mark.kind;
    moveToMark();
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
    selectAll();
}

int DecorEditor::indexOfMark() const
{
    const GraphModel &graph = m_context->graph();
    const auto indexIn = [this](const auto &list) {
        const auto found
            = std::ranges::find_if(list, [this](const auto &entry) { return entry.id == m_id; });
        return found == list.end() ? -1 : static_cast<int>(found - list.begin());
    };
    return m_kind == GraphMark::Kind::Note ? indexIn(graph.notes) : indexIn(graph.frames);
}

QRectF DecorEditor::markRect() const
{
    const int index = indexOfMark();
    return m_kind == GraphMark::Kind::Note ? m_context->scene->noteItem().rectOf(index)
                                           : m_context->scene->frameItem().titleRect(index);
}

void DecorEditor::moveToMark()
{
    if (m_kind == GraphMark::Kind::None)
        return;
    QRect place = m_view->mapFromScene(markRect()).boundingRect();
    place.setWidth(std::max(place.width(), LeastWidth));
    const int least
        = m_kind == GraphMark::Kind::Note ? 3 * Theme::ControlHeight : Theme::ControlHeight;
    place.setHeight(std::max(place.height(), least));
    setGeometry(place);
}

void DecorEditor::keep()
{
    const GraphMark::Kind kind = std::exchange(m_kind, GraphMark::Kind::None);
    if (kind == GraphMark::Kind::None)
        return;
    const QString text = toPlainText().left(LongestText);
    CanvasDecor decor = m_context->decor();
    if (kind == GraphMark::Kind::Note) {
        for (CanvasNote &note : decor.notes) {
            if (note.id == m_id)
                note.text = text;
        }
        m_context->editDecor(tr("Write note"), decor);
    } else if (const int frame = frameWithId(decor, m_id); frame >= 0) {
        decor.frames[static_cast<std::size_t>(frame)].title = text.simplified();
        m_context->editDecor(tr("Name frame"), decor);
    }
}

void DecorEditor::leave()
{
    m_kind = GraphMark::Kind::None;
    hide();
    m_view->setFocus(Qt::OtherFocusReason);
}

void DecorEditor::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool done = m_kind == GraphMark::Kind::Frame || event->modifiers() & Qt::ControlModifier;
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (enter && done) {
        keep();
        leave();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void DecorEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    keep();
    hide();
}

} // namespace renum::ui
