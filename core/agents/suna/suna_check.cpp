// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_check.h"

#include "core/agents/suna/suna_account.h"
#include "core/agents/suna/suna_calls.h"
#include "core/agents/suna/suna_client.h"
#include "core/agents/suna/suna_detection.h"
#include "core/model/error_codes.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QList<FeatureSupport> featuresOf(SunaFamily family, bool hasSupabase)
{
    const bool v1 = family == SunaFamily::V1;
    const auto when = [](bool condition) { return condition ? Support::Yes : Support::No; };
    return { { ServiceFeature::FindRunsAgain, Support::Yes },
        { ServiceFeature::LookUpStarts, when(!v1) },
        { ServiceFeature::FollowUpTurns, when(!v1 || hasSupabase) },
        { ServiceFeature::ResumeStreams, when(family == SunaFamily::V3) },
        { ServiceFeature::TeamTools, Support::Yes }, { ServiceFeature::OwnAgents, Support::No } };
}

} // namespace

QCoro::Task<ConnectionReport> checkSuna(
    SunaConnection connection, Clock *clock, SunaTimings timings, std::stop_token stop)
{
    ConnectionReport report;
    report.address = connection.url.toString(
        QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::StripTrailingSlash);
    SunaClient client(connection, clock, timings);
    SunaDetector detector(&client);
    const Result<SunaServer> server = co_await detector.detect(stop);
    if (!server) {
        report.error = server.error();
        report.family = server.error().args.value(u"family"_s).toString();
        co_return report;
    }
    report.family = toString(server->family);
    report.address = sunaUrl(*server, {}).toString();
    report.features = featuresOf(server->family, client.hasSupabase());
    const Result<QList<AgentInfo>> agents = co_await fetchSunaAgents(&client, *server, stop);
    if (agents)
        report.agents = agents->size();
    else
        report.agentsError = agents.error();
    const Result<SunaAccount> account = co_await fetchSunaAccount(&client, *server, stop);
    if (!account) {
        report.accountError = account.error();
        co_return report;
    }
    report.account = account->account;
    report.models = account->models;
    co_return report;
}

} // namespace renum
