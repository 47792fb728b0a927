// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/team_saver.h"

#include "core/model/error_codes.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/conflict_dialog.h"

namespace renum::ui {

TeamSaver::TeamSaver(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void TeamSaver::save(TeamDocument *document)
{
    if (m_busy)
        return;
    setBusy(true);
    m_tasks.start(store(document, !document->stored()));
}

void TeamSaver::saveAsNew(TeamDocument *document)
{
    if (m_busy)
        return;
    setBusy(true);
    m_tasks.start(store(document, true));
}

QCoro::Task<> TeamSaver::store(QPointer<TeamDocument> document, bool asNew)
{
    const QPointer<TeamSaver> self(this);
    const std::stop_token stop = m_tasks.token();
    const int point = document->beginStoring();
    const TeamDraft draft = document->draft();
    if (asNew) {
        const Result<Team> team = co_await m_workspace->createTeam(draft, stop);
        if (self)
            finish(document, team, point);
        co_return;
    }
    const TeamId id = document->stored()->id;
    const int version = document->stored()->version;
    const Result<Team> team = co_await m_workspace->updateTeam(id, draft, version, stop);
    if (!self)
        co_return;
    if (!team && document && team.error().code == QLatin1StringView(code::VersionConflict))
        m_tasks.start(readOther(document));
    else
        finish(document, team, point);
}

void TeamSaver::finish(TeamDocument *document, const Result<Team> &team, int point)
{
    setBusy(false);
    if (!document)
        return;
    if (!team) {
        emit failed(document, team.error());
        return;
    }
    document->setStored(*team, point);
    emit saved(document);
}

QCoro::Task<> TeamSaver::readOther(QPointer<TeamDocument> document)
{
    const QPointer<TeamSaver> self(this);
    const std::stop_token stop = m_tasks.token();
    const TeamId id = document->stored()->id;
    const Result<Team> theirs = co_await m_workspace->team(id, stop);
    if (!self)
        co_return;
    if (theirs && document)
        ask(document, *theirs);
    else if (!theirs)
        finish(document, theirs.error(), 0);
    else
        setBusy(false);
}

void TeamSaver::ask(TeamDocument *document, const Team &theirs)
{
    auto *dialog
        = new ConflictDialog(document->stored()->draft(), document->draft(), theirs, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<TeamDocument> edited(document);
    connect(dialog, &QDialog::accepted, this, [this, dialog, edited, theirs] {
        setBusy(false);
        if (!edited)
            return;
        edited->edit(tr("Join with the stored version"), dialog->merged());
        edited->rebase(theirs);
        save(edited);
    });
    connect(dialog, &QDialog::rejected, this, [this] { setBusy(false); });
    dialog->open();
}

void TeamSaver::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

} // namespace renum::ui
