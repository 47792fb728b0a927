// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_error.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

class Theme;

/// "low", "high" … in the person's language.
[[nodiscard]] QString severityText(ErrorSeverity severity);

/// One failure: how bad, of whom, what to do, and on demand what a technician wants to know.
class ErrorCard : public QWidget {
    Q_OBJECT

public:
    /// `canRerun`: the execution has ended, so that its steps can run again.
    ErrorCard(const ExecutionError &error, bool dismissed, bool canRerun, Theme *theme,
        QWidget *parent = nullptr);

signals:
    void retryRequested();
    void rerunRequested(const renum::StepId &step);
    void agentChosen(const renum::AgentId &agent);
    /// Put away, or taken back.
    void dismissToggled(const QString &error, bool dismissed);

private:
    QWidget *buildHead(Theme *theme, bool dismissed);
    QWidget *buildDetails();
    void addActions(QHBoxLayout *row, bool dismissed, bool canRerun);
    QPushButton *addAction(
        QHBoxLayout *row, const QString &name, const QString &text, const QString &tip);
    [[nodiscard]] QString technicalText() const;

    ExecutionError m_error;
    QWidget *m_details = nullptr;
};

} // namespace renum::ui
