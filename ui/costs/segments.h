// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace renum::ui {

/// A row of choices side by side, of which one is chosen.
class Segments : public QWidget {
    Q_OBJECT

public:
    explicit Segments(QWidget *parent = nullptr);

    /// The object name is for tests. Returns the choice's button.
    QToolButton *addChoice(int value, const QString &objectName);
    void setText(int value, const QString &text, const QString &toolTip);
    [[nodiscard]] int value() const;
    /// Emits nothing.
    void setValue(int value);

signals:
    /// The person chose, perhaps what was chosen already.
    void chosen(int value);

private:
    QHBoxLayout *m_row;
    QButtonGroup *m_group;
};

} // namespace renum::ui
