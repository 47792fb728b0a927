// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workflow/definition_size.h"
#include "core/workflow/draft_check.h"
#include "core/workflow/retry_policy.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxNameLength = 255;
constexpr qsizetype MaxDescriptionLength = 5000;
constexpr int MaxTimeoutSeconds = 86'400;
constexpr int MaxApprovalSeconds = 21 * 86'400; // people have holidays
constexpr int MaxExecutionSeconds = 7 * 86'400;
constexpr int MaxParallel = 10;
constexpr int MaxIterations = 100;

/// A number that may be absent must lie in a range.
template<typename T>
void checkRange(const DraftCheck &check, const QString &code, const QString &path,
    const std::optional<T> &value, T lowest, T highest)
{
    if (!value || (*value >= lowest && *value <= highest))
        return;
    check.report.error(code, path,
        u"The value %1 is out of range. Use %2 to %3."_s.arg(
            QString::number(*value), QString::number(lowest), QString::number(highest)),
        { { u"lowest"_s, lowest }, { u"highest"_s, highest } });
}

void checkRetry(const DraftCheck &check, const RetryConfig &retry, const QString &path)
{
    checkRange(check, u"W-18"_s, path + "/max_attempts"_L1, retry.maxAttempts, 1,
        RetryLimits::MaxAttempts);
    checkRange(check, u"W-18"_s, path + "/initial_delay"_L1, retry.initialDelaySeconds, 0.0,
        double(RetryLimits::MaxDelaySeconds));
    checkRange(check, u"W-18"_s, path + "/backoff_factor"_L1, retry.backoffFactor, 1.0,
        RetryLimits::MaxBackoffFactor);
    checkRange(check, u"W-18"_s, path + "/max_delay"_L1, retry.maxDelaySeconds, 0,
        RetryLimits::MaxDelaySeconds);
    checkRange(check, u"W-18"_s, path + "/jitter"_L1, retry.jitter, 0.0, 1.0);
    const std::vector<double> delays = retry.delaySeconds.value_or(std::vector<double>());
    for (size_t i = 0; i < delays.size(); ++i) {
        checkRange(check, u"W-18"_s, path + u"/delay_seconds/%1"_s.arg(i), std::optional(delays[i]),
            0.0, double(RetryLimits::MaxDelaySeconds));
    }
    const QStringList names = retry.retryOn.value_or(QStringList());
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!retryCategory(names[i])) {
            check.report.error(u"W-18"_s, path + u"/retry_on/%1"_s.arg(i),
                u"\"%1\" is no kind of error. Use for example network_error or agent_timeout."_s
                    .arg(names[i]));
        }
    }
}

void checkToolsMode(
    const DraftCheck &check, const std::optional<QString> &mode, const QString &path)
{
    if (!mode || mode == u"prompt"_s || mode == u"mcp"_s || mode == u"none"_s)
        return;
    check.report.error(u"validation_error"_s, path,
        u"\"%1\" is no way to offer tools. Use prompt, mcp or none."_s.arg(*mode));
}

void checkMember(const DraftCheck &check, size_t i)
{
    const WorkflowAgent &agent = check.members()[i];
    checkRange(
        check, u"W-18"_s, memberPath(i, u"/timeout"_s), agent.timeoutSeconds, 1, MaxTimeoutSeconds);
    if (agent.retry)
        checkRetry(check, *agent.retry, memberPath(i, u"/retry_config"_s));
    if (agent.feedback) {
        checkRange(check, u"W-18"_s, memberPath(i, u"/feedback/max_iterations"_s),
            agent.feedback->maxIterations, 1, MaxIterations);
    }
    checkToolsMode(check, agent.config.toolsMode, memberPath(i, u"/agent_config/tools_mode"_s));
}

void checkWorkflowConfig(const DraftCheck &check)
{
    const WorkflowConfig &config = check.draft.workflow.config;
    const QString path = u"/workflow_definition/config"_s;
    checkRange(check, u"validation_error"_s, path + "/max_parallel"_L1, config.maxParallel, 1,
        MaxParallel);
    checkRange(check, u"validation_error"_s, path + "/max_iterations"_L1, config.maxIterations, 1,
        MaxIterations);
    if (config.approval) {
        checkRange(check, u"W-18"_s, path + "/approval/timeout_seconds"_L1,
            config.approval->timeoutSeconds, 1, MaxApprovalSeconds);
    }
}

void checkTeamConfig(const DraftCheck &check)
{
    const TeamConfig &config = check.draft.config;
    checkRange(check, u"W-18"_s, u"/team_config/step_timeout_seconds"_s, config.stepTimeoutSeconds,
        1, MaxTimeoutSeconds);
    checkRange(check, u"W-18"_s, u"/team_config/max_execution_seconds"_s,
        config.maxExecutionSeconds, 1, MaxExecutionSeconds);
    checkToolsMode(check, config.toolsMode, u"/team_config/tools_mode"_s);
}

void checkTexts(const DraftCheck &check)
{
    const qsizetype nameLength = check.draft.name.trimmed().size();
    if (nameLength < 1 || nameLength > MaxNameLength) {
        check.report.error(u"validation_error"_s, u"/name"_s,
            u"A team's name has 1 to %1 characters. Enter another name."_s.arg(MaxNameLength));
    }
    if (check.draft.description.size() > MaxDescriptionLength) {
        check.report.error(u"validation_error"_s, u"/description"_s,
            u"A description has at most %1 characters. Shorten it."_s.arg(MaxDescriptionLength));
    }
}

void checkSize(const DraftCheck &check)
{
    const qsizetype bytes = definitionBytes(check.draft.workflow);
    if (bytes <= check.limits.maxDefinitionBytes)
        return;
    check.report.error(u"W-21"_s, u"/workflow_definition"_s,
        u"The workflow has %1 KiB, but at most %2 are allowed. Shorten instructions or split the "
        "team."_s.arg((bytes + 1023) / 1024)
            .arg(check.limits.maxDefinitionBytes / 1024),
        { { u"bytes"_s, bytes }, { u"limit"_s, check.limits.maxDefinitionBytes } });
}

} // namespace

void checkFields(const DraftCheck &check)
{
    checkTexts(check);
    checkTeamConfig(check);
    checkWorkflowConfig(check);
    for (size_t i = 0; i < check.members().size(); ++i)
        checkMember(check, i);
    checkSize(check);
}

} // namespace renum
