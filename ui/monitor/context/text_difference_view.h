// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_difference.h"
#include "core/net/task_scope.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace renum::ui {

class Theme;

/// Two texts as one: what was taken out is struck through, what was put in is underlined. Long
/// texts are compared beside the window and shown bit by bit.
class TextDifferenceView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit TextDifferenceView(const Theme *theme, QWidget *parent = nullptr);

    void setTexts(const QString &before, const QString &after);
    /// All of it is shown.
    [[nodiscard]] bool isSettled() const { return !m_comparing && !m_work.isActive(); }
    [[nodiscard]] const TextDifference &difference() const noexcept { return m_difference; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QCoro::Task<> compare(QString before, QString after, int job);
    void showDifference(TextDifference difference);
    void showSlice();

    const Theme *m_theme;
    TextDifference m_difference;
    std::size_t m_shown = 0; ///< pieces
    int m_job = 0;
    bool m_comparing = false;
    QTimer m_work;
    TaskScope m_tasks;
};

} // namespace renum::ui
