// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_command.h"

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/pinned_files.h"
#include "app/cli/result_text.h"
#include "core/model/error_codes.h"
#include "core/workspace/slot_matching.h"
#include "core/workspace/team_file.h"
#include "core/workspace/template_catalog.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int SameTeamSearch = 200;

Error invalid(const char *code, const QString &message)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code), message };
}

/// The agents of the slots: those named on the command line, the others found by name.
Result<QHash<QString, AgentId>> fillSlots(
    const TeamTemplate &item, const QList<AgentInfo> &agents, const QHash<QString, QString> &chosen)
{
    const SlotMatch match = matchSlots(item, agents);
    QHash<QString, AgentId> agentBySlot = match.assigned;
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
        agentBySlot.insert(it.key(), AgentId(it.value()));
    QStringList missing;
    for (const TemplateSlot &slot : item.slotList) {
        if (!agentBySlot.contains(slot.slot))
            missing.append(slot.slot);
    }
    if (missing.isEmpty())
        return agentBySlot;
    return invalid(code::AgentNotFound,
        u"No agent of the service fits these slots: %1. Choose with --agent SLOT=AGENT_ID; "
        "`renumctl agents list` shows the agents."_s.arg(missing.join(", "_L1)));
}

QCoro::Task<Result<ExecutionId>> idOf(QCoro::Task<Result<Execution>> starting)
{
    const Result<Execution> execution = co_await starting;
    if (!execution)
        co_return execution.error();
    co_return execution->id;
}

} // namespace

