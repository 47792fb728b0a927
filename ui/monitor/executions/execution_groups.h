// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_filter.h"

#include <QWidget>

#include <utility>
#include <vector>

class QToolButton;

namespace renum::ui {

/// The lists of executions to choose from, each with how many there are. One is chosen.
class ExecutionGroups : public QWidget {
    Q_OBJECT

public:
    explicit ExecutionGroups(QWidget *parent = nullptr);

    void setCounts(const ExecutionCounts &counts);
    [[nodiscard]] ExecutionGroup group() const;
    void setGroup(ExecutionGroup group);

signals:
    void groupChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showWords();

    std::vector<std::pair<ExecutionGroup, QToolButton *>> m_buttons;
    ExecutionCounts m_counts;
};

} // namespace renum::ui
