// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member/prompt_preview_view.h"

#include "core/workflow/editing/sample_run.h"
#include "ui/builder/inspector/fields/text_input.h"
#include "ui/builder/inspector/sample_picker.h"
#include "ui/builder/inspector/sample_source.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int PreviewLines = 8;
/// Results of earlier runs can be long; nobody reads on here.
constexpr qsizetype MostShown = 6'000;

} // namespace

PromptPreviewView::PromptPreviewView(SampleSource *samples, QWidget *parent)
    : QWidget(parent)
    , m_samples(samples)
    , m_heading(new QLabel(this))
    , m_picker(new SamplePicker(samples, this))
    , m_prompt(new TextInput(PreviewLines, this))
    , m_problem(new WrappedLabel(this))
{
    m_prompt->setObjectName(u"promptPreview"_s);
    m_prompt->setReadOnly(true);
    m_problem->setObjectName(u"promptProblem"_s);
    m_heading->setBuddy(m_prompt);
    setTextLook(m_heading, TextStyle::Label, ColorToken::TextDim);
    setTextLook(m_problem, TextStyle::Small, ColorToken::Warn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_picker);
    layout->addWidget(m_heading);
    layout->addWidget(m_prompt);
    layout->addWidget(m_problem);
}

void PromptPreviewView::show(const TeamDraft &draft, const AgentId &member)
{
    const SampleRun *run = m_samples->runBefore(member);
    m_prompt->setVisible(run);
    m_problem->hide();
    if (!run)
        return;
    const PromptPreview preview = previewPrompt(draft, member, *run);
    m_prompt->setVisible(!preview.missing);
    if (preview.missing) {
        m_problem->setText(preview.missing->skip
                ? tr("It would be skipped: with this data nothing comes in.")
                : tr("It would fail: with this data a value that it needs is not there."));
        m_problem->setToolTip(preview.missing->what);
        m_problem->show();
        return;
    }
    showPrompt(preview.prompt);
}

void PromptPreviewView::showPrompt(const QString &prompt)
{
    const bool isLong = prompt.size() > MostShown;
    const QString text = isLong ? prompt.first(MostShown) + u'…' : prompt;
    if (m_prompt->toPlainText() == text)
        return;
    m_prompt->setPlainText(text);
    m_prompt->moveCursor(QTextCursor::Start);
}

void PromptPreviewView::retranslate()
{
    m_heading->setText(tr("What it is asked"));
    m_prompt->setAccessibleName(m_heading->text());
    m_prompt->setToolTip(tr("The rules of the team are added when it runs."));
}

} // namespace renum::ui
