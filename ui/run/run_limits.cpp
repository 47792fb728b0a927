// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_limits.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <cmath>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestRun = 86'400; // contract §1.3.2
constexpr int StepSeconds = 60;
constexpr int FieldWidth = 6 * Theme::ControlHeight;
constexpr double NanosPerDollar = 1e9;
constexpr double MostDollars = 100'000;
constexpr int MostTokens = 2'000'000'000;
constexpr int TokenStep = 10'000;
constexpr int MostCalls = 100'000;

QSpinBox *makeCount(QWidget *parent, const QString &name, int most, int step)
{
    auto *field = new QSpinBox(parent);
    field->setObjectName(name);
    field->setRange(0, most);
    field->setSingleStep(step);
    field->setGroupSeparatorShown(true);
    field->setMinimumWidth(FieldWidth);
    return field;
}

} // namespace

RunLimits::RunLimits(QWidget *parent)
    : QWidget(parent)
    , m_seconds(makeCount(this, u"maxSeconds"_s, LongestRun, StepSeconds))
    , m_stepSeconds(makeCount(this, u"stepSeconds"_s, LongestRun, StepSeconds))
    , m_model(new QLineEdit(this))
    , m_dollars(new QDoubleSpinBox(this))
    , m_tokens(makeCount(this, u"capTokens"_s, MostTokens, TokenStep))
    , m_calls(makeCount(this, u"capCalls"_s, MostCalls, 1))
    , m_action(new QComboBox(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setVerticalSpacing(Theme::Space2);
    addTimes(form);
    addSpending(form);
    offerActions();
}

void RunLimits::addTimes(QFormLayout *form)
{
    for (QSpinBox *field : { m_seconds, m_stepSeconds }) {
        field->setSuffix(tr(" s"));
        field->setSpecialValueText(tr("As the team says"));
    }
    m_model->setObjectName(u"model"_s);
    m_model->setPlaceholderText(tr("As the agents say"));
    m_model->setMinimumWidth(FieldWidth);
    form->addRow(tr("Stop after"), m_seconds);
    form->addRow(tr("Each step at most"), m_stepSeconds);
    form->addRow(tr("Model for all agents"), m_model);
}

void RunLimits::addSpending(QFormLayout *form)
{
    m_dollars->setObjectName(u"capDollars"_s);
    m_dollars->setRange(0, MostDollars);
    m_dollars->setDecimals(2);
    m_dollars->setSingleStep(0.5);
    //: in front of an amount of US dollars
    m_dollars->setPrefix(tr("US$ "));
    m_dollars->setMinimumWidth(FieldWidth);
    m_dollars->setToolTip(tr("Counts where the prices of the models are known"));
    m_tokens->setToolTip(tr("In and out together"));
    m_dollars->setSpecialValueText(tr("No limit"));
    m_tokens->setSpecialValueText(tr("No limit"));
    m_calls->setSpecialValueText(tr("No limit"));
    m_action->setObjectName(u"capAction"_s);
    m_action->addItem(tr("Pause and ask me"), QVariant::fromValue(int(SpendingCap::Action::Pause)));
    m_action->addItem(tr("Stop"), QVariant::fromValue(int(SpendingCap::Action::Stop)));
    m_action->addItem(tr("Only tell me"), QVariant::fromValue(int(SpendingCap::Action::Warn)));
    form->addRow(tr("Cost at most"), m_dollars);
    form->addRow(tr("Tokens at most"), m_tokens);
    form->addRow(tr("Calls at most"), m_calls);
    form->addRow(tr("At the limit"), m_action);
    connect(m_dollars, &QDoubleSpinBox::valueChanged, this, &RunLimits::offerActions);
    for (const QSpinBox *field : { m_tokens, m_calls })
        connect(field, &QSpinBox::valueChanged, this, &RunLimits::offerActions);
}

void RunLimits::offerActions()
{
    const bool limited = cap().isSet();
    m_action->setEnabled(limited);
    m_action->setToolTip(limited ? tr("What happens before the call that would go over the limit")
                                 : tr("Set a limit of cost, tokens or calls first"));
}

SpendingCap RunLimits::cap() const
{
    SpendingCap cap;
    if (m_dollars->value() > 0)
        cap.nanoUsd = qint64(std::llround(m_dollars->value() * NanosPerDollar));
    if (m_tokens->value() > 0)
        cap.tokens = m_tokens->value();
    if (m_calls->value() > 0)
        cap.calls = m_calls->value();
    if (cap.isSet())
        cap.action = static_cast<SpendingCap::Action>(m_action->currentData().toInt());
    return cap;
}

void RunLimits::apply(ExecutionConfig &config) const
{
    if (m_seconds->value() > 0)
        config.maxExecutionSeconds = m_seconds->value();
    if (m_stepSeconds->value() > 0)
        config.stepTimeoutSeconds = m_stepSeconds->value();
    if (const QString model = m_model->text().trimmed(); !model.isEmpty())
        config.modelName = model;
    config.cap = cap();
}

} // namespace renum::ui
