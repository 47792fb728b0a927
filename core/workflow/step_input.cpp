// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/step_input.h"

#include <optional>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const Json &object, const QString &key)
{
    const auto it = object.find(key.toStdString());
    return it == object.end() ? QString() : plainText(*it);
}

std::optional<QString> sourceText(const InputSource &source, const InputMaterial &material)
{
    switch (source.kind) {
    case InputSource::Kind::InitialPrompt:
        return material.initialPrompt;
    case InputSource::Kind::AgentResult: {
        const auto result = material.results.constFind(source.agentId);
        if (result == material.results.cend())
            return std::nullopt;
        return *result;
    }
    case InputSource::Kind::ContextVariable: {
        const Json *value = material.context->variable(source.variableName);
        if (!value || value->is_null())
            return std::nullopt;
        return plainText(*value);
    }
    }
    Q_UNREACHABLE();
}

QString sourceName(const InputSpec &input)
{
    if (input.combined)
        return u"combined"_s;
    switch (input.sources.front().kind) {
    case InputSource::Kind::InitialPrompt:
        return u"initial_prompt"_s;
    case InputSource::Kind::AgentResult:
        return u"agent_result"_s;
    case InputSource::Kind::ContextVariable:
        return u"context_variable"_s;
    }
    Q_UNREACHABLE();
}

InputMissing missing(const InputSpec &input)
{
    if (input.combined)
        return { true, u"None of the combined inputs is there."_s };
    const InputSource &source = input.sources.front();
    if (source.kind == InputSource::Kind::AgentResult)
        return { true, u"The agent %1 has no result."_s.arg(source.agentId.toString()) };
    return { false,
        u"The context has no value \"%1\". Set it in an earlier step or in the initial context."_s
            .arg(source.variableName) };
}

/// The value of a placeholder; none for a name that means nothing, which stays as written.
std::optional<QString> placeholderText(
    const QString &name, const QString &input, const InputMaterial &material)
{
    if (name == "input"_L1)
        return input;
    if (name == "initial_prompt"_L1)
        return material.initialPrompt;
    if (name.startsWith("context."_L1))
        return textOf(material.context->contextObject(), name.sliced(8));
    if (name.startsWith("memory."_L1))
        return textOf(material.context->sharedMemory(), name.sliced(7));
    if (name.startsWith("agent."_L1))
        return material.results.value(AgentId(name.sliced(6)));
    return std::nullopt;
}

QString fillTemplate(
    const QString &templateText, const QString &input, const InputMaterial &material)
{
    QString filled;
    qsizetype at = 0;
    while (at < templateText.size()) {
        const qsizetype open = templateText.indexOf("{{"_L1, at);
        const qsizetype close = open < 0 ? -1 : templateText.indexOf("}}"_L1, open + 2);
        if (close < 0)
            break;
        filled += QStringView(templateText).sliced(at, open - at);
        const QString name = templateText.sliced(open + 2, close - open - 2).trimmed();
        const std::optional<QString> text = placeholderText(name, input, material);
        filled += text ? *text : templateText.sliced(open, close + 2 - open);
        at = close + 2;
    }
    return filled + templateText.sliced(at);
}

} // namespace

QString plainText(const Json &value)
{
    return value.is_string() ? toQString(value) : compactJsonText(value);
}

std::variant<ResolvedInput, InputMissing> resolveInput(
    const InputSpec &input, const InputMaterial &material)
{
    if (input.sources.empty())
        return InputMissing { false, u"The step has no input. Choose where it comes from."_s };
    ResolvedInput resolved;
    QStringList texts;
    for (const InputSource &source : input.sources) {
        const std::optional<QString> text = sourceText(source, material);
        if (!text)
            continue;
        texts.append(*text);
        if (source.kind == InputSource::Kind::AgentResult)
            resolved.resolvedFrom.push_back(source.agentId);
    }
    if (texts.isEmpty())
        return missing(input);
    resolved.source = sourceName(input);
    resolved.text = texts.join("\n\n"_L1);
    if (input.templateText)
        resolved.text = fillTemplate(*input.templateText, resolved.text, material);
    return resolved;
}

} // namespace renum
