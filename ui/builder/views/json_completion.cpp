// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/json_completion.h"

#include "ui/builder/views/json_editor.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTimer>

#include <utility>

namespace renum::ui {

namespace {

constexpr int PositionRole = Qt::UserRole;

bool asksForSuggestions(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier;
}

} // namespace

JsonCompletion::JsonCompletion(
    JsonEditor *editor, std::function<JsonSuggestions(const QString &, qsizetype)> suggest)
    : QObject(editor)
    , m_editor(editor)
    , m_suggest(std::move(suggest))
    , m_completer(new QCompleter(this))
    , m_model(new QStandardItemModel(this))
{
    m_completer->setModel(m_model);
    m_completer->setWidget(editor);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setObjectName(QStringLiteral("jsonSuggestions"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        &JsonCompletion::take);
    // What is typed into the open list comes to the editor; then the list is narrowed.
    connect(editor, &JsonEditor::textChanged, this, [this] {
        if (m_completer->popup()->isVisible())
            QTimer::singleShot(0, this, &JsonCompletion::narrow);
    });
    editor->setPopup(m_completer->popup());
    editor->installEventFilter(this);
}

bool JsonCompletion::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    if (!asksForSuggestions(*dynamic_cast<const QKeyEvent *>(event)))
        return QObject::eventFilter(watched, event);
    offer();
    return true;
}

void JsonCompletion::offer()
{
    m_offered = m_suggest(m_editor->text(), m_editor->textCursor().position());
    m_model->clear();
    for (qsizetype i = 0; i < m_offered.list.size(); ++i) {
        auto *item = new QStandardItem(m_offered.list[i].label);
        item->setData(i, PositionRole);
        m_model->appendRow(item);
    }
    m_completer->setCompletionPrefix(m_offered.written);
    if (m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QAbstractItemView *list = m_completer->popup();
    list->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = m_editor->cursorRect();
    place.translate(m_editor->viewport()->pos());
    place.setWidth(list->sizeHintForColumn(0) + list->verticalScrollBar()->sizeHint().width()
        + 2 * Theme::Space4);
    m_completer->complete(place);
}

void JsonCompletion::narrow()
{
    if (m_completer->popup()->isVisible())
        offer();
}

void JsonCompletion::take(const QModelIndex &index)
{
    const qsizetype position = index.data(PositionRole).toLongLong();
    if (position < 0 || position >= m_offered.list.size())
        return;
    const JsonSuggestion &suggestion = m_offered.list[position];
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(int(m_offered.begin));
    cursor.setPosition(int(m_offered.end), QTextCursor::KeepAnchor);
    cursor.insertText(suggestion.text);
    cursor.setPosition(int(m_offered.begin + suggestion.caret));
    m_editor->setTextCursor(cursor);
}

} // namespace renum::ui
