// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_table.h"

#include <array>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

using Command = Arguments::Command;

constexpr auto Commands = std::to_array<CommandRow>({
    { "run"_L1, Command::Run, "TEAM_ID|FILE"_L1, true, "Run a team and watch it"_L1 },
    { "resume"_L1, Command::Resume, "EXECUTION_ID"_L1, false,
        "Go on with an interrupted execution"_L1 },
    { "retry"_L1, Command::Retry, "EXECUTION_ID"_L1, false,
        "Run what a failed execution did not complete"_L1 },
    { "fork"_L1, Command::Fork, "EXECUTION_ID"_L1, false,
        "Run one step of an ended execution again, and what follows"_L1 },
    { "stop"_L1, Command::Stop, "EXECUTION_ID"_L1, false,
        "End an execution that is running or was interrupted"_L1 },
    { "pause"_L1, Command::Pause, "EXECUTION_ID"_L1, false,
        "Let what works end, and begin nothing new"_L1 },
    { "continue"_L1, Command::Continue, "EXECUTION_ID"_L1, false,
        "Go on after a pause; --one-step holds before what starts next"_L1 },
    { "approve"_L1, Command::Approve, "EXECUTION_ID AGENT_ID"_L1, false,
        "Agree to a step that waits for you; --comment TEXT"_L1 },
    { "reject"_L1, Command::Reject, "EXECUTION_ID AGENT_ID"_L1, false,
        "Refuse a step that waits for you; --comment TEXT"_L1 },
    { "skip"_L1, Command::Skip, "EXECUTION_ID"_L1, false,
        "Give a step's result yourself, or skip it"_L1 },
    { "retry-step"_L1, Command::RetryStep, "EXECUTION_ID"_L1, false,
        "Let a failed step run again while the rest goes on"_L1 },
    { "message"_L1, Command::Message, "EXECUTION_ID"_L1, false, "Tell an agent something"_L1 },
    { "break list"_L1, Command::BreakList, "EXECUTION_ID"_L1, false, "Where it holds"_L1 },
    { "break set"_L1, Command::BreakSet, "EXECUTION_ID"_L1, false,
        "Hold before or after steps; replaces what was set"_L1 },
    { "break clear"_L1, Command::BreakClear, "EXECUTION_ID"_L1, false, "Hold nowhere"_L1 },
    { "cap"_L1, Command::Cap, "EXECUTION_ID"_L1, false, "Change what it may spend"_L1 },
    { "plan"_L1, Command::Plan, "TEAM_ID|FILE"_L1, true, "What running a team would do"_L1 },
    { "teams list"_L1, Command::TeamsList, {}, false, "The stored teams"_L1 },
    { "teams show"_L1, Command::TeamsShow, "TEAM_ID"_L1, false, "One team and its plan"_L1 },
    { "teams import"_L1, Command::TeamsImport, "FILE"_L1, false, "Store a team from a file"_L1 },
    { "teams export"_L1, Command::TeamsExport, "TEAM_ID"_L1, false, "Write a team to a file"_L1 },
    { "teams validate"_L1, Command::TeamsValidate, "FILE"_L1, false, "Check a team file"_L1 },
    { "teams templates"_L1, Command::TeamsTemplates, {}, false, "The built-in templates"_L1 },
    { "teams versions"_L1, Command::TeamsVersions, "TEAM_ID"_L1, false,
        "The stored versions of a team; --version N shows one"_L1 },
    { "teams restore"_L1, Command::TeamsRestore, "TEAM_ID"_L1, false,
        "Store an earlier version once more; --version N"_L1 },
    { "teams label"_L1, Command::TeamsLabel, "TEAM_ID"_L1, false,
        "Name a version, so that it is kept; --version N --name TEXT"_L1 },
    { "executions list"_L1, Command::ExecutionsList, {}, false, "The latest executions"_L1 },
    { "executions show"_L1, Command::ExecutionsShow, "EXECUTION_ID"_L1, false,
        "State, steps and result"_L1 },
    { "executions events"_L1, Command::ExecutionsEvents, "EXECUTION_ID"_L1, false,
        "Everything that happened, one event a line"_L1 },
    { "executions delete"_L1, Command::ExecutionsDelete, "EXECUTION_ID"_L1, false,
        "Delete an ended execution with all that it wrote"_L1 },
    { "compare"_L1, Command::Compare, "EXECUTION_ID OTHER_ID"_L1, false,
        "What is different in two executions"_L1 },
    { "context"_L1, Command::Context, "EXECUTION_ID"_L1, false,
        "What the team shares; --version N, --history"_L1 },
    { "messages"_L1, Command::Messages, "EXECUTION_ID"_L1, false,
        "What the agents told each other"_L1 },
    { "logs"_L1, Command::Logs, "EXECUTION_ID"_L1, false, "The log of an execution"_L1 },
    { "errors statistics"_L1, Command::ErrorStatistics, {}, false,
        "What failed in the latest executions; --team, --since, --limit"_L1 },
    { "audit"_L1, Command::Audit, "EXECUTION_ID"_L1, true,
        "Who did what, in one or in the latest executions; --event, --actor"_L1 },
    { "errors"_L1, Command::Errors, "EXECUTION_ID"_L1, false,
        "What failed, and what can be done"_L1 },
    { "agents list"_L1, Command::AgentsList, {}, false, "The agents that teams can have"_L1 },
    { "agents show"_L1, Command::AgentsShow, "AGENT"_L1, false, "An agent of your own"_L1 },
    { "agents add"_L1, Command::AgentsAdd, "FILE"_L1, true,
        "Define agents of your own, from options or a file"_L1 },
    { "agents edit"_L1, Command::AgentsEdit, "AGENT"_L1, false, "Change an agent of your own"_L1 },
    { "agents remove"_L1, Command::AgentsRemove, "AGENT"_L1, false,
        "Remove an agent of your own"_L1 },
    { "endpoints list"_L1, Command::EndpointsList, {}, false,
        "Where agents of your own can run"_L1 },
    { "endpoints add"_L1, Command::EndpointsAdd, "URL"_L1, false,
        "Add a model endpoint; --name NAME"_L1 },
    { "endpoints edit"_L1, Command::EndpointsEdit, "ENDPOINT"_L1, false,
        "Change a model endpoint"_L1 },
    { "endpoints remove"_L1, Command::EndpointsRemove, "ENDPOINT"_L1, false,
        "Remove a model endpoint and its key"_L1 },
    { "endpoints check"_L1, Command::EndpointsCheck, "ENDPOINT"_L1, false,
        "What answers at a stored endpoint"_L1 },
    { "suna check"_L1, Command::SunaCheck, "URL"_L1, false, "What answers at a Suna server"_L1 },
    { "models check"_L1, Command::ModelsCheck, "URL"_L1, false,
        "What answers at a model endpoint"_L1 },
    { "costs show"_L1, Command::CostsShow, {}, false, "What was spent; --by, --from, --to"_L1 },
    { "costs calls"_L1, Command::CostsCalls, {}, false,
        "Every booking, newest first; --export FILE"_L1 },
    { "costs unpriced"_L1, Command::CostsUnpriced, {}, false, "Models without a price"_L1 },
    { "costs metrics"_L1, Command::CostsMetrics, "TEAM_ID"_L1, false,
        "How a team works; --period"_L1 },
    { "costs analytics"_L1, Command::CostsAnalytics, {}, false, "The same of all teams"_L1 },
    { "costs performance"_L1, Command::CostsPerformance, "EXECUTION_ID"_L1, false,
        "Where the time of an execution went"_L1 },
    { "costs forecast"_L1, Command::CostsForecast, {}, false, "What the month will cost"_L1 },
    { "costs estimate"_L1, Command::CostsEstimate, "TEAM_ID"_L1, false,
        "What a run will cost; --prompt TEXT"_L1 },
    { "costs billing"_L1, Command::CostsBilling, {}, false,
        "Lines for an invoice; --from, --to, --export FILE"_L1 },
    { "prices list"_L1, Command::PricesList, {}, false, "What models cost"_L1 },
    { "prices set"_L1, Command::PricesSet, "MODEL"_L1, false,
        "A price of your own; --input-price, --output-price"_L1 },
    { "prices remove"_L1, Command::PricesRemove, "KEY"_L1, false, "Remove a price of your own"_L1 },
    { "prices import"_L1, Command::PricesImport, "FILE"_L1, false,
        "Take prices from a file; --preview"_L1 },
    { "prices export"_L1, Command::PricesExport, "FILE"_L1, true, "Write all prices to a file"_L1 },
    { "budget add"_L1, Command::BudgetAdd, {}, false, "Set a limit; --usd, --tokens, --calls"_L1 },
    { "budget remove"_L1, Command::BudgetRemove, "BUDGET_ID"_L1, false, "Remove a limit"_L1 },
    { "budget"_L1, Command::BudgetList, {}, false,
        "How the budgets stand; --check for scripts"_L1 },
});

} // namespace

std::span<const CommandRow> commandTable()
{
    return Commands;
}

const CommandRow *takeCommand(QStringList &words)
{
    for (const CommandRow &row : Commands) {
        const QStringList expected = QString(row.words).split(u' ');
        if (words.mid(0, expected.size()) == expected) {
            words.remove(0, expected.size());
            return &row;
        }
    }
    return nullptr;
}

} // namespace renum::cli
