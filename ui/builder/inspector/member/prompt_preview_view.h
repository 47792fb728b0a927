// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace renum::ui {

class SamplePicker;
class SampleSource;

/// What a member would be asked with the data that was chosen, resolved as the engine does it.
class PromptPreviewView : public QWidget {
    Q_OBJECT

public:
    /// `samples` outlives this.
    explicit PromptPreviewView(SampleSource *samples, QWidget *parent = nullptr);

    void show(const TeamDraft &draft, const AgentId &member);
    using QWidget::show;
    void retranslate();

private:
    void showPrompt(const QString &prompt);

    SampleSource *m_samples;
    QLabel *m_heading;
    SamplePicker *m_picker;
    QPlainTextEdit *m_prompt;
    QLabel *m_problem;
};

} // namespace renum::ui
