// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/audit_arguments.h"
#include "app/cli/cost_query.h"
#include "app/cli/intervention_arguments.h"
#include "app/cli/own_arguments.h"
#include "core/model/execution_filter.h"
#include "core/model/log_export.h"
#include "core/model/log_query.h"
#include "core/model/result.h"
#include "core/team/message_board.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace renum::cli {

/// Where agents run, as said on the command line.
struct ConnectionArguments {
    bool demo = false;
    double demoSpeed = 1; ///< 1 is reading speed
    QString sunaUrl;
    QString sunaTokenVariable; ///< name of the environment variable that holds the token
    QString refreshTokenVariable; ///< the same for the refresh token
    QString supabaseUrl; ///< of the project behind that Suna
    QString supabaseAnonKey; ///< public
    QString modelUrl; ///< of an OpenAI-compatible endpoint
    QString modelKeyVariable; ///< name of the environment variable that holds its key
    QString modelName; ///< for agents without a model of their own
    QString agentsFile; ///< agents that run at the endpoint
    QHash<QString, QString> endpointKeyVariables; ///< of stored endpoints, by name
    bool mayChangeAgents = false; ///< members in mode mcp get the team's tools
    QString toolsUrl; ///< how the agent service reaches them; empty: on this computer
};

/// The command line, understood. Which fields matter depends on `command`.
struct Arguments {
    enum class Command {
        Run,
        TeamsList,
        TeamsShow,
        TeamsImport,
        TeamsExport,
        TeamsValidate,
        TeamsTemplates,
        TeamsVersions,
        TeamsRestore,
        TeamsLabel,
        ExecutionsList,
        ExecutionsShow,
        ExecutionsEvents,
        ExecutionsDelete,
        Resume,
        Retry,
        Fork,
        Stop,
        Pause,
        Continue,
        Approve,
        Reject,
        Skip,
        RetryStep,
        Message,
        BreakList,
        BreakSet,
        BreakClear,
        Cap,
        Plan,
        AgentsList,
        AgentsShow,
        AgentsAdd,
        AgentsEdit,
        AgentsRemove,
        EndpointsList,
        EndpointsAdd,
        EndpointsEdit,
        EndpointsRemove,
        SunaCheck,
        ModelsCheck,
        EndpointsCheck,
        Compare,
        Context,
        Messages,
        Logs,
        Errors,
        ErrorStatistics,
        Audit,
        // --- costs: from CostsShow to BudgetRemove ---
        CostsShow,
        CostsCalls,
        CostsUnpriced,
        CostsMetrics,
        CostsAnalytics,
        CostsPerformance,
        CostsForecast,
        CostsEstimate,
        CostsBilling,
        PricesList,
        PricesSet,
        PricesRemove,
        PricesImport,
        PricesExport,
        BudgetList,
        BudgetAdd,
        BudgetRemove,
    };
    Command command = Command::Run;
    QString dataDir;
    bool json = false;
    ConnectionArguments connection;

    QString target; ///< an id, a name, an address or a file
    QString otherTarget; ///< of a command that takes two
    QString templateName;
    QString prompt;
    QHash<QString, QString> agentBySlot;
    bool approve = false; ///< to every step that asks
    QHash<QString, QString> fileByAgent; ///< run: where the kept results of members are
    bool planOnly = false;
    QString step; ///< where a fork begins
    std::optional<QString> input; ///< what that step gets
    std::optional<int> maxSeconds;
    QString outputFile;
    qint64 after = 0;
    int limit = 50;
    bool limitGiven = false;

    ExecutionFilter executions; ///< to list

    OwnArguments own; ///< endpoints and agents of one's own
    InterventionArguments intervention;

    // --- versions of teams ---------------------------------------------------------------------
    std::optional<int> teamVersion;
    QString versionLabel;

    // --- context, messages, logs ---------------------------------------------------------------
    std::optional<int> contextVersion;
    bool history = false;
    LogQuery logs;
    MessageQuery messages;
    AuditArguments audit;
    CostArguments costs; ///< costs, prices and budgets
    QString exportFile;
    LogFormat exportFormat = LogFormat::Text; ///< by the ending of the file's name
};

/// Help or version was asked for: print `text` and leave with success.
struct ArgumentsText {
    QString text;
};

/// Understands the arguments (the program's name included). Errors have category invalid_input and
/// a message that ends with how to get help.
[[nodiscard]] Result<std::variant<Arguments, ArgumentsText>> parseArguments(
    const QStringList &arguments);

} // namespace renum::cli
