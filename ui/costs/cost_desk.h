// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_filter.h"
#include "core/net/task_scope.h"
#include "core/workspace/cost_book.h"
#include "ui/costs/cost_names.h"

#include <QObject>
#include <QTimer>

namespace renum {
class Workspace;
}

namespace renum::ui {

/// What a period looks like in figures, all of it read for the same scope.
struct CostFigures {
    SpendingReport overTime; ///< by day and what the scope tells apart; its total is that of all
    SpendingRows byTeam;
    SpendingRows byAgent;
    SpendingRows byModel;
    SpendingRows unpriced; ///< models without a price, in these days
    ExecutionCounts runs; ///< of the days, and of the team if there is one
    Forecast forecast; ///< of this month, for what the scope is narrowed to
};

/// Reads what the costs page shows and reads it again when something was booked: at most once a
/// second, and only while somebody looks.
class CostDesk : public QObject {
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };

    explicit CostDesk(Workspace *workspace, QObject *parent = nullptr);

    [[nodiscard]] const CostScope &scope() const noexcept { return m_scope; }
    void setScope(const CostScope &scope);
    [[nodiscard]] State state() const noexcept { return m_state; }
    /// What was read last; still there when a later reading failed.
    [[nodiscard]] const CostFigures &figures() const noexcept { return m_figures; }
    [[nodiscard]] const CostNames &names() const noexcept { return m_names; }
    [[nodiscard]] const std::optional<Error> &error() const noexcept { return m_error; }

    void refresh();
    /// Somebody looks, or not any more.
    void setWatched(bool watched);

signals:
    void scopeChanged();
    /// State, figures or names are others.
    void changed();
    /// Everything is read again: what the page shows besides may be old too.
    void refreshing();

private:
    void refreshSoon();
    QCoro::Task<> read(int turn);
    QCoro::Task<Result<CostFigures>> figuresOf(CostScope scope);
    QCoro::Task<Result<SpendingRows>> sumsOf(LedgerFilter filter, SpendingGroups groups);
    QCoro::Task<CostNames> namesNow();

    Workspace *m_workspace;
    CostScope m_scope;
    State m_state = State::Loading;
    CostFigures m_figures;
    CostNames m_names;
    std::optional<Error> m_error;
    QTimer m_soon;
    bool m_watched = false;
    bool m_hasNames = false;
    bool m_isReading = false;
    bool m_isOld = false; ///< something was booked since the reading began
    int m_turn = 0;
    TaskScope m_tasks;
};

/// How a scope's rows are told apart in the ledger.
[[nodiscard]] SpendingGroups groupsFor(CostGrouping grouping);

} // namespace renum::ui
