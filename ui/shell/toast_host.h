// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/toast.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace renum::ui {

class Theme;

/// Shows one toast at a time at the bottom of its parent; a new one replaces the last. It stays
/// while the pointer or the focus is on it.
class ToastHost : public QWidget {
    Q_OBJECT

public:
    ToastHost(Theme *theme, QWidget *parent);

    void showToast(const Toast &toast);
    [[nodiscard]] QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void place();
    void runAction();

    Theme *m_theme;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QTimer m_timer;
    std::function<void()> m_run;
};

} // namespace renum::ui
