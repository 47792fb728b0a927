// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/step_history.h"

#include <QTreeWidget>

namespace renum::ui {

/// The attempts of a step as a table: state, when, how long, which run, what went wrong.
class AttemptsView : public QTreeWidget {
    Q_OBJECT

public:
    explicit AttemptsView(QWidget *parent = nullptr);
    void setHistory(const StepHistory &history, Timestamp now);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showAttempts();

    std::vector<AttemptRecord> m_attempts;
    Timestamp m_now;
};

} // namespace renum::ui
