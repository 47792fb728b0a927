// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/team_deleter.h"

#include "core/workspace/team_archive.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include <utility>

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
    box->setInformativeText(tr("Its runs are deleted with it, for good. The team itself and its "
                               "versions can be brought back for a moment."));
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
    const QList<TeamVersion> versions = co_await versionsOf(team.id, stop);
    if (!self)
        co_return;
    const Result<void> done = co_await m_workspace->deleteTeam(team.id, stop);
    if (!self)
        co_return;
    if (!done) {
        sayFailure(done.error());
        co_return;
    }
    emit deleted(team.id);
    const TeamDraft draft = team.draft();
    const auto undo = [self, draft, versions] {
        if (self)
            self->m_tasks.start(self->bringBack(draft, versions));
    };
    emit toastRequested({ tr("“%1” was deleted.").arg(team.name), tr("Undo"), undo, false });
}

QCoro::Task<QList<TeamVersion>> TeamDeleter::versionsOf(TeamId team, std::stop_token stop)
{
    const QPointer<TeamDeleter> self(this);
    TeamArchive *archive = m_workspace->teamArchive();
    QList<TeamVersion> versions;
    PageRequest page;
    do {
        const Result<renum::Page<TeamVersionInfo>> answer
            = co_await archive->versions(team, page, stop);
        if (!self || !answer)
            co_return versions;
        for (const TeamVersionInfo &info : std::as_const(answer->items)) {
            const Result<TeamVersion> version = co_await archive->version(team, info.version, stop);
            if (!self || !version)
                co_return versions;
            versions.prepend(*version);
        }
        page.after = answer->next;
    } while (!page.after.isEmpty());
    co_return versions;
}

// Not a coroutine itself: it only chooses one.
QCoro::Task<Result<Team>> TeamDeleter::store(
    const TeamDraft &draft, const std::optional<Team> &before, const std::stop_token &stop)
{
    return before ? m_workspace->updateTeam(before->id, draft, before->version, stop)
                  : m_workspace->createTeam(draft, stop);
}

QCoro::Task<> TeamDeleter::bringBack(TeamDraft draft, QList<TeamVersion> versions)
{
    const QPointer<TeamDeleter> self(this);
    const std::stop_token stop = m_tasks.token();
    // What is stored last is the team as it was.
    if (versions.isEmpty() || !(versions.constLast().draft == draft))
        versions.append({ 0, {}, {}, draft });
    std::optional<Team> team;
    for (const TeamVersion &version : std::as_const(versions)) {
        const Result<Team> stored = co_await store(version.draft, team, stop);
        if (!self)
            co_return;
        if (!stored) {
            sayFailure(stored.error());
            co_return;
        }
        team = *stored;
        if (version.label.isEmpty())
            continue;
        const Result<void> labelled = co_await m_workspace->teamArchive()->labelVersion(
            team->id, team->version, version.label, stop);
        if (!self)
            co_return;
        if (!labelled)
            sayFailure(labelled.error());
    }
}

void TeamDeleter::sayFailure(const Error &error)
{
    emit toastRequested({ errorText(error), {}, {}, true });
}

} // namespace renum::ui
