// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/execution_window.h"

#include "ui/monitor/execution_header.h"
#include "ui/monitor/execution_pane.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace renum::ui {

namespace {

constexpr QSize FirstSize { 1200, 800 };

} // namespace

ExecutionWindow::ExecutionWindow(ExecutionPane *pane, QWidget *owner)
    : QWidget(owner, Qt::Window)
    , m_pane(pane)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setLook(this, Look::Page);
    auto *header = new QWidget(this);
    setLook(header, Look::Header);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, Theme::Space2);
    row->addWidget(pane->header());
    pane->header()->setListOffered(false);
    pane->header()->show();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(pane, 1);
    pane->show();
    auto *closeAction = new QAction(tr("Close the window"), this);
    closeAction->setShortcut(QKeySequence::Close);
    connect(closeAction, &QAction::triggered, this, &QWidget::close);
    addAction(closeAction);
    connect(pane, &ExecutionPane::changed, this, &ExecutionWindow::updateTitle);
    updateTitle();
    resize(FirstSize);
}

void ExecutionWindow::updateTitle()
{
    setWindowTitle(m_pane->title());
}

} // namespace renum::ui
