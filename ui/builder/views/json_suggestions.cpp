// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/json_suggestions.h"

#include "core/workflow/editing/member_references.h"
#include "ui/builder/views/team_schema.h"

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(SchemaNode node, const WorkflowDefinition &workflow)
{
    QStringList words = schemaWords(node);
    for (const WorkflowAgent &member : workflow.agents) {
        if (node == SchemaNode::MemberId)
            words.append(member.agentId.toString());
        else if (node == SchemaNode::FinalResult)
            words.append(finalResultOf(member.agentId));
        else if (node == SchemaNode::FieldPath)
            words.append(u"agent_%1_result"_s.arg(member.agentId.toString()));
    }
    return words;
}

/// The beginning of a value, and how far into it the person goes on.
std::pair<QString, qsizetype> skeletonOf(const SchemaPlace &place)
{
    if (place.isList)
        return { u"[]"_s, 1 };
    if (isObject(place.node))
        return { u"{}"_s, 1 };
    if (isQuoted(place.node))
        return { u"\"\""_s, 1 };
    return { QString(), 0 };
}

bool isFollowedByColon(const QString &text, qsizetype end)
{
    while (end < text.size() && (text[end].isSpace() || text[end] == u'"'))
        ++end;
    return end < text.size() && text[end] == u':';
}

void suggestKeys(
    JsonSuggestions &suggestions, const QString &text, const JsonCursor &cursor, SchemaNode node)
{
    const QStringList taken = JsonTextMap::of(text).keysOf(cursor.pointer);
    const bool hasValue = isFollowedByColon(text, cursor.end);
    const QStringList keys = schemaKeys(node);
    for (const QString &key : keys) {
        if (taken.contains(key))
            continue;
        JsonSuggestion suggestion { key, u'"' + key + u'"', key.size() + 2 };
        if (!hasValue) {
            const auto [value, within] = skeletonOf(schemaOf(node, key).value_or(SchemaPlace()));
            suggestion.text += u": "_s + value;
            suggestion.caret = suggestion.text.size() - value.size() + within;
        }
        suggestions.list.append(suggestion);
    }
}

void suggestWords(
    JsonSuggestions &suggestions, const SchemaPlace &place, const WorkflowDefinition &workflow)
{
    const bool quoted = isQuoted(place.node);
    const QStringList words = wordsOf(place.node, workflow);
    for (const QString &word : words) {
        const QString text = quoted ? QString::fromUtf8(canonicalJson(toJson(word))) : word;
        suggestions.list.append({ word, text, text.size() });
    }
}

} // namespace

JsonSuggestions suggestionsAt(
    const QString &text, qsizetype offset, const WorkflowDefinition &workflow)
{
    JsonSuggestions suggestions;
    const std::optional<JsonCursor> cursor = jsonCursorAt(text, offset);
    const std::optional<SchemaPlace> place = cursor ? schemaAt(cursor->pointer) : std::nullopt;
    if (!place || place->isList)
        return suggestions;
    suggestions.begin = cursor->begin;
    suggestions.end = cursor->end;
    suggestions.written = cursor->written;
    if (cursor->isQuoted) { // the quotes are written anew
        --suggestions.begin;
        if (suggestions.end < text.size() && text[suggestions.end] == u'"')
            ++suggestions.end;
    }
    if (cursor->isKey)
        suggestKeys(suggestions, text, *cursor, place->node);
    else
        suggestWords(suggestions, *place, workflow);
    return suggestions;
}

} // namespace renum::ui
