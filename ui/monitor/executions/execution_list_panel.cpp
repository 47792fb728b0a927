// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/executions/execution_list_panel.h"

#include "core/workspace/workspace.h"
#include "ui/monitor/executions/execution_filters.h"
#include "ui/monitor/executions/execution_groups.h"
#include "ui/monitor/executions/execution_list_delegate.h"
#include "ui/monitor/executions/execution_list_model.h"
#include "ui/monitor/executions/execution_remover.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

ExecutionListPanel::ExecutionListPanel(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new ExecutionListModel(workspace, this))
    , m_remover(new ExecutionRemover(workspace->executionArchive(), this))
    , m_title(new QLabel(this))
    , m_groups(new ExecutionGroups(this))
    , m_filters(new ExecutionFilters(workspace, theme, this))
    , m_stack(new QStackedWidget(this))
{
    setLook(this, Look::Panel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_title->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space2);
    setTextLook(m_title, TextStyle::BodyStrong, ColorToken::TextDim);
    column->addWidget(m_title);
    column->addWidget(m_groups);
    column->addWidget(m_filters);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(buildList(theme));
    m_stack->addWidget(buildMessage());
    connectParts();
    retranslate();
}

QWidget *ExecutionListPanel::buildList(Theme *theme)
{
    m_list = new QTreeView(m_stack);
    m_list->setObjectName(u"executionList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ExecutionListDelegate(theme, m_list));
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(Theme::Space4);
    m_list->setRootIsDecorated(true);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
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
    m_action = new QPushButton(page);
    m_action->setObjectName(u"executionListAction"_s);
    column->addWidget(m_message);
    column->addWidget(m_action, 0, Qt::AlignLeft);
    column->addStretch(1);
    return page;
}

void ExecutionListPanel::connectParts()
{
    connect(m_list, &QTreeView::activated, this, &ExecutionListPanel::choose);
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (m_list->selectionModel()->selectedIndexes().size() == 1)
            choose(index);
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &ExecutionListPanel::showMenu);
    connect(m_model, &ExecutionListModel::stateChanged, this, &ExecutionListPanel::showState);
    connect(m_model, &ExecutionListModel::countsChanged, this,
        [this] { m_groups->setCounts(m_model->counts()); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ExecutionListPanel::markCurrent);
    connect(m_groups, &ExecutionGroups::groupChanged, this, &ExecutionListPanel::filter);
    connect(m_filters, &ExecutionFilters::changed, this, &ExecutionListPanel::filter);
    connect(m_remover, &ExecutionRemover::removed, this, &ExecutionListPanel::removed);
    connect(
        m_remover, &ExecutionRemover::toastRequested, this, &ExecutionListPanel::toastRequested);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_model->state() == ExecutionListModel::State::Failed)
            m_model->reload();
        else
            m_filters->clear();
    });
}

void ExecutionListPanel::retranslate()
{
    m_title->setText(tr("Executions"));
    m_list->setAccessibleName(tr("Executions, newest first"));
    m_list->setToolTip(tr("Choose two with Ctrl to compare them (Ctrl+Shift+D)"));
    showState();
}

void ExecutionListPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExecutionListPanel::reload()
{
    m_filters->reload();
    m_model->reload();
}

void ExecutionListPanel::tick()
{
    m_model->tick();
}

void ExecutionListPanel::showGroup(ExecutionGroup group)
{
    m_groups->setGroup(group);
}

void ExecutionListPanel::focusSearch()
{
    m_filters->focusField();
}

void ExecutionListPanel::filter()
{
    ExecutionFilter filter;
    m_filters->writeTo(filter);
    filter.group = m_groups->group();
    m_model->setFilter(filter);
}

// --- choosing ------------------------------------------------------------------------------------

void ExecutionListPanel::choose(const QModelIndex &index)
{
    const auto id = index.data(ExecutionListModel::IdRole).value<ExecutionId>();
    if (!id.isEmpty() && id != m_current) {
        m_current = id;
        emit executionChosen(id);
    }
}

