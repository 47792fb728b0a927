// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/sample_picker.h"

#include "ui/builder/inspector/fields/choice_field.h"
#include "ui/builder/inspector/fields/long_text_field.h"
#include "ui/builder/inspector/sample_source.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int OwnLines = 8;
}

SamplePicker::SamplePicker(SampleSource *source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_choice(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_own(new LongTextField(OwnLines, this))
{
    m_choice->control()->setObjectName(u"sampleChoice"_s);
    m_own->control()->setObjectName(u"ownSample"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_choice);
    layout->addWidget(m_own);
    connect(m_choice, &ChoiceField::chosen, source, &SampleSource::choose);
    connect(m_own, &LongTextField::edited, source, &SampleSource::setOwnText);
    connect(source, &SampleSource::changed, this, &SamplePicker::refresh);
    retranslate();
    refresh();
}

void SamplePicker::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    refresh();
}

void SamplePicker::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_source->load();
}

void SamplePicker::retranslate()
{
    m_choice->setLabel(tr("Try it with"));
    m_own->setLabel(tr("Your own data, as JSON"));
}

void SamplePicker::refresh()
{
    m_choice->setChoices(m_source->choices());
    m_choice->show(m_source->choice());
    m_own->setVisible(m_source->isOwn());
    m_own->show(m_source->ownText());
    m_own->setOwnProblem(m_source->isOwn() ? m_source->status() : QString());
    m_choice->setNote(m_source->isOwn() ? QString() : m_source->status());
}

} // namespace renum::ui
