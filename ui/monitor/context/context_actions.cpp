// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/context_actions.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace renum::ui {

ContextActions::ContextActions(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void ContextActions::write(const ExecutionId &id, const ContextWrite &write)
{
    m_tasks.start(startWrite(id, write));
}

QCoro::Task<> ContextActions::startWrite(ExecutionId id, ContextWrite write)
{
    const QPointer<ContextActions> self(this);
    const std::stop_token stop = m_tasks.token();
    const std::vector<ContextWrite> writes(1, write);
    const Result<void> written = co_await m_workspace->writeContext(id, writes, stop);
    if (!self)
        co_return;
    if (!written)
        emit failed(written.error());
    else
        emit done(write.value ? tr("“%1” was set").arg(write.key)
                              : tr("“%1” was deleted").arg(write.key));
}

void ContextActions::restore(const ExecutionId &id, int version)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Restore the context?"),
        tr("Bring back version %1 of the context? It becomes a new version: agents that start from "
           "now on work with it, and nothing of the history is lost.")
            .arg(version),
        QMessageBox::NoButton, m_window);
    box->setObjectName(QStringLiteral("restoreQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *yes = box->addButton(tr("&Restore"), QMessageBox::AcceptRole);
    QPushButton *no = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(
        box, &QMessageBox::buttonClicked, this, [this, yes, id, version](QAbstractButton *clicked) {
            if (clicked == yes)
                m_tasks.start(startRestore(id, version));
        });
    box->open();
}

QCoro::Task<> ContextActions::startRestore(ExecutionId id, int version)
{
    const QPointer<ContextActions> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<void> restored = co_await m_workspace->restoreContext(id, version, stop);
    if (!self)
        co_return;
    if (!restored)
        emit failed(restored.error());
    else
        emit done(tr("Version %1 of the context was restored").arg(version));
}

} // namespace renum::ui
