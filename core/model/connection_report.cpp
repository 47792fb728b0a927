// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/connection_report.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Json errorJson(const Error &error)
{
    return { { "category", toJson(toString(error.category)) }, { "code", toJson(error.code) },
        { "message", toJson(error.message) } };
}

Json accountJson(const ServiceAccount &account)
{
    Json json = Json::object();
    json["plan"] = toJson(account.plan);
    json["credits"] = toJson(account.credits);
    json["can_run"] = account.canRun ? Json(*account.canRun) : Json();
    return json;
}

Json modelsJson(const QStringList &models)
{
    Json list = Json::array();
    for (const QString &model : models)
        list.push_back(toJson(model));
    return list;
}

} // namespace

bool ConnectionReport::lacksModel() const
{
    return models && !wantedModel.isEmpty() && !models->contains(wantedModel);
}

QString toString(ServiceFeature feature)
{
    switch (feature) {
    case ServiceFeature::TeamTools:
        return u"team_tools"_s;
    case ServiceFeature::FollowUpTurns:
        return u"follow_up_turns"_s;
    case ServiceFeature::FindRunsAgain:
        return u"find_runs_again"_s;
    case ServiceFeature::LookUpStarts:
        return u"look_up_starts"_s;
    case ServiceFeature::ResumeStreams:
        return u"resume_streams"_s;
    case ServiceFeature::OwnAgents:
        return u"own_agents"_s;
    case ServiceFeature::StructuredOutput:
        return u"structured_output"_s;
    }
    Q_UNREACHABLE();
}

QString toString(Support support)
{
    switch (support) {
    case Support::Yes:
        return u"yes"_s;
    case Support::No:
        return u"no"_s;
    case Support::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

Json toJson(const ConnectionReport &report)
{
    const bool suna = report.service == ConnectionReport::Service::Suna;
    Json json = Json::object();
    json["service"] = suna ? "suna" : "models";
    json["family"] = report.family.isEmpty() ? Json() : toJson(report.family);
    json["address"] = toJson(report.address);
    json["usable"] = report.isUsable();
    json["error"] = report.error ? errorJson(*report.error) : Json();
    json["account"] = report.account ? accountJson(*report.account) : Json();
    json["agents"] = report.agents ? Json(qint64(*report.agents)) : Json();
    json["models"] = report.models ? modelsJson(*report.models) : Json();
    Json features = Json::object();
    for (const FeatureSupport &each : report.features)
        features[toString(each.feature).toStdString()] = toJson(toString(each.support));
    json["features"] = features;
    Json problems = Json::object();
    if (report.accountError)
        problems["account"] = errorJson(*report.accountError);
    if (report.agentsError)
        problems["agents"] = errorJson(*report.agentsError);
    if (report.modelsError)
        problems["models"] = errorJson(*report.modelsError);
    json["problems"] = problems;
    return json;
}

} // namespace renum
