// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/execution_event.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace renum {

/// How bad a failure is (contract §4.5), mildest first.
enum class ErrorSeverity { Low, Medium, High, Critical };
[[nodiscard]] QString toString(ErrorSeverity severity);
[[nodiscard]] ErrorSeverity severityOf(ErrorCategory category);
/// What a person can do about such a failure; English, for logs and the API.
[[nodiscard]] QStringList suggestionsFor(ErrorCategory category);

/// One failure within an execution (contract §4.7): of an attempt, of a step, or of all of it.
struct ExecutionError {
    QString id; ///< follows from the execution and the event, the same each time
    ExecutionId executionId;
    TeamId teamId;
    Error error;
    bool recoverable = false; ///< it is tried again, or another try may help
    int retryCount = 0; ///< retries so far, the one that follows included
    int maxRetries = 0;
    AgentId agentId; ///< empty for the execution as a whole
    QString stepName;
    Json details = Json::object();
    Timestamp timestamp;
    bool resolved = false; ///< the step completed after all

    friend bool operator==(const ExecutionError &, const ExecutionError &) = default;
};
using ExecutionErrorList = std::vector<ExecutionError>;

[[nodiscard]] Json toJson(const ExecutionError &error);

/// The failures of an execution, folded from its events.
class ExecutionErrors {
public:
    /// The next event, in order.
    void apply(const ExecutionEvent &event);
    /// Oldest first.
    [[nodiscard]] const ExecutionErrorList &errors() const noexcept { return m_errors; }

private:
    void learnNames(const ExecutionEvent &plan);
    void add(const ExecutionEvent &event);
    void resolve(const ExecutionEvent &completed);

    ExecutionErrorList m_errors;
    QHash<AgentId, QString> m_names;
    QHash<StepId, std::vector<std::size_t>> m_open; ///< by step or iteration
    QHash<StepId, int> m_maxAttempts;
};

} // namespace renum

Q_DECLARE_METATYPE(renum::ExecutionError)
