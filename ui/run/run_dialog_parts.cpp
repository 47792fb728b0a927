// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/fold.h"
#include "ui/run/history_popup.h"
#include "ui/run/part_note.h"
#include "ui/run/plan_preview.h"
#include "ui/run/prompt_editor.h"
#include "ui/run/prompt_history.h"
#include "ui/run/run_dialog.h"
#include "ui/run/run_limits.h"
#include "ui/run/run_material.h"
#include "ui/run/run_prospect.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

/// What the dialog is made of.
namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRuns = 20;
constexpr int PromptHeight = 4 * Theme::ControlHeight;
/// Details beyond this are scrolled.
constexpr int DetailsHeight = 12 * Theme::ControlHeight;
/// Long samples would make the dialog wider than a screen.
constexpr int SampleWidth = 6 * Theme::ControlHeight;

} // namespace

QWidget *RunDialog::makePrompt()
{
    auto *part = new QWidget(this);
    auto *label = new QLabel(tr("What shall the team do?"), part);
    setTextLook(label, TextStyle::Label, ColorToken::TextDim);
    label->setBuddy(m_prompt);
    auto *earlier = new QPushButton(tr("Earlier prompts"), part);
    earlier->setObjectName(u"historyButton"_s);
    earlier->setAutoDefault(false);
    earlier->setIcon(m_theme->icon(u"clock"_s, ColorToken::AccentStrong));
    earlier->setToolTip(tr("What this team was asked before (Ctrl+H; Up in the first line)"));
    setLook(earlier, Look::LinkButton);
    m_prompt->setObjectName(u"prompt"_s);
    m_prompt->setAccessibleName(label->text());
    m_prompt->setPlaceholderText(tr("Describe the task in your own words"));
    m_prompt->setMinimumHeight(PromptHeight);
    m_prompt->setPlainText(m_offer.prompt);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] {
        showError({});
        m_prospect->setPrompt(m_prompt->toPlainText());
    });
    m_prospect->setPrompt(m_offer.prompt);
    connect(m_prompt, &PromptEditor::historyRequested, this, &RunDialog::openHistory);
    connect(earlier, &QPushButton::clicked, this, &RunDialog::openHistory);
    const auto offerHistory
        = [this, earlier] { earlier->setEnabled(!m_history->prompts().isEmpty()); };
    connect(m_history, &PromptHistory::changed, earlier, offerHistory);
    offerHistory();
    auto *layout = new QGridLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(Theme::Space1);
    layout->addWidget(label, 0, 0);
    layout->addWidget(earlier, 0, 1, Qt::AlignRight);
    layout->addWidget(m_prompt, 1, 0, 1, 2);
    layout->setRowStretch(1, 1);
    // The field comes first by the keyboard too.
    setTabOrder(m_prompt, earlier);
    return part;
}

QWidget *RunDialog::makeDetails()
{
    auto *content = new QWidget;
    auto *limits = new Fold({ tr("More"), tr("Less"), tr("Limits and model of this run") },
        u"moreButton"_s, m_limits, m_theme, content);
    m_materialFold = new Fold(
        { tr("Give it data"), tr("Less data"), tr("Context and shared memory to begin with") },
        u"materialButton"_s, m_material, m_theme, content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(new PartNote(m_offer, m_theme, content));
    layout->addWidget(m_plan);
    layout->addWidget(m_prospect);
    layout->addWidget(m_materialFold);
    layout->addWidget(limits);
    m_details = new QScrollArea(this);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setWidgetResizable(true);
    m_details->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_details->setFocusPolicy(Qt::NoFocus);
    m_details->viewport()->setAutoFillBackground(false);
    m_details->setWidget(content);
    content->setAutoFillBackground(false); // which the line before switched on
    content->installEventFilter(this);
    connect(m_material, &RunMaterial::changed, this, [this] { showError({}); });
    return m_details;
}

// As high as what is in it, to a limit.
void RunDialog::fitDetails()
{
    const QWidget *content = m_details->widget();
    const int width = m_details->viewport()->width();
    const int wanted = content->layout()->hasHeightForWidth()
        ? content->layout()->totalHeightForWidth(width)
        : content->sizeHint().height();
    m_details->setFixedHeight(std::min(wanted, DetailsHeight));
}

bool RunDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_details->widget()
        && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        fitDetails();
    return QDialog::eventFilter(watched, event);
}

void RunDialog::openHistory()
{
    auto *popup = new HistoryPopup(m_history, this);
    connect(popup, &HistoryPopup::chosen, m_prompt, [this](const QString &prompt) {
        m_prompt->replaceText(prompt);
        m_prompt->setFocus(Qt::PopupFocusReason);
    });
    popup->openBelow(m_prompt);
}

QWidget *RunDialog::makeSamples(const QStringList &prompts)
{
    auto *samples = new QWidget(this);
    auto *layout = new QHBoxLayout(samples);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    auto *label = new QLabel(tr("For example:"), samples);
    setTextLook(label, TextStyle::Label, ColorToken::TextDim);
    layout->addWidget(label);
    for (const QString &prompt : prompts) {
        auto *sample = new QPushButton(samples);
        setLook(sample, Look::Chip);
        sample->setObjectName(u"samplePrompt"_s);
        sample->setText(fontMetrics().elidedText(prompt, Qt::ElideRight, SampleWidth));
        sample->setToolTip(prompt);
        sample->setAccessibleName(tr("Use the example: %1").arg(prompt));
        sample->setAutoDefault(false);
        connect(sample, &QPushButton::clicked, this, [this, prompt] {
            m_prompt->replaceText(prompt);
            m_prompt->setFocus();
        });
        layout->addWidget(sample);
    }
    layout->addStretch();
    return samples;
}

QWidget *RunDialog::makeError()
{
    m_errorBanner = new QWidget(this);
    setLook(m_errorBanner, Look::ErrBanner);
    m_error = new QLabel(m_errorBanner);
    m_error->setObjectName(u"runError"_s);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    setTextLook(m_error, TextStyle::Body, ColorToken::Err);
    auto *layout = new QHBoxLayout(m_errorBanner);
    layout->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    layout->addWidget(m_error);
    m_errorBanner->hide();
    return m_errorBanner;
}

QWidget *RunDialog::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *cancel = new QPushButton(tr("Cancel"), bar);
    cancel->setAutoDefault(false);
    m_run = new QPushButton(tr("Run"), bar);
    m_run->setObjectName(u"runButton"_s);
    m_run->setIcon(m_theme->icon(u"play"_s, ColorToken::AccentText));
    showProspect();
    m_run->setAutoDefault(false);
    setLook(m_run, Look::PrimaryButton);
    auto *timesLabel = new QLabel(tr("How often"), bar);
    setTextLook(timesLabel, TextStyle::Label, ColorToken::TextDim);
    m_times = new QSpinBox(bar);
    m_times->setObjectName(u"runTimes"_s);
    m_times->setRange(1, MostRuns);
    m_times->setAccessibleName(tr("How often the team runs"));
    m_times->setToolTip(tr("Each time is a run of its own"));
    timesLabel->setBuddy(m_times);
    connect(m_times, &QSpinBox::valueChanged, m_prospect, &RunProspect::setRuns);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, Theme::Space2, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(timesLabel);
    layout->addWidget(m_times);
    layout->addStretch();
    layout->addWidget(cancel);
    layout->addWidget(m_run);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &RunDialog::run);
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter })
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
            &RunDialog::run);
    return bar;
}

} // namespace renum::ui
