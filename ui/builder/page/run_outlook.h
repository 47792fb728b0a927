// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QPointer>
#include <QTimer>

#include <stop_token>

class QWidget;

namespace renum::ui {

class LiveRefresh;
class RunEstimator;
class TeamDocument;

/// What a run of the team being edited will probably cost. Worked out when the person pauses, and
/// only while the page can be seen.
class RunOutlook : public QObject {
    Q_OBJECT

public:
    /// `workspace` outlives this.
    RunOutlook(Workspace *workspace, QWidget *page);
    ~RunOutlook() override;

    /// From now on about this document; null: about none.
    void follow(TeamDocument *document);
    /// Whole sentences with their basis; empty while nothing is known.
    [[nodiscard]] QString sentence() const;
    /// `≈ $0.0312`; empty when the price is not known.
    [[nodiscard]] QString figure() const;

signals:
    void changed();

private:
    void ask();
    QCoro::Task<> read(QPointer<TeamDocument> document, std::stop_token stop);

    Workspace *m_workspace;
    LiveRefresh *m_live;
    RunEstimator *m_estimator;
    QPointer<TeamDocument> m_document;
    QTimer m_pause;
    std::stop_source m_request; ///< of the plan that counts
    TaskScope m_tasks;
};

} // namespace renum::ui
