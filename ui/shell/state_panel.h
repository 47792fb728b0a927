// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace renum::ui {

class Theme;

/// What a view shows instead of content: that it loads, why it failed, or what it is for. With at
/// most one next step.
class StatePanel : public QWidget {
    Q_OBJECT

public:
    explicit StatePanel(Theme *theme, QWidget *parent = nullptr);

    /// Shows nothing at first, grey bars after 300 ms, and `waitingFor` after 2 s.
    void showLoading(const QString &waitingFor);
    /// The error's sentence and a button that emits actionTriggered().
    void showError(const QString &title, const Error &error);
    /// `actionText` may be empty.
    void showMessage(const QString &iconName, const QString &title, const QString &text,
        const QString &actionText = {});

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Stage { Message, Waiting, Skeleton, Named };
    void arrange();
    void setStage(Stage stage);
    void setContent(
        const QIcon &icon, const QString &title, const QString &text, const QString &actionText);

    Theme *m_theme;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
    QTimer m_timer;
    Stage m_stage = Stage::Message;
};

} // namespace renum::ui
