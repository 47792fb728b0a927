// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_limits.h"

#include "ui/theme/look.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestRun = 86'400; // contract §1.3.2
constexpr int StepSeconds = 60;
constexpr int FieldWidth = 6 * Theme::ControlHeight;

} // namespace

RunLimits::RunLimits(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_more(new QPushButton(tr("More"), this))
    , m_fields(new QWidget(this))
    , m_seconds(new QSpinBox(m_fields))
    , m_model(new QLineEdit(m_fields))
{
    setLook(m_more, Look::LinkButton);
    m_more->setObjectName(u"moreButton"_s);
    m_more->setCheckable(true);
    m_more->setAutoDefault(false);
    m_more->setToolTip(tr("Time limit and model of this run"));
    m_seconds->setObjectName(u"maxSeconds"_s);
    m_seconds->setRange(0, LongestRun);
    m_seconds->setSingleStep(StepSeconds);
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setSpecialValueText(tr("As the team says"));
    m_model->setObjectName(u"model"_s);
    m_model->setPlaceholderText(tr("As the agents say"));
    for (QWidget *field : { static_cast<QWidget *>(m_seconds), static_cast<QWidget *>(m_model) })
        field->setMinimumWidth(FieldWidth);
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setVerticalSpacing(Theme::Space2);
    form->addRow(tr("Stop after"), m_seconds);
    form->addRow(tr("Model for all agents"), m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space1);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_fields, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::toggled, this, &RunLimits::setOpen);
    setOpen(false);
}

void RunLimits::setOpen(bool open)
{
    m_fields->setVisible(open);
    m_more->setText(open ? tr("Less") : tr("More"));
    m_more->setIcon(
        m_theme->icon(open ? u"chevron-down"_s : u"chevron"_s, ColorToken::AccentStrong));
}

ExecutionConfig RunLimits::config() const
{
    ExecutionConfig config;
    if (m_seconds->value() > 0)
        config.maxExecutionSeconds = m_seconds->value();
    if (const QString model = m_model->text().trimmed(); !model.isEmpty())
        config.modelName = model;
    return config;
}

} // namespace renum::ui
