// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/object_reader.h"
#include "core/model/workflow_codec.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

std::optional<InputSource::Kind> sourceKind(const QString &name)
{
    if (name == "initial_prompt"_L1)
        return InputSource::Kind::InitialPrompt;
    if (name == "agent_result"_L1)
        return InputSource::Kind::AgentResult;
    if (name == "context_variable"_L1)
        return InputSource::Kind::ContextVariable;
    return std::nullopt;
}

QString sourceName(InputSource::Kind kind)
{
    switch (kind) {
    case InputSource::Kind::InitialPrompt:
        return u"initial_prompt"_s;
    case InputSource::Kind::AgentResult:
        return u"agent_result"_s;
    case InputSource::Kind::ContextVariable:
        return u"context_variable"_s;
    }
    Q_UNREACHABLE();
}

std::optional<InputSource> readSource(ObjectReader &reader, const char *kindKey)
{
    const std::optional<QString> name = reader.text(kindKey);
    const std::optional<InputSource::Kind> kind = sourceKind(name.value_or(QString()));
    InputSource source;
    source.agentId = AgentId(reader.text("agent_id").value_or(QString()));
    source.variableName = reader.text("variable_name").value_or(QString());
    if (!kind) {
        reader.problem(u"W-13"_s, reader.pathOf(kindKey),
            u"\"%1\" is no input source. Use initial_prompt, agent_result, combined or "
            "context_variable."_s.arg(name.value_or(QString())));
        return std::nullopt;
    }
    source.kind = *kind;
    return source;
}

void readCombined(ObjectReader &reader, InputSpec &input)
{
    input.combined = true;
    const Json *sources = reader.take("sources");
    if (!sources)
        return; // an empty list is W-14's business
    if (!sources->is_array()) {
        reader.wrongType("sources", u"a list of sources"_s);
        return;
    }
    for (size_t i = 0; i < sources->size(); ++i) {
        const QString path = reader.pathOf("sources") + u'/' + QString::number(i);
        ObjectReader item((*sources)[i], path, reader.problems());
        if (!(*sources)[i].is_object())
            continue;
        if (const std::optional<InputSource> source = readSource(item, "type"))
            input.sources.push_back(*source);
    }
}

Json writeSource(const InputSource &source, const char *kindKey)
{
    Json json = Json::object();
    json[kindKey] = toJson(sourceName(source.kind));
    if (source.kind == InputSource::Kind::AgentResult)
        json["agent_id"] = toJson(source.agentId.toString());
    if (source.kind == InputSource::Kind::ContextVariable)
        json["variable_name"] = toJson(source.variableName);
    return json;
}

} // namespace

std::optional<InputSpec> readInput(const Json &json, const QString &path, Problems &problems)
{
    InputSpec input;
    if (json.is_string()) { // shorthand of contract §3.2
        const Json spelledOut { { "source", json } };
        ObjectReader reader(spelledOut, path, problems);
        if (const std::optional<InputSource> source = readSource(reader, "source"))
            input.sources = { *source };
        return input;
    }
    ObjectReader reader(json, path, problems);
    if (!json.is_object())
        return std::nullopt;
    if (stringAt(json, "source") == u"combined"_s) {
        reader.take("source");
        readCombined(reader, input);
    } else if (const std::optional<InputSource> source = readSource(reader, "source")) {
        input.sources = { *source };
    }
    input.templateText = reader.text("template");
    input.includeContext = reader.flag("include_context").value_or(true);
    input.extra = reader.rest();
    return input;
}

Json toJson(const InputSpec &input)
{
    Json json = input.extra;
    if (input.combined) {
        json["source"] = "combined";
        json["sources"] = Json::array();
        for (const InputSource &source : input.sources)
            json["sources"].push_back(writeSource(source, "type"));
    } else if (!input.sources.empty()) {
        json.update(writeSource(input.sources.front(), "source"));
    }
    if (input.templateText)
        json["template"] = toJson(*input.templateText);
    if (!input.includeContext)
        json["include_context"] = false;
    return json;
}

} // namespace renum