RunCommand::RunCommand(Session *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_view(LiveView::modeOfOutput())
{
}

RunCommand::~RunCommand() = default;

QCoro::Task<ExitCode> RunCommand::run()
{
    const Result<void> ready = co_await m_session->connected();
    if (!ready)
        co_return failWith(ready.error());
    const Result<ExecutionId> begun = co_await begin();
    if (!begun)
        co_return failWith(begun.error());
    m_execution = *begun;
    if (!m_session->arguments().json)
        printLine(u"Execution %1"_s.arg(m_execution.toString()));
    const Result<void> ended = co_await follow();
    if (!ended)
        co_return failWith(ended.error());
    co_return exitCodeFor(m_projection.execution());
}

/// Not a coroutine itself: it only chooses one.
QCoro::Task<Result<ExecutionId>> RunCommand::begin()
{
    const Arguments &arguments = m_session->arguments();
    const ExecutionId id(arguments.target);
    Workspace &workspace = m_session->workspace();
    switch (arguments.command) {
    case Arguments::Command::Resume:
        return resumed(id);
    case Arguments::Command::Retry:
        return idOf(workspace.retryExecution(id, m_session->token()));
    case Arguments::Command::Fork:
        return idOf(workspace.forkExecution(
            id, StepId(arguments.step), arguments.input, m_session->token()));
    default:
        return executed();
    }
}

QCoro::Task<Result<ExecutionId>> RunCommand::executed()
{
    const Result<KeptResults> kept = readPinnedFiles(m_session->arguments().fileByAgent);
    if (!kept)
        co_return kept.error();
    const Result<TeamId> team = co_await chooseTeam();
    if (!team)
        co_return team.error();
    ExecuteRequest request;
    request.config.pinned = *kept;
    request.team = *team;
    request.initialPrompt = m_session->arguments().prompt;
    request.config.maxExecutionSeconds = m_session->arguments().maxSeconds;
    request.config.cap = m_session->arguments().intervention.cap.value_or(SpendingCap());
    const Result<Execution> execution
        = co_await m_session->workspace().execute(request, m_session->token());
    if (!execution)
        co_return execution.error();
    co_return execution->id;
}

QCoro::Task<Result<ExecutionId>> RunCommand::resumed(ExecutionId id)
{
    const Result<void> done
        = co_await m_session->workspace().resumeExecution(id, m_session->token());
    if (!done)
        co_return done.error();
    co_return Result<ExecutionId>(id);
}

QCoro::Task<Result<TeamId>> RunCommand::chooseTeam()
{
    const Arguments &arguments = m_session->arguments();
    if (!arguments.templateName.isEmpty())
        co_return co_await teamFromTemplate();
    if (QUuid::fromString(arguments.target).isNull())
        co_return co_await teamFromFile();
    co_return TeamId(arguments.target.toLower());
}

QCoro::Task<Result<TeamId>> RunCommand::teamFromTemplate()
{
    const TemplateId wanted(m_session->arguments().templateName);
    const Result<QList<TeamTemplate>> templates
        = co_await m_session->workspace().templates(m_session->token());
    if (!templates)
        co_return templates.error();
    const auto item = std::ranges::find(*templates, wanted, &TeamTemplate::id);
    if (item == templates->cend()) {
        co_return invalid(code::NotFound,
            u"There is no template \"%1\". `renumctl teams templates` lists them."_s.arg(
                wanted.toString()));
    }
    const TeamTemplate chosen = *item;
    const Result<QList<AgentInfo>> agents
        = co_await m_session->workspace().agents(m_session->token());
    if (!agents)
        co_return agents.error();
    const Result<QHash<QString, AgentId>> agentBySlot
        = fillSlots(chosen, *agents, m_session->arguments().agentBySlot);
    if (!agentBySlot)
        co_return agentBySlot.error();
    const Result<TeamDraft> draft = fillTemplate(chosen, chosen.name, *agentBySlot);
    if (!draft)
        co_return draft.error();
    // The same template with the same agents is the same team: running it again adds no second one.
    const TeamDraft filled = *draft;
    co_return co_await stored(filled);
}

QCoro::Task<Result<TeamId>> RunCommand::teamFromFile()
{
    const Result<TeamReading> reading = loadTeamFile(m_session->arguments().target);
    if (!reading)
        co_return reading.error();
    if (hasErrors(reading->problems)) {
        printProblems(reading->problems);
        co_return invalid(code::WorkflowInvalid, u"The team file is not valid."_s);
    }
    const TeamDraft draft = reading->draft;
    co_return co_await stored(draft);
}

QCoro::Task<Result<TeamId>> RunCommand::stored(TeamDraft draft)
{
    const Result<TeamPreview> preview
        = co_await m_session->workspace().preview(draft, m_session->token());
    if (!preview)
        co_return preview.error();
    if (hasErrors(preview->problems)) {
        printProblems(preview->problems);
        co_return invalid(code::WorkflowInvalid, u"The team is not valid."_s);
    }
    const TeamDraft normalized = preview->normalized;
    TeamQuery query;
    query.search = normalized.name;
    query.page.limit = SameTeamSearch;
    const Result<Page<Team>> known
        = co_await m_session->workspace().teams(query, m_session->token());
    if (!known)
        co_return known.error();
    for (const Team &team : known->items) {
        if (team.isActive && team.draft() == normalized)
            co_return team.id;
    }
    const Result<Team> created
        = co_await m_session->workspace().createTeam(normalized, m_session->token());
    if (!created)
        co_return created.error();
    co_return created->id;
}

QCoro::Task<Result<void>> RunCommand::follow()
{
    m_subscription = m_session->workspace().subscribe(m_execution, 0);
    connect(m_subscription.get(), &EventSubscription::received, this, &RunCommand::onEvents);
    connect(m_subscription.get(), &EventSubscription::failed, this,
        [this](const Error &error) { m_ended.set(error); });
    const OneShot<Result<void>> ended = m_ended;
    co_return co_await ended;
}

void RunCommand::onEvents(const ExecutionEvents &events)
{
    for (const ExecutionEvent &event : events) {
        m_projection.apply(event);
        if (m_session->arguments().json)
            printJson(toFrame(event));
    }
    for (const StepRecord &step : m_projection.execution().steps) {
        const bool asks = step.approval && step.approval->state == ApprovalState::Waiting;
        if (asks && !std::exchange(m_asked[step.agentId], true))
            m_tasks.start(decideApproval(step.agentId));
        else if (!asks)
            m_asked.remove(step.agentId); // feedback may ask again
    }
    const Timestamp now = m_session->clock().now();
    const bool ended = isTerminal(m_projection.execution().status);
    if (!m_session->arguments().json) {
        if (ended) {
            m_view.finish(m_projection.execution(), now);
            if (const QString text = resultText(m_projection.execution()); !text.isEmpty())
                printLine(u'\n' + text);
        } else {
            m_view.update(m_projection.execution(), now);
        }
    }
    if (ended)
        m_ended.set({});
}

void RunCommand::interrupt()
{
    if (m_execution.isEmpty()) {
        m_session->requestStop();
        return;
    }
    if (!m_session->arguments().json)
        printNote(u"Stopping … press Ctrl-C again to leave at once."_s);
    m_tasks.start(stopExecution());
}

QCoro::Task<> RunCommand::decideApproval(AgentId agent)
{
    const bool approved = m_session->arguments().approve;
    const QString comment = approved ? u"--approve"_s : u"--approve was not given"_s;
    if (!approved && !m_session->arguments().json) {
        printNote(u"%1 needs an approval and is rejected, because --approve was not given."_s.arg(
            agent.toString()));
    }
    const Result<void> decided = co_await m_session->workspace().decideApproval(
        m_execution, agent, approved, comment, std::stop_token());
    if (!decided && decided.error().code != QLatin1StringView(code::ApprovalNotWaiting)
        && decided.error().code != QLatin1StringView(code::ExecutionNotActive))
        printError(decided.error());
}

QCoro::Task<> RunCommand::stopExecution()
{
    const Result<void> stopped
        = co_await m_session->workspace().stopExecution(m_execution, std::stop_token());
    // Already over is what was wanted; the terminal event arrives on its own.
    if (!stopped && stopped.error().code != QLatin1StringView(code::ExecutionNotActive))
        m_ended.set(stopped.error());
}

} // namespace renum::cli
