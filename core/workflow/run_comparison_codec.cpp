// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_difference.h"
#include "core/workflow/run_comparison.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Json figureJson(const FigureChange &figure)
{
    const auto number = [](std::optional<qint64> value) { return value ? Json(*value) : Json(); };
    return { { "before", number(figure.before) }, { "after", number(figure.after) },
        { "change", number(figure.change()) } };
}

Json figuresJson(const FiguresChange &figures)
{
    return { { "time_us", figureJson(figures.time) }, { "tokens", figureJson(figures.tokens) },
        { "nano_usd", figureJson(figures.money) }, { "approximate", figures.approximate } };
}

Json runJson(const RunFacts &run)
{
    const std::optional<ExecutionOrigin> origin = run.origin();
    return { { "execution_id", toJson(run.id().toString()) },
        { "team_id", toJson(run.team().toString()) }, { "team_name", toJson(run.teamName()) },
        { "status", toJson(toString(run.status())) }, { "prompt", toJson(run.prompt()) },
        { "created_at", run.createdAt() ? toJson(toRfc3339(*run.createdAt())) : Json() },
        { "origin", origin ? toJson(toString(origin->kind)) : Json() },
        { "origin_execution_id", origin ? toJson(origin->execution.toString()) : Json() } };
}

Json stepJson(const std::optional<ComparedStep> &step)
{
    if (!step)
        return nullptr;
    return { { "step_id", toJson(step->id.toString()) },
        { "status", toJson(toString(step->status)) }, { "attempts", step->attempts },
        { "reused", step->reused } };
}

QString kindName(JsonDifference::Kind kind)
{
    switch (kind) {
    case JsonDifference::Kind::Added:
        return u"added"_s;
    case JsonDifference::Kind::Removed:
        return u"removed"_s;
    case JsonDifference::Kind::Changed:
    case JsonDifference::Kind::Same:
        break;
    }
    return u"changed"_s;
}

void writeDifferences(const JsonDifference &difference, const QString &path, Json &list)
{
    if (difference.kind == JsonDifference::Kind::Same)
        return;
    if (!difference.isInside()) {
        list.push_back({ { "path", toJson(path) }, { "kind", toJson(kindName(difference.kind)) },
            { "before", difference.before ? *difference.before : Json() },
            { "after", difference.after ? *difference.after : Json() } });
        return;
    }
    for (const JsonDifference &child : difference.children)
        writeDifferences(child, path + u'/' + child.key, list);
}

} // namespace

Json toJson(const RunComparison &comparison)
{
    Json json = { { "before", runJson(comparison.before) }, { "after", runJson(comparison.after) },
        { "figures", figuresJson(comparison.figures()) },
        { "result_changed", comparison.before.result() != comparison.after.result() },
        { "steps", Json::array() }, { "settings", Json::array() } };
    for (const StepComparison &step : comparison.steps) {
        json["steps"].push_back({ { "step_id", toJson(step.any().id.toString()) },
            { "name", toJson(step.any().name) }, { "iteration", step.any().iteration },
            { "before", stepJson(step.before) }, { "after", stepJson(step.after) },
            { "figures", figuresJson(step.figures()) }, { "prompt_changed", step.promptChanged() },
            { "output_changed", step.outputChanged() } });
    }
    writeDifferences(jsonDifference(comparison.before.settings(), comparison.after.settings()), {},
        json["settings"]);
    return json;
}

} // namespace renum
