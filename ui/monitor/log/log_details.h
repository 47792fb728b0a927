// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace renum::ui {

class Theme;

/// Everything about one line of the log: its sentence and its event as JSON, whatever version wrote
/// it. Nothing in it is followed, loaded or formatted.
class LogDetails : public QWidget {
    Q_OBJECT

public:
    explicit LogDetails(const Theme *theme, QWidget *parent = nullptr);

    /// `words` are marked.
    void showLine(const ExecutionEvent &event, const QString &sentence, const QStringList &words);
    void clear();
    [[nodiscard]] QString text() const;

signals:
    void closeRequested();
    /// The person wants to see the step it is about.
    void stepRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void mark(const QStringList &words);
    void copy() const;

    const Theme *m_theme;
    QLabel *m_sentence;
    QPlainTextEdit *m_json;
    QPushButton *m_step;
    QPushButton *m_copy;
    QToolButton *m_close;
};

} // namespace renum::ui