void ExecutionListPanel::setCurrent(const ExecutionId &id)
{
    m_current = id;
    markCurrent();
}

void ExecutionListPanel::markCurrent()
{
    const QModelIndex index = m_model->indexOf(m_current);
    if (m_list->selectionModel()->selectedIndexes().size() > 1)
        return; // several are chosen, for something else
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->clearSelection();
}

ExecutionId ExecutionListPanel::currentId() const
{
    return m_list->currentIndex().data(ExecutionListModel::IdRole).value<ExecutionId>();
}

/// As they stand in the list: the newest first.
QList<ExecutionId> ExecutionListPanel::selected() const
{
    QList<ExecutionId> ids;
    QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(
        indexes, {}, [this](const QModelIndex &index) { return m_list->visualRect(index).top(); });
    for (const QModelIndex &index : indexes)
        ids.append(index.data(ExecutionListModel::IdRole).value<ExecutionId>());
    return ids;
}

void ExecutionListPanel::removeSelected()
{
    m_remover->remove(selected());
}

void ExecutionListPanel::compareSelected()
{
    const QList<ExecutionId> ids = selected();
    if (ids.size() == 2)
        emit compareRequested(ids.at(1), ids.at(0));
}

// What the menu does, keys and the mouse do too.
bool ExecutionListPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Delete)
            removeSelected();
        else if (key->key() == Qt::Key_D
            && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
            compareSelected();
        else if (enters && key->modifiers() == Qt::ControlModifier && !currentId().isEmpty())
            emit openInTabRequested(currentId());
        else if (enters && key->modifiers() == Qt::ShiftModifier && !currentId().isEmpty())
            emit openInWindowRequested(currentId());
        else
            return false;
        return true;
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_list->indexAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && index.isValid()) {
            emit openInTabRequested(index.data(ExecutionListModel::IdRole).value<ExecutionId>());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ExecutionListPanel::showMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid())
        return;
    const auto id = index.data(ExecutionListModel::IdRole).value<ExecutionId>();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"executionMenu"_s);
    menu->addAction(tr("&Open"), this, [this, index] { choose(index); });
    menu->addAction(tr("Open in new &tab"), this, [this, id] { emit openInTabRequested(id); });
    menu->addAction(
        tr("Open in new &window"), this, [this, id] { emit openInWindowRequested(id); });
    QAction *comparing
        = menu->addAction(tr("Co&mpare the two"), this, [this] { compareSelected(); });
    comparing->setObjectName(u"compareTwo"_s);
    comparing->setEnabled(selected().size() == 2);
    menu->addSeparator();
    menu->addAction(tr("&Delete"), this, [this] { removeSelected(); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

// --- how the list stands -------------------------------------------------------------------------

void ExecutionListPanel::showState()
{
    using State = ExecutionListModel::State;
    const State state = m_model->state();
    const bool narrows = m_filters->narrows() || m_groups->group() != ExecutionGroup::All;
    m_stack->setCurrentIndex(state == State::Ready ? 0 : 1);
    m_action->setVisible(state == State::Failed || (state == State::Empty && m_filters->narrows()));
    m_action->setText(state == State::Failed ? tr("Try again") : tr("Clear the filter"));
    m_action->setToolTip(state == State::Failed ? tr("Read the list of executions again")
                                                : tr("Show all executions of this list"));
    if (state == State::Loading)
        m_message->setText(tr("Reading the executions…"));
    else if (state == State::Failed && m_model->error())
        m_message->setText(errorText(*m_model->error()));
    else if (narrows)
        m_message->setText(tr("There is no execution of this kind."));
    else
        m_message->setText(tr("Nothing has run yet. Choose a team under Teams and run it; you can "
                              "watch it here."));
}

} // namespace renum::ui
