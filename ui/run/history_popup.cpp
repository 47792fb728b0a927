// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/history_popup.h"

#include "ui/run/prompt_history.h"
#include "ui/theme/look.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ListHeight = 7 * Theme::ControlHeight;
constexpr qsizetype ShownCharacters = 300;

bool isMove(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
        || key == Qt::Key_PageDown;
}

} // namespace

HistoryPopup::HistoryPopup(PromptHistory *history, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_history(history)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"promptHistory"_s);
    setAccessibleName(tr("Earlier prompts"));
    setLook(this, Look::Card);
    m_search->setObjectName(u"historySearch"_s);
    m_search->setPlaceholderText(tr("Search earlier prompts"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("Earlier prompts, newest first"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space2, Theme::Space2, Theme::Space2, Theme::Space2);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryPopup::fill);
    connect(m_history, &PromptHistory::changed, this, &HistoryPopup::fill);
    connect(m_list, &QListWidget::itemClicked, this, &HistoryPopup::choose);
    fill();
}

void HistoryPopup::openBelow(const QWidget *widget)
{
    setFixedSize(widget->width(), ListHeight);
    move(widget->mapToGlobal(QPoint(0, widget->height())));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void HistoryPopup::fill()
{
    const int row = std::max(0, m_list->currentRow());
    m_list->clear();
    for (const QString &prompt : m_history->prompts()) {
        if (!prompt.contains(m_search->text(), Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(prompt.left(ShownCharacters).simplified(), m_list);
        item->setData(Qt::UserRole, prompt);
        item->setToolTip(prompt.left(ShownCharacters).toHtmlEscaped());
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    if (m_list->count() > 0)
        return;
    auto *nothing = new QListWidgetItem(m_history->prompts().isEmpty()
            ? tr("This team has not been run yet.")
            : tr("No earlier prompt has these words."),
        m_list);
    nothing->setFlags(Qt::NoItemFlags);
}

void HistoryPopup::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    const QString prompt = item ? item->data(Qt::UserRole).toString() : QString();
    if (prompt.isEmpty())
        return;
    emit chosen(prompt);
    close();
}

bool HistoryPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const QListWidgetItem *item = m_list->currentItem();
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        choose();
    } else if (isMove(key->key())) {
        QKeyEvent forwarded(QEvent::KeyPress, key->key(), key->modifiers());
        QCoreApplication::sendEvent(m_list, &forwarded);
    } else if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::ShiftModifier && item) {
        m_history->remove(item->data(Qt::UserRole).toString());
    } else {
        return false;
    }
    return true;
}

} // namespace renum::ui
