// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/interventions/intervention.h"
#include "ui/monitor/interventions/wait_text.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace renum::ui {

/// One line across the page: what the execution is waiting for, or what went wrong, with what can
/// be done about it.
class WaitBanner : public QFrame {
    Q_OBJECT

public:
    explicit WaitBanner(QWidget *parent = nullptr);

    void setLine(const WaitLine &line);
    /// What can be done about it, the first being the main thing.
    void setActions(const InterventionScene &scene);
    [[nodiscard]] QString text() const;

signals:
    void chosen(renum::ui::Intervention what);

private:
    QLabel *m_text;
    QHBoxLayout *m_row = nullptr;
    std::vector<Intervention> m_offered;
    QList<QPushButton *> m_buttons; ///< for what is offered
    WaitLine m_line;
};

} // namespace renum::ui
