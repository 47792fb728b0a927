// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace renum::ui {

class ChoiceField;
class LongTextField;
class SampleSource;

/// Chooses the data that something is tried with, and lets a person write their own.
class SamplePicker : public QWidget {
    Q_OBJECT

public:
    /// `source` outlives this.
    explicit SamplePicker(SampleSource *source, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void refresh();

    SampleSource *m_source;
    ChoiceField *m_choice;
    LongTextField *m_own;
};

} // namespace renum::ui
