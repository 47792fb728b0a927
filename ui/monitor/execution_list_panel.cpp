// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/execution_list_panel.h"

#include "ui/monitor/execution_list_delegate.h"
#include "ui/monitor/execution_list_model.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

ExecutionListPanel::ExecutionListPanel(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new ExecutionListModel(workspace, this))
    , m_stack(new QStackedWidget(this))
{
    setLook(this, Look::Panel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *title = new QLabel(tr("Executions"), this);
    title->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space2);
    setTextLook(title, TextStyle::BodyStrong, ColorToken::TextDim);
    column->addWidget(title);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(buildList(theme));
    m_stack->addWidget(buildMessage());
    connect(m_model, &ExecutionListModel::stateChanged, this, &ExecutionListPanel::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ExecutionListPanel::markCurrent);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ExecutionListPanel::markCurrent);
    showState();
}

QWidget *ExecutionListPanel::buildList(Theme *theme)
{
    m_list = new QListView(m_stack);
    m_list->setObjectName(u"executionList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ExecutionListDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Executions, newest first"));
    const auto choose = [this](const QModelIndex &index) {
        const auto id = index.data(ExecutionListModel::IdRole).value<ExecutionId>();
        if (!id.isEmpty() && id != m_current) {
            m_current = id;
            emit executionChosen(id);
        }
    };
    connect(m_list, &QListView::activated, this, choose);
    connect(m_list, &QListView::clicked, this, choose);
    connect(theme, &Theme::changed, m_list, [this] { m_list->viewport()->update(); });
    return m_list;
}

QWidget *ExecutionListPanel::buildMessage()
{
    auto *page = new QWidget(m_stack);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    m_message = new QLabel(page);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    setTextLook(m_message, TextStyle::Body, ColorToken::TextDim);
    m_retry = new QPushButton(tr("Try again"), page);
    m_retry->setToolTip(tr("Read the list of executions again"));
    column->addWidget(m_message);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_retry, &QPushButton::clicked, m_model, &ExecutionListModel::reload);
    return page;
}

void ExecutionListPanel::reload()
{
    m_model->reload();
}

void ExecutionListPanel::tick()
{
    m_model->tick();
}

void ExecutionListPanel::setCurrent(const ExecutionId &id)
{
    m_current = id;
    markCurrent();
}

void ExecutionListPanel::markCurrent()
{
    const QModelIndex index = m_model->indexOf(m_current);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->clearSelection();
}

void ExecutionListPanel::showState()
{
    using State = ExecutionListModel::State;
    const State state = m_model->state();
    m_stack->setCurrentIndex(state == State::Ready ? 0 : 1);
    m_retry->setVisible(state == State::Failed);
    if (state == State::Loading)
        m_message->setText(tr("Reading the executions…"));
    else if (state == State::Empty)
        m_message->setText(tr("Nothing has run yet. Choose a team under Teams and run it; you can "
                              "watch it here."));
    else if (state == State::Failed && m_model->error())
        m_message->setText(errorText(*m_model->error()));
}

} // namespace renum::ui
