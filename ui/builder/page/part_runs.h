// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "ui/builder/document/last_results.h"
#include "ui/run/run_offer.h"

#include <QObject>
#include <QPointer>

namespace renum::ui {

class TeamDocument;

/// What comes before a run that is asked for in the builder: which results stand in. Unsaved edits
/// are not its business: a document is stored before it runs.
class PartRuns : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`, which is the parent. `workspace` outlives this.
    PartRuns(Workspace *workspace, QWidget *window);

    /// Of the whole team, or a part. Answers with ready() or failed().
    void prepare(TeamDocument *document, const std::optional<TeamPart> &part);
    /// Lets the person keep the result of this member.
    void askToKeep(TeamDocument *document, const AgentId &member);

signals:
    void ready(const renum::ui::RunOffer &offer);
    void failed(const renum::Error &error);

private:
    QCoro::Task<> preparePart(QPointer<TeamDocument> document, TeamPart part);
    QCoro::Task<> readAndAskToKeep(QPointer<TeamDocument> document, AgentId member);
    void openKeepDialog(TeamDocument *document, const AgentId &member, const LastResults &last);

    Workspace *m_workspace;
    QWidget *m_window;
    TaskScope m_tasks;
};

} // namespace renum::ui
