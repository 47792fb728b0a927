// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/model_check.h"

#include "core/agents/openai/openai_backend.h"

namespace renum {

namespace {

// What an endpoint can do depends on the model that it is asked for.
QList<FeatureSupport> featuresOfModels()
{
    return { { ServiceFeature::OwnAgents, Support::Yes },
        { ServiceFeature::FollowUpTurns, Support::Yes },
        { ServiceFeature::TeamTools, Support::Unknown },
        { ServiceFeature::StructuredOutput, Support::Unknown },
        { ServiceFeature::FindRunsAgain, Support::No } };
}

} // namespace

QCoro::Task<ConnectionReport> checkModels(
    ModelEndpoint endpoint, Clock *clock, ModelTimings timings, std::stop_token stop)
{
    ConnectionReport report;
    report.service = ConnectionReport::Service::Models;
    report.wantedModel = endpoint.model;
    OpenAiBackend backend(endpoint, clock, timings);
    report.address = backend.address();
    const Result<BackendInfo> info = co_await backend.probe(stop);
    if (!info) {
        report.error = info.error();
        co_return report;
    }
    report.family = info->version;
    report.address = info->address;
    report.features = featuresOfModels();
    const Result<QList<AgentInfo>> agents = co_await backend.listAgents(stop);
    if (!agents) {
        report.modelsError = agents.error();
        co_return report;
    }
    report.models = QStringList();
    for (const AgentInfo &agent : *agents)
        report.models->append(agent.model);
    co_return report;
}

} // namespace renum
