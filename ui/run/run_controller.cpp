// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_controller.h"

namespace renum::ui {

RunController::RunController(Workspace *workspace, NoteFiles *notes, Theme *theme, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_notes(notes)
    , m_theme(theme)
    , m_window(window)
{
}

void RunController::offer(const RunOffer &offer)
{
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        return;
    }
    m_dialog = new RunDialog(m_workspace, m_notes, m_theme, offer, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &RunDialog::started, this, &RunController::started);
    m_dialog->open();
}

void RunController::offerAgain(const TeamId &team, const QString &prompt)
{
    m_tasks.start(readAndOffer(team, prompt));
}

QCoro::Task<> RunController::readAndOffer(TeamId team, QString prompt)
{
    const QPointer<RunController> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Team> answer = co_await m_workspace->team(team, stop);
    if (!self)
        co_return;
    if (!answer) {
        emit failed(answer.error());
        co_return;
    }
    const RunOffer again { *answer, {}, prompt };
    offer(again);
}

} // namespace renum::ui
