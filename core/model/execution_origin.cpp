// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution.h"

namespace renum {

using namespace Qt::StringLiterals;

QString toString(ExecutionOrigin::Kind kind)
{
    return kind == ExecutionOrigin::Kind::Fork ? u"fork"_s : u"retry"_s;
}

Json toJson(const ExecutionOrigin &origin)
{
    Json results = Json::object();
    for (auto it = origin.results.cbegin(); it != origin.results.cend(); ++it)
        results[it.key().toString().toStdString()] = toJson(it.value());
    Json inputs = Json::object();
    for (auto it = origin.inputs.cbegin(); it != origin.inputs.cend(); ++it)
        inputs[it.key().toString().toStdString()] = toJson(it.value());
    return { { "kind", toJson(toString(origin.kind)) },
        { "execution_id", toJson(origin.execution.toString()) }, { "results", std::move(results) },
        { "inputs", std::move(inputs) } };
}

std::optional<ExecutionOrigin> originFromJson(const Json &json)
{
    const std::optional<QString> execution = stringAt(json, "execution_id");
    if (!execution)
        return std::nullopt;
    ExecutionOrigin origin;
    origin.execution = ExecutionId(*execution);
    if (stringAt(json, "kind") == u"fork"_s)
        origin.kind = ExecutionOrigin::Kind::Fork;
    if (const Json *results = memberAt(json, "results"); results && results->is_object()) {
        for (const auto &[step, output] : results->items())
            origin.results.insert(StepId(QString::fromStdString(step)), stepOutputFromJson(output));
    }
    if (const Json *inputs = memberAt(json, "inputs"); inputs && inputs->is_object()) {
        for (const auto &[step, text] : inputs->items()) {
            if (text.is_string())
                origin.inputs.insert(StepId(QString::fromStdString(step)), toQString(text));
        }
    }
    return origin;
}

} // namespace renum
