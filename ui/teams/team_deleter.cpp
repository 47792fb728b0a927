// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/team_deleter.h"

#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

TeamDeleter::TeamDeleter(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void TeamDeleter::askAndDelete(const Team &team)
{
    auto *box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"confirmDelete"_s);
    box->setWindowTitle(tr("Delete team"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Delete the team “%1”?").arg(team.name));
    box->setInformativeText(tr("What it has done so far stays in the monitor."));
    QPushButton *yes = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    yes->setObjectName(u"confirmDeleteYes"_s);
    setLook(yes, Look::DangerButton);
    QPushButton *no = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this, team] { m_tasks.start(remove(team)); });
    box->open();
}

QCoro::Task<> TeamDeleter::remove(Team team)
{
    const QPointer<TeamDeleter> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<void> done = co_await m_workspace->deleteTeam(team.id, stop);
    if (!self)
        co_return;
    if (!done) {
        emit toastRequested({ errorText(done.error()), {}, {}, true });
        co_return;
    }
    emit deleted(team.id);
    const TeamDraft draft = team.draft();
    const auto undo = [self, draft] {
        if (self)
            self->m_tasks.start(self->bringBack(draft));
    };
    emit toastRequested({ tr("“%1” was deleted.").arg(team.name), tr("Undo"), undo, false });
}

QCoro::Task<> TeamDeleter::bringBack(TeamDraft draft)
{
    const QPointer<TeamDeleter> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Team> team = co_await m_workspace->createTeam(draft, stop);
    if (self && !team)
        emit toastRequested({ errorText(team.error()), {}, {}, true });
}

} // namespace renum::ui
