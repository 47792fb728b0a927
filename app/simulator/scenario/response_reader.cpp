// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario/response_reader.h"

#include <array>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxMilliseconds = 24LL * 60 * 60 * 1000;
constexpr qint64 MaxTokens = 1'000'000'000'000;
constexpr double MaxCharsPerSecond = 1e9;

SayStep readSay(ObjectReader &reader)
{
    SayStep step { reader.lines("text"), std::nullopt };
    if (const double speed = reader.number("chars_per_second", 0, 0.1, MaxCharsPerSecond);
        speed > 0)
        step.charsPerSecond = speed;
    return step;
}

ToolStep readTool(ObjectReader &outer, Problems &problems)
{
    ObjectReader reader(*outer.member("tool"), outer.path("tool"), problems);
    ToolStep step;
    step.name = reader.requiredText("name");
    if (const Json *arguments = reader.member("arguments")) {
        if (arguments->is_object())
            step.arguments = *arguments;
        else
            reader.fail(reader.path("arguments"), u"must be an object."_s);
    }
    const Json *result = reader.member("result");
    step.result = result ? *result : Json("");
    step.duration = readMilliseconds(reader, "ms", step.duration);
    step.ok = reader.boolean("ok", true);
    reader.finish();
    return step;
}

HangStep readHang(ObjectReader &reader)
{
    if (!reader.boolean("hang", true))
        reader.fail(reader.path("hang"), u"can only be true."_s);
    return {};
}

Step readKnownStep(const std::string &kind, ObjectReader &reader, Problems &problems)
{
    if (kind == "text")
        return readSay(reader);
    if (kind == "reasoning")
        return ReasonStep { reader.lines("reasoning") };
    if (kind == "tool")
        return readTool(reader, problems);
    if (kind == "pause_ms")
        return PauseStep { readMilliseconds(reader, "pause_ms", {}) };
    if (kind == "llm_error")
        return LlmErrorStep { reader.requiredText("llm_error") };
    if (kind == "fail")
        return FailStep { reader.requiredText("fail") };
    return readHang(reader);
}

std::optional<Step> readStep(const Json &json, const QString &path, Problems &problems)
{
    static constexpr std::array Kinds { "text", "reasoning", "tool", "pause_ms", "llm_error",
        "fail", "hang" };
    ObjectReader reader(json, path, problems);
    const auto kind = std::ranges::find_if(
        Kinds, [&json](const char *key) { return json.is_object() && json.contains(key); });
    if (kind == Kinds.cend()) {
        reader.fail(path,
            u"is no step: it needs one of text, reasoning, tool, pause_ms, llm_error, fail, hang."_s);
        return std::nullopt;
    }
    Step step = readKnownStep(*kind, reader, problems);
    reader.finish();
    return step;
}

QList<Step> readSteps(ObjectReader &reader, Problems &problems)
{
    QList<Step> steps;
    size_t index = 0;
    for (const Json &element : reader.array("steps")) {
        if (const auto step = readStep(element, pointer(reader.path("steps"), index), problems))
            steps.append(*step);
        ++index;
    }
    return steps;
}

Response readResponse(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    Response response;
    response.name = reader.text("name");
    response.whenPromptContains = reader.texts("when_prompt_contains");
    response.call = static_cast<int>(reader.integer("call", 0, 1, 1'000'000));
    response.ofEvery = static_cast<int>(reader.integer("of_every", 0, 1, 1'000'000));
    if (response.ofEvery > 0 && (response.call == 0 || response.call > response.ofEvery))
        reader.fail(reader.path("of_every"), u"needs a call from 1 to its own value."_s);
    response.workerMissing = reader.boolean("worker_missing", false);
    if (reader.member("first_token_ms"))
        response.firstToken = readMilliseconds(reader, "first_token_ms", {});
    response.usage = readUsage(reader, problems);
    response.model = reader.text("model");
    response.steps = readSteps(reader, problems);
    reader.finish();
    return response;
}

bool isConditional(const Response &response)
{
    return !response.whenPromptContains.isEmpty() || response.call > 0;
}

} // namespace

std::chrono::milliseconds readMilliseconds(
    ObjectReader &reader, const char *key, std::chrono::milliseconds fallback)
{
    return std::chrono::milliseconds(reader.integer(key, fallback.count(), 0, MaxMilliseconds));
}

std::optional<ScriptedUsage> readUsage(ObjectReader &reader, Problems &problems)
{
    const Json *usage = reader.member("usage");
    if (!usage)
        return std::nullopt;
    if (*usage == "from_text")
        return ScriptedUsage {};
    if (*usage == "none")
        return ScriptedUsage { ScriptedUsage::Kind::None, 0, 0, 0 };
    ObjectReader counts(*usage, reader.path("usage"), problems);
    ScriptedUsage given { ScriptedUsage::Kind::Given, 0, 0, 0 };
    given.inputTokens = counts.integer("input_tokens", 0, 0, MaxTokens);
    given.outputTokens = counts.integer("output_tokens", 0, 0, MaxTokens);
    given.cachedTokens = counts.integer("cached_tokens", 0, 0, MaxTokens);
    counts.finish();
    return given;
}

QList<Response> readResponses(const Json &array, const QString &path, Problems &problems)
{
    QList<Response> responses;
    size_t index = 0;
    for (const Json &element : array)
        responses.append(readResponse(element, pointer(path, index++), problems));
    if (responses.isEmpty() || isConditional(responses.constLast())) {
        const Json none = Json::object();
        ObjectReader(none, path, problems)
            .fail(path, u"needs a last response without conditions, for every other prompt."_s);
    }
    return responses;
}

} // namespace renum::sim
