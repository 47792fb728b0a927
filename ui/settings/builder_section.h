// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace renum::ui {

class BuilderHabits;

/// How the canvas of the builder behaves.
class BuilderSection : public QWidget {
    Q_OBJECT

public:
    /// `habits` outlive this.
    explicit BuilderSection(BuilderHabits *habits, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void retranslate();

    BuilderHabits *m_habits;
    QLabel *m_wheelLabel;
    QComboBox *m_wheel;
    QCheckBox *m_snap;
    QCheckBox *m_tab;
    QCheckBox *m_letters;
};

} // namespace renum::ui
