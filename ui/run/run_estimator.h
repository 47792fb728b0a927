// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workflow/editing/team_part.h"
#include "core/workspace/cost_book.h"

#include <QTimer>

#include <optional>
#include <stop_token>

namespace renum::ui {

/// Finds out what a run will probably cost and take, when the person pauses: the latest question
/// counts, earlier ones are given up.
class RunEstimator : public QObject {
    Q_OBJECT

public:
    struct Question {
        TeamId team; ///< where the history is looked for; may be empty
        ExecutionPlan plan;
        QString prompt;
    };

    /// `book` outlives this.
    explicit RunEstimator(CostBook *book, QObject *parent = nullptr);
    ~RunEstimator() override;

    /// What was known stays until the answer comes.
    void ask(Question question);
    /// There is nothing to estimate.
    void forget();
    /// None before the first answer, and when it cannot be told.
    [[nodiscard]] const std::optional<RunEstimate> &estimate() const noexcept { return m_estimate; }

signals:
    void changed();

private:
    void askNow();
    void take(std::optional<RunEstimate> estimate);
    QCoro::Task<> read(Question question, std::stop_token stop);

    CostBook *m_book;
    std::optional<Question> m_question;
    std::optional<RunEstimate> m_estimate;
    QTimer m_pause;
    std::stop_source m_request; ///< of the question that counts
    TaskScope m_tasks;
};

/// A plan in which only those members work for whom no result is kept.
[[nodiscard]] ExecutionPlan withoutKept(ExecutionPlan plan, const KeptResults &kept);

} // namespace renum::ui
