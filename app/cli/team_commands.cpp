// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/terminal_text.h"
#include "core/workflow/validation.h"
#include "core/workspace/secret_scan.h"
#include "core/workspace/team_file.h"

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

QString oneLine(const QString &text, qsizetype columns)
{
    return shortened(printable(text, LineBreaks::Fold), columns, Ellipsis::End);
}

void printTeamRow(const Team &team)
{
    printLine(u"%1  %2  %3  %4 agents"_s
                  .arg(team.id.toString(), oneLine(team.name, 32).leftJustified(32),
                      toString(team.workflow.type).leftJustified(11))
                  .arg(team.agentIds.size()));
}

void printPlan(const ExecutionPlan &plan)
{
    for (const PlanStep &step : plan.steps) {
        QStringList waits;
        for (const StepId &id : step.dependencies) {
            const PlanStep *other = plan.find(id);
            waits.append(other ? other->name : id.toString());
        }
        const QString after = waits.isEmpty() ? QString() : u"  after "_s + waits.join(", "_L1);
        printLine(u"  %1. %2%3"_s.arg(step.order).arg(oneLine(step.name, 40), after));
    }
}

/// A draft that may be stored, or the problems printed.
Result<TeamDraft> validDraft(const TeamReading &reading)
{
    const Validation validation = validateTeam(reading.draft, {}, reading.problems);
    printProblems(validation.problems);
    if (validation.valid())
        return validation.normalized;
    return Error { ErrorCategory::InvalidInput, u"workflow_invalid"_s,
        u"The team is not valid. Correct what is listed above."_s };
}

} // namespace

ExitCode failWith(const Error &error)
{
    printError(error);
    return exitCodeFor(error);
}

QCoro::Task<ExitCode> listTeams(Session *session)
{
    TeamQuery query;
    query.page.limit = session->arguments().limit;
    const Result<Page<Team>> page = co_await session->workspace().teams(query, session->token());
    if (!page)
        co_return failWith(page.error());
    for (const Team &team : page->items) {
        if (session->arguments().json)
            printJson(toJson(team));
        else
            printTeamRow(team);
    }
    if (page->items.isEmpty() && !session->arguments().json)
        printNote(u"There are no teams yet. `renumctl teams templates` shows where to start."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> showTeam(Session *session)
{
    const TeamId id(session->arguments().target);
    const Result<Team> team = co_await session->workspace().team(id, session->token());
    if (!team)
        co_return failWith(team.error());
    if (session->arguments().json) {
        printJson(toJson(*team));
        co_return ExitCode::Completed;
    }
    printLine(printable(team->name, LineBreaks::Fold));
    if (!team->description.isEmpty())
        printLine(printable(team->description, LineBreaks::Keep));
    printTeamRow(*team);
    const Result<TeamPreview> preview
        = co_await session->workspace().preview(team->draft(), session->token());
    if (!preview)
        co_return failWith(preview.error());
    if (preview->plan)
        printPlan(*preview->plan);
    printProblems(preview->problems);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> importTeam(Session *session)
{
    const Result<TeamReading> reading = loadTeamFile(session->arguments().target);
    if (!reading)
        co_return failWith(reading.error());
    const Result<TeamDraft> draft = validDraft(*reading);
    if (!draft)
        co_return failWith(draft.error());
    const Result<Team> team = co_await session->workspace().createTeam(*draft, session->token());
    if (!team)
        co_return failWith(team.error());
    if (session->arguments().json)
        printJson(toJson(*team));
    else
        printLine(team->id.toString());
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> exportTeam(Session *session)
{
    const TeamId id(session->arguments().target);
    const Result<Team> team = co_await session->workspace().team(id, session->token());
    if (!team)
        co_return failWith(team.error());
    if (const qsizetype secrets = secretsIn(team->draft()).size(); secrets > 0) {
        printNote(
            u"The team holds %1 texts that look like keys or passwords. Whoever gets the file "
            "can read them."_s.arg(secrets));
    }
    if (session->arguments().outputFile.isEmpty()) {
        printRaw(QString::fromUtf8(prettyJson(teamExport(team->draft()))) + u'\n');
        co_return ExitCode::Completed;
    }
    const Result<void> saved = saveTeamFile(session->arguments().outputFile, team->draft());
    co_return saved ? ExitCode::Completed : failWith(saved.error());
}

QCoro::Task<ExitCode> validateTeamFile(Session *session)
{
    const Result<TeamReading> reading = loadTeamFile(session->arguments().target);
    if (!reading)
        co_return failWith(reading.error());
    const Validation validation = validateTeam(reading->draft, {}, reading->problems);
    if (session->arguments().json) {
        for (const Problem &problem : validation.problems) {
            printJson({ { "code", toJson(problem.code) }, { "path", toJson(problem.path) },
                { "message", toJson(problem.message) },
                { "severity",
                    problem.severity == Problem::Severity::Error ? "error" : "warning" } });
        }
    } else {
        printProblems(validation.problems);
        if (validation.valid())
            printLine(u"The team is valid."_s);
    }
    co_return validation.valid() ? ExitCode::Completed : ExitCode::BadUsage;
}

QCoro::Task<ExitCode> listTemplates(Session *session)
{
    const Result<QList<TeamTemplate>> templates
        = co_await session->workspace().templates(session->token());
    if (!templates)
        co_return failWith(templates.error());
    for (const TeamTemplate &item : *templates) {
        QStringList slotNames;
        for (const TemplateSlot &slot : item.slotList)
            slotNames.append(slot.slot);
        if (session->arguments().json) {
            Json slotArray = Json::array();
            for (const QString &name : std::as_const(slotNames))
                slotArray.push_back(toJson(name));
            printJson({ { "template_id", toJson(item.id.toString()) },
                { "name", toJson(item.name) }, { "description", toJson(item.description) },
                { "workflow_type", toJson(toString(item.workflow.type)) },
                { "slots", slotArray } });
        } else {
            printLine(u"%1  %2\n    slots: %3"_s.arg(
                item.id.toString().leftJustified(20), item.description, slotNames.join(", "_L1)));
        }
    }
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> listAgents(Session *session)
{
    const Result<void> ready = co_await session->connected();
    if (!ready)
        co_return failWith(ready.error());
    const Result<QList<AgentInfo>> agents = co_await session->workspace().agents(session->token());
    if (!agents)
        co_return failWith(agents.error());
    for (const AgentInfo &agent : *agents) {
        if (session->arguments().json) {
            printJson({ { "agent_id", toJson(agent.id.toString()) }, { "name", toJson(agent.name) },
                { "description", toJson(agent.description) }, { "model", toJson(agent.model) } });
        } else {
            printLine(u"%1  %2  %3"_s.arg(agent.id.toString().leftJustified(36),
                oneLine(agent.name, 24).leftJustified(24), oneLine(agent.model, 30)));
        }
    }
    co_return ExitCode::Completed;
}

} // namespace renum::cli
