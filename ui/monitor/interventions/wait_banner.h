// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/interventions/wait_text.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace renum::ui {

/// One line across the page: what the execution is waiting for, or what went wrong, with at most
/// one thing to do about it.
class WaitBanner : public QFrame {
    Q_OBJECT

public:
    explicit WaitBanner(QWidget *parent = nullptr);

    void setLine(const WaitLine &line);
    /// Empty: no button.
    void setAction(const QString &text, const QString &toolTip);
    [[nodiscard]] QString text() const;

signals:
    void actionTriggered();

private:
    QLabel *m_text;
    QPushButton *m_action;
    WaitLine m_line;
};

} // namespace renum::ui
