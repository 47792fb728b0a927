// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_history.h"

#include "core/agents/suna/suna_tool_rows.h"
#include "core/agents/suna/suna_tool_xml.h"

#include <algorithm>
#include <ranges>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

// The run's start and the rows' times are taken by different parts of the service.
constexpr auto ClockSlack = std::chrono::seconds(1);

bool belongs(const SunaMessage &row, std::optional<Timestamp> since)
{
    return !since || !row.createdAt || *row.createdAt >= *since - ClockSlack;
}

/// Names of tools whose older tag form may stand in a text, from the rows that name them.
QSet<QString> toolTagsOf(const std::vector<SunaMessage> &rows)
{
    QSet<QString> tags;
    for (const SunaMessage &row : rows) {
        if (const QString tag = sunaToolTag(row); !tag.isEmpty())
            tags.insert(tag);
    }
    return tags;
}

bool endsTheRun(const QString &tool)
{
    return tool == "ask"_L1 || tool == "complete"_L1;
}

/// The `text` of the native `ask` or `complete` call of a row: some models answer only there.
QString closingToolText(const SunaMessage &row)
{
    for (const SunaToolCall &call : sunaToolCalls(row)) {
        if (endsTheRun(call.name))
            return stringAt(decodedSunaValue(toJson(call.arguments)), "text").value_or(QString());
    }
    return {};
}

QString answerOf(const SunaMessage &row, const QSet<QString> &tags)
{
    const SplitText split = splitToolXml(row.text().value_or(QString()), tags);
    const QString visible = split.visible.trimmed();
    if (!visible.isEmpty())
        return visible;
    for (const XmlToolCall &call : split.calls) {
        const QString text = call.parameter(u"text"_s).trimmed();
        if (endsTheRun(call.name) && !text.isEmpty())
            return text;
    }
    return closingToolText(row).trimmed();
}

std::optional<qint64> countAt(const Json &usage, const char *key)
{
    const auto count = integerAt(usage, key);
    return count && *count >= 0 ? count : std::nullopt;
}

std::optional<qint64> cachedTokens(const Json &usage)
{
    if (const Json *details = memberAt(usage, "prompt_tokens_details")) {
        if (const auto cached = countAt(*details, "cached_tokens"))
            return cached;
    }
    return countAt(usage, "cache_read_input_tokens");
}

/// `last` is the error so far; progress after it makes it history.
void followError(const SunaMessage &row, std::optional<QString> &last)
{
    if (row.type == "assistant"_L1 || row.type == "tool"_L1)
        last.reset();
    else if (row.type == "status"_L1 && stringAt(row.content, "status_type") == u"error"_s)
        last = stringAt(row.content, "message").value_or(QString());
}

} // namespace

void setSunaModel(Usage &usage, const QString &model)
{
    if (model.isEmpty())
        return;
    const qsizetype slash = model.indexOf(u'/');
    if (slash > 0)
        usage.modelProvider = model.left(slash);
    usage.modelName = model.mid(slash + 1);
}

std::optional<Usage> sunaUsageOf(const SunaMessage &row)
{
    if (row.type != "assistant_response_end"_L1 && row.type != "llm_response_end"_L1)
        return std::nullopt;
    Usage usage;
    usage.requestCount = 1;
    setSunaModel(usage, stringAt(row.content, "model").value_or(QString()));
    const Json *counts = memberAt(row.content, "usage");
    if (!counts)
        return usage;
    usage.tokensInput = countAt(*counts, "prompt_tokens");
    usage.tokensOutput = countAt(*counts, "completion_tokens");
    usage.tokensCached = cachedTokens(*counts);
    usage.tokensCacheWrite = countAt(*counts, "cache_creation_input_tokens");
    if (const Json *details = memberAt(*counts, "completion_tokens_details"))
        usage.tokensReasoning = countAt(*details, "reasoning_tokens");
    if (usage.tokensInput.value_or(0) == 0 && usage.tokensOutput.value_or(0) == 0) {
        usage.tokensInput.reset();
        usage.tokensOutput.reset();
        usage.tokensCached.reset();
        usage.tokensCacheWrite.reset();
        usage.tokensReasoning.reset();
    }
    return usage;
}

SunaHistory readSunaHistory(const std::vector<SunaMessage> &rows, std::optional<Timestamp> since)
{
    SunaHistory history;
    QSet<QString> seen;
    for (const SunaMessage &row : rows) {
        const bool repeated = !row.id.isEmpty() && seen.contains(row.id);
        if (repeated || !belongs(row, since))
            continue;
        seen.insert(row.id);
        followError(row, history.lastError);
        if (const auto usage = sunaUsageOf(row))
            history.usage.add(*usage);
    }
    const QSet<QString> tags = toolTagsOf(rows);
    for (const SunaMessage &row : rows | std::views::reverse) {
        if (row.type != "assistant"_L1 || !belongs(row, since))
            continue;
        history.finalText = answerOf(row, tags);
        if (!history.finalText.isEmpty())
            break;
    }
    return history;
}

bool holdsPrompt(const std::vector<SunaMessage> &rows, const QString &prompt)
{
    const QString wanted = prompt.trimmed();
    return std::any_of(rows.cbegin(), rows.cend(), [&wanted](const SunaMessage &row) {
        return row.type == "user"_L1 && row.text().value_or(QString()).trimmed() == wanted;
    });
}

} // namespace renum
