// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/step_history.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace renum::ui {

/// The tools an agent used: calls above, the arguments and the answer of the chosen one below.
class ToolsView : public QWidget {
    Q_OBJECT

public:
    explicit ToolsView(QWidget *parent = nullptr);
    /// Cheap when nothing is new.
    void setHistory(const StepHistory &history);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showCalls();
    void showDetails();

    QListWidget *m_calls;
    QPlainTextEdit *m_details;
    QLabel *m_empty;
    std::vector<ToolUse> m_shown;
};

} // namespace renum::ui
