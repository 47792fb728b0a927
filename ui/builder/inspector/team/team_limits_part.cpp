// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/team/team_limits_part.h"

#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/number_field.h"
#include "ui/builder/inspector/member_words.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

// Contract §1.3.2.
constexpr int UsualStep = 600;
constexpr int UsualExecution = 3600;
constexpr NumberField::Range StepRange { 1, 86'400, 60, UsualStep };
constexpr NumberField::Range ExecutionRange { 1, 604'800, 600, UsualExecution };

} // namespace

TeamLimitsPart::TeamLimitsPart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_step(new NumberField(NumberField::Kind::Whole, StepRange, this))
    , m_execution(new NumberField(NumberField::Kind::Whole, ExecutionRange, this))
{
    adopt(m_step, u"stepTimeout"_s, { u"/team_config/step_timeout_seconds"_s });
    adopt(m_execution, u"executionTimeout"_s, { u"/team_config/max_execution_seconds"_s });
    addPair(m_step, m_execution);
    connect(m_step, &NumberField::edited, this, [this](std::optional<double> seconds) {
        target().edit(tr("Change the time limit of steps"), u"stepTimeout"_s,
            [seconds](TeamDraft &draft) { draft.config.stepTimeoutSeconds = toInt(seconds); });
    });
    connect(m_execution, &NumberField::edited, this, [this](std::optional<double> seconds) {
        target().edit(tr("Change the time limit of a run"), u"executionTimeout"_s,
            [seconds](TeamDraft &draft) { draft.config.maxExecutionSeconds = toInt(seconds); });
    });
}

QString TeamLimitsPart::title() const
{
    return tr("Limits");
}

void TeamLimitsPart::retranslate()
{
    m_step->setLabel(tr("Each step (s)"));
    m_step->setPlaceholder(secondsText(UsualStep));
    m_execution->setLabel(tr("Whole run (s)"));
    m_execution->setPlaceholder(secondsText(UsualExecution));
}

void TeamLimitsPart::refresh()
{
    const TeamConfig &config = target().draft().config;
    m_step->show(config.stepTimeoutSeconds);
    m_step->setNote(durationNote(config.stepTimeoutSeconds.value_or(UsualStep)));
    m_execution->show(config.maxExecutionSeconds);
    m_execution->setNote(durationNote(config.maxExecutionSeconds.value_or(UsualExecution)));
}

} // namespace renum::ui
