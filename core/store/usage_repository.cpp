// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/usage_repository.h"

#include "core/model/usage.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

// Follows from the event, so that the same log always gives the same rows.
QString logIdOf(const ExecutionEvent &event)
{
    const QUuid space = QUuid::fromString(event.executionId.toString());
    const QString name = event.executionId.toString() + u'/' + QString::number(event.seq);
    return QUuid::createUuidV5(space, name).toString(QUuid::WithoutBraces);
}

} // namespace

UsageRepository::UsageRepository(Connection *connection)
    : m_insert(connection,
        "INSERT INTO renum_ai_usage_logs (log_id, execution_id, team_id, agent_id, step_id, "
        "attempt, suna_agent_run_id, model_provider, model_name, tokens_input, tokens_output, "
        "tokens_cached, request_count, estimated, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
{
}

Result<void> UsageRepository::apply(const ExecutionEvent &event)
{
    if (event.eventType != "step_usage"_L1)
        return {};
    const Json *metrics = memberAt(event.data, "usage_metrics");
    const Usage usage = metrics ? usageFromJson(*metrics) : Usage();
    const QString step = stringAt(event.data, "step_id").value_or(QString());
    return m_insert.run(logIdOf(event), event.executionId, event.teamId, event.agentId, step,
        integerAt(event.data, "attempt"), stringAt(event.data, "agent_run_id"), usage.modelProvider,
        usage.modelName, usage.tokensInput, usage.tokensOutput, usage.tokensCached,
        usage.requestCount, usage.estimated, event.timestamp);
}

} // namespace renum
