// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_error.h"

#include "core/model/event_fields.h"
#include "core/model/log_texts.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

struct CategoryRow {
    ErrorCategory category;
    ErrorSeverity severity;
    bool mayHelpToRetry;
    std::array<const char *, 2> suggestions {};
};

using S = ErrorSeverity;

constexpr std::array ErrorRows {
    CategoryRow { ErrorCategory::AgentTimeout, S::Medium, true,
        { "Raise the step's timeout_seconds.", "Give the agent a smaller task." } },
    CategoryRow { ErrorCategory::NetworkError, S::Medium, true,
        { "Check that Suna runs and that this computer reaches it.", "Run the team again." } },
    CategoryRow { ErrorCategory::AuthenticationError, S::Critical, false,
        { "Check the token or the API key for Suna and enter it again." } },
    CategoryRow { ErrorCategory::ResourceExhausted, S::High, true,
        { "Wait until Suna has free capacity.", "Let fewer agents work at once (max_parallel)." } },
    CategoryRow { ErrorCategory::QuotaExceeded, S::Critical, false,
        { "Wait until the quota is renewed, or raise it in Suna." } },
    CategoryRow { ErrorCategory::InvalidInput, S::Critical, false,
        { "Check what the step gets as input, and the agent's configuration." } },
    CategoryRow { ErrorCategory::DependencyError, S::Medium, false,
        { "Check that the services and tools the agent needs are there." } },
    CategoryRow { ErrorCategory::UserCancelled, S::Low, false, { "Run the team again." } },
    CategoryRow { ErrorCategory::AgentCrash, S::High, true,
        { "Look at the agent's run in Suna to see why it ended.", "Run the team again." } },
    CategoryRow { ErrorCategory::SystemError, S::Low, false,
        { "Run the team again. If it fails again, report it together with the execution's log." } },
};

const CategoryRow &rowOf(ErrorCategory category)
{
    const auto row = std::ranges::find(ErrorRows, category, &CategoryRow::category);
    return row == ErrorRows.end() ? ErrorRows.back() : *row;
}

} // namespace

QString toString(ErrorSeverity severity)
{
    static const std::array names { u"low"_s, u"medium"_s, u"high"_s, u"critical"_s };
    return names.at(static_cast<size_t>(severity));
}

ErrorSeverity severityOf(ErrorCategory category)
{
    return rowOf(category).severity;
}

QStringList suggestionsFor(ErrorCategory category)
{
    QStringList suggestions;
    for (const char *suggestion : rowOf(category).suggestions) {
        if (suggestion)
            suggestions.append(QString::fromLatin1(suggestion));
    }
    return suggestions;
}

Json toJson(const ExecutionError &error)
{
    Json json = Json::object();
    json["id"] = toJson(error.id);
    json["execution_id"] = toJson(error.executionId.toString());
    json["team_id"] = toJson(error.teamId.toString());
    json["error_type"] = toJson(toString(error.error.category));
    json["message"] = toJson(error.error.message);
    json["severity"] = toJson(toString(severityOf(error.error.category)));
    json["details"] = error.details;
    json["recoverable"] = error.recoverable;
    json["retry_count"] = error.retryCount;
    json["max_retries"] = error.maxRetries;
    json["agent_id"] = textOrNull(error.agentId.toString());
    json["step_name"] = textOrNull(error.stepName);
    json["timestamp"] = toJson(toRfc3339(error.timestamp));
    json["resolved"] = error.resolved;
    Json &suggestions = json["suggestions"] = Json::array();
    for (const QString &suggestion : suggestionsFor(error.error.category))
        suggestions.push_back(toJson(suggestion));
    return json;
}

void ExecutionErrors::apply(const ExecutionEvent &event)
{
    if (event.eventType == "plan_created"_L1)
        learnNames(event);
    else if (event.eventType == "step_completed"_L1)
        resolve(event);
    else if (event.eventType == "step_retrying"_L1 || event.eventType == "step_failed"_L1
        || event.eventType == "execution_failed"_L1)
        add(event);
}

void ExecutionErrors::learnNames(const ExecutionEvent &event)
{
    m_names = namesInPlan(event);
}

void ExecutionErrors::add(const ExecutionEvent &event)
{
    const bool retries = event.eventType == "step_retrying"_L1;
    const StepId step = stepOf(event);
    const Json *detail = memberAt(event.data, "error_detail");
    ExecutionError error;
    error.id = QUuid::createUuidV5(
        QUuid(), QString(event.executionId.toString() + u':' + QString::number(event.seq)))
                   .toString(QUuid::WithoutBraces);
    error.executionId = event.executionId;
    error.teamId = event.teamId;
    error.error = detail ? errorFromDetail(*detail) : Error {};
    error.agentId = event.agentId;
    error.stepName = m_names.value(event.agentId);
    error.timestamp = event.timestamp;
    error.details = { { "code", toJson(error.error.code) }, { "seq", event.seq } };
    error.recoverable = retries || rowOf(error.error.category).mayHelpToRetry;
    if (!step.isEmpty()) {
        // The attempt that follows, or the one that was the last.
        const int attempt = int(integerAt(event.data, "attempt").value_or(1));
        if (retries)
            m_maxAttempts[step] = int(integerAt(event.data, "max_attempts").value_or(attempt));
        error.retryCount = std::max(attempt - 1, 0);
        error.maxRetries = std::max(m_maxAttempts.value(step, attempt) - 1, error.retryCount);
        error.details["step_id"] = toJson(step.toString());
        error.details["attempt"] = attempt;
        m_open[step].push_back(m_errors.size());
    }
    m_errors.push_back(std::move(error));
}

void ExecutionErrors::resolve(const ExecutionEvent &completed)
{
    for (const std::size_t index : m_open.take(stepOf(completed)))
        m_errors[index].resolved = true;
}

} // namespace renum
