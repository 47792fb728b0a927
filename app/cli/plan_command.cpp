// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/cost_text.h"
#include "app/cli/output.h"
#include "app/cli/terminal_text.h"
#include "core/model/error_codes.h"
#include "core/workspace/team_file.h"
#include "core/workspace/template_catalog.h"

#include <QUuid>

#include <algorithm>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

/// A template is planned with its slots in place of agents: no service is needed for that.
Result<TeamDraft> draftOfTemplate(const QList<TeamTemplate> &templates, const TemplateId &id)
{
    const auto item = std::ranges::find(templates, id, &TeamTemplate::id);
    if (item == templates.cend()) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotFound),
            u"There is no template \"%1\". `renumctl teams templates` lists them."_s.arg(
                id.toString()) };
    }
    QHash<QString, AgentId> agentBySlot;
    for (const TemplateSlot &slot : item->slotList)
        agentBySlot.insert(slot.slot, AgentId(slot.slot));
    return fillTemplate(*item, item->name, agentBySlot);
}

QCoro::Task<Result<TeamDraft>> chosenDraft(Session *session)
{
    const Arguments &arguments = session->arguments();
    if (!arguments.templateName.isEmpty()) {
        const Result<QList<TeamTemplate>> templates
            = co_await session->workspace().templates(session->token());
        if (!templates)
            co_return templates.error();
        co_return draftOfTemplate(*templates, TemplateId(session->arguments().templateName));
    }
    if (QUuid::fromString(arguments.target).isNull()) {
        const Result<TeamReading> reading = loadTeamFile(arguments.target);
        if (!reading)
            co_return reading.error();
        printProblems(reading->problems);
        co_return Result<TeamDraft>(reading->draft);
    }
    const TeamId id(arguments.target.toLower());
    const Result<Team> team = co_await session->workspace().team(id, session->token());
    if (!team)
        co_return team.error();
    co_return team->draft();
}

QString stepText(const ExecutionPlan &plan, const StepId &id)
{
    const PlanStep *step = plan.find(id);
    QString text = shortened(printable(step->name, LineBreaks::Fold), 40, Ellipsis::End);
    if (!step->isActive)
        text += u" (inactive)"_s;
    if (plan.approval && std::ranges::count(plan.approval->before, step->agentId))
        text += u" (after an approval)"_s;
    if (!step->conditions.empty())
        text += u" (if its conditions hold)"_s;
    return text;
}

void printWaves(const ExecutionPlan &plan)
{
    int number = 0;
    for (const std::vector<StepId> &wave : plan.waves) {
        QStringList names;
        for (const StepId &id : wave)
            names.append(stepText(plan, id));
        printLine(u"  %1. %2"_s.arg(++number).arg(names.join(", "_L1)));
    }
    printLine(u"%1 steps, about %2 s"_s.arg(plan.steps.size()).arg(plan.estimatedDurationSeconds));
}

/// Where earlier runs are looked for: files and templates have none.
TeamId historyTeam(const Arguments &arguments)
{
    const bool isStored
        = arguments.templateName.isEmpty() && !QUuid::fromString(arguments.target).isNull();
    return isStored ? TeamId(arguments.target.toLower()) : TeamId();
}

} // namespace

QCoro::Task<ExitCode> previewPlan(Session *session)
{
    const Result<TeamDraft> draft = co_await chosenDraft(session);
    if (!draft)
        co_return failWith(draft.error());
    const TeamDraft chosen = *draft;
    const Result<TeamPreview> preview
        = co_await session->workspace().preview(chosen, session->token());
    if (!preview)
        co_return failWith(preview.error());
    printProblems(preview->problems);
    if (!preview->plan)
        co_return ExitCode::BadUsage;
    const TeamId team = historyTeam(session->arguments());
    const QString prompt = session->arguments().prompt;
    const Result<RunEstimate> estimate = co_await session->workspace().costBook()->estimate(
        team, *preview->plan, prompt, session->token());
    if (!estimate)
        co_return failWith(estimate.error());
    if (session->arguments().json) {
        Json json = toJson(*preview->plan);
        json["estimate"] = toJson(*estimate);
        printJson(json);
    } else {
        printWaves(*preview->plan);
        const QStringList lines = estimateLines(*estimate);
        for (const QString &line : lines)
            printLine(line);
    }
    co_return ExitCode::Completed;
}

} // namespace renum::cli
