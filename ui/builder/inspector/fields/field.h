// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace renum::ui {

/// A control with its name above it, and below it what is wrong with it and what it means.
class Field : public QWidget {
    Q_OBJECT

public:
    /// `control` becomes a child. It is named by setLabel() for screen readers as well.
    explicit Field(QWidget *control, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    /// What the value does, below the control; empty for none.
    void setNote(const QString &note);
    /// Beside the label, for example "12/100"; empty for none.
    void setCounter(const QString &counter);
    /// What the validation says of the value.
    void setProblems(const Problems &problems);
    /// Something is wrong with what was typed, so that it is no value at all.
    void setOwnProblem(const QString &problem);

    [[nodiscard]] QWidget *control() const noexcept { return m_control; }
    /// For controls that are shown as text; empty when there is no problem.
    [[nodiscard]] QString problemText() const;

    /// What a person typed and what is no value is forgotten, because another thing is shown.
    virtual void forgetTyping();

signals:
    /// The person has left the field.
    void left();

protected:
    [[nodiscard]] QHBoxLayout *head() const noexcept { return m_head; }

private:
    void updateProblem();

    QWidget *m_control;
    QHBoxLayout *m_head;
    QLabel *m_label;
    QLabel *m_counter;
    QLabel *m_problem;
    QLabel *m_note;
    QString m_ownProblem;
    Problems m_problems;
};

/// What to do about a finding, in the words of the field that it is shown at.
[[nodiscard]] QString fieldProblemText(const Problem &problem);

} // namespace renum::ui
