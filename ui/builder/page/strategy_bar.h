// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace renum::ui {

/// The four strategies side by side, the team's one pressed; each explains itself in a sentence
/// (feature TB-05).
class StrategyBar : public QWidget {
    Q_OBJECT

public:
    explicit StrategyBar(QWidget *parent = nullptr);

    void setStrategy(WorkflowType type);
    [[nodiscard]] WorkflowType strategy() const noexcept { return m_strategy; }
    /// What a team of this strategy does.
    [[nodiscard]] static QString explanation(WorkflowType type);

signals:
    /// The person wants another one; the bar goes on to show the present one until it is set.
    void strategyRequested(renum::WorkflowType type);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QButtonGroup *m_buttons;
    WorkflowType m_strategy = WorkflowType::Sequential;
};

} // namespace renum::ui
