// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace renum::ui {

/// How a team will go about its task: who works when, and what is wrong with the plan.
class PlanPreview : public QWidget {
    Q_OBJECT

public:
    explicit PlanPreview(Theme *theme, QWidget *parent = nullptr);

    void showPreview(const TeamPreview &preview);
    void showError(const Error &error);
    /// Where the estimate of the time comes from.
    void showBasis(const QString &sentence);

private:
    void addProblem(const Problem &problem);
    void addLine(const QString &icon, ColorToken color, const QString &text);

    Theme *m_theme;
    QLabel *m_summary;
    QLabel *m_order;
    QLabel *m_basis;
    QVBoxLayout *m_problems;
};

} // namespace renum::ui
