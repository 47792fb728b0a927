// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "ui/monitor/log/log_text.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace renum::ui {

class MarkdownView;
class Theme;

/// What the team produced, rendered or raw, to copy and to save.
class ResultView : public QWidget {
    Q_OBJECT

public:
    explicit ResultView(Theme *theme, QWidget *parent = nullptr);

    void setExecution(const Execution &execution, const AgentNames &names);
    void clear();
    [[nodiscard]] bool hasResult() const noexcept { return !m_text.isEmpty(); }
    [[nodiscard]] const QString &text() const noexcept { return m_text; }

private:
    QToolButton *addButton(const QString &text, const QString &icon, const QString &toolTip);
    void showText();
    void copy();
    void askForFile();
    void save(const QString &path);
    void say(const QString &sentence, bool isError);

    Theme *m_theme;
    MarkdownView *m_view;
    QToolButton *m_raw;
    QLabel *m_said;
    QString m_text;
    QString m_fileName;
};

} // namespace renum::ui
