// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_wire.h"

#include <QByteArrayView>

#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// The first of several spellings that is there as a string.
std::optional<QString> stringAtAny(const Json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const auto text = stringAt(object, key))
            return text;
    }
    return std::nullopt;
}

std::optional<Timestamp> timeAtAny(const Json &object, std::initializer_list<const char *> keys)
{
    const auto text = stringAtAny(object, keys);
    return text ? fromRfc3339(*text) : std::nullopt;
}

/// A text, or the text parts of a list such as `[{"type": "text", "text": "…"}]`.
std::optional<QString> textOf(const Json *value)
{
    if (!value)
        return std::nullopt;
    if (value->is_string())
        return toQString(*value);
    if (!value->is_array())
        return std::nullopt;
    QString joined;
    for (const Json &part : *value)
        joined += part.is_string() ? toQString(part) : stringAt(part, "text").value_or(QString());
    return joined;
}

/// The JSON in a string; none when it is no string or its text is no JSON.
std::optional<Json> innerJson(const Json &value)
{
    if (!value.is_string())
        return std::nullopt;
    const auto &text = value.get_ref<const std::string &>();
    Result<Json> inner
        = parseJson(QByteArrayView(text.data(), qsizetype(text.size())), SunaLargeJson);
    return inner ? std::optional(std::move(inner).value()) : std::nullopt;
}

void addTools(const Json &agent, QStringList &tools)
{
    if (const Json *own = memberAt(agent, "agentpress_tools"); own && own->is_object()) {
        for (const auto &[name, value] : own->items()) {
            const bool enabled
                = value.is_boolean() ? value.get<bool>() : boolAt(value, "enabled").value_or(false);
            if (enabled)
                tools += QString::fromStdString(name);
        }
    }
    const Json *servers = memberAt(agent, "custom_mcps");
    if (!servers || !servers->is_array())
        return;
    for (const Json &server : *servers) {
        const Json *names = memberAt(server, "enabledTools");
        names = names ? names : memberAt(server, "enabled_tools");
        if (!names || !names->is_array())
            continue;
        for (const Json &name : *names) {
            if (name.is_string())
                tools += toQString(name);
        }
    }
}

AgentInfo readAgent(const Json &object)
{
    AgentInfo agent;
    agent.id = AgentId(stringAt(object, "agent_id").value_or(QString()));
    agent.name = stringAt(object, "name").value_or(QString());
    agent.description = stringAt(object, "description").value_or(QString());
    agent.avatar = stringAt(object, "avatar").value_or(QString());
    agent.isDefault = boolAt(object, "is_default").value_or(false);
    agent.model = stringAt(object, "model").value_or(QString());
    if (const Json *version = memberAt(object, "current_version"); version && agent.model.isEmpty())
        agent.model = stringAt(*version, "model").value_or(QString());
    addTools(object, agent.tools);
    return agent;
}

} // namespace

Json decodedSunaValue(const Json &value)
{
    std::optional<Json> inner = innerJson(value);
    // A string inside a string is the double encoding of user rows: look once more.
    if (inner && inner->is_string())
        inner = innerJson(*inner);
    return inner && inner->is_object() ? *std::move(inner) : value;
}

std::optional<QString> SunaMessage::text() const
{
    if (content.is_string())
        return toQString(content);
    if (const auto inContent = textOf(memberAt(content, "content")))
        return inContent;
    return stringAt(metadata, "text_content");
}

QString SunaMessage::streamStatus() const
{
    return stringAt(metadata, "stream_status").value_or(QString());
}

QString SunaMessage::threadRunId() const
{
    if (const auto inMetadata = stringAt(metadata, "thread_run_id"))
        return *inMetadata;
    return stringAt(content, "thread_run_id").value_or(QString());
}

SunaMessage readSunaMessage(const Json &row)
{
    SunaMessage message;
    message.id = stringAt(row, "message_id").value_or(QString());
    message.type = stringAt(row, "type").value_or(QString());
    if (const Json *content = memberAt(row, "content"))
        message.content = decodedSunaValue(*content);
    if (const Json *metadata = memberAt(row, "metadata"))
        message.metadata = decodedSunaValue(*metadata);
    message.sequence = integerAt(row, "sequence");
    message.createdAt = timeAtAny(row, { "created_at" });
    return message;
}

std::optional<SunaMessageList> readSunaMessages(const Json &answer)
{
    const Json *rows = memberAt(answer, "messages");
    if (!rows || !rows->is_array())
        return std::nullopt;
    SunaMessageList list;
    list.pending = boolAt(answer, "_pending").value_or(false);
    list.messages.reserve(rows->size());
    for (const Json &row : *rows) {
        if (row.is_object())
            list.messages.push_back(readSunaMessage(row));
    }
    return list;
}

bool SunaRun::active() const
{
    return status != "completed"_L1 && status != "failed"_L1 && status != "stopped"_L1;
}

std::optional<SunaRun> readSunaRun(const Json &object)
{
    const auto id = stringAtAny(object, { "id", "agent_run_id" });
    const auto status = stringAt(object, "status");
    if (!id || id->isEmpty() || !status)
        return std::nullopt;
    SunaRun run;
    run.id = RunId(*id);
    run.thread = ThreadId(stringAtAny(object, { "threadId", "thread_id" }).value_or(QString()));
    run.status = *status;
    run.error = stringAt(object, "error").value_or(QString());
    run.startedAt = timeAtAny(object, { "startedAt", "started_at" });
    return run;
}

std::optional<QList<SunaRun>> readSunaRuns(const Json &answer)
{
    const Json *rows = memberAt(answer, "agent_runs");
    if (!rows || !rows->is_array())
        return std::nullopt;
    QList<SunaRun> runs;
    for (const Json &row : *rows) {
        if (auto run = readSunaRun(row))
            runs += std::move(*run);
    }
    return runs;
}

std::optional<ThreadRef> readSunaThread(const Json &answer)
{
    const auto thread = stringAt(answer, "thread_id");
    if (!thread || thread->isEmpty())
        return std::nullopt;
    return ThreadRef { ThreadId(*thread),
        ProjectId(stringAt(answer, "project_id").value_or(QString())) };
}

std::optional<SunaAgentPage> readSunaAgents(const Json &answer)
{
    const Json *rows = memberAt(answer, "agents");
    if (!rows || !rows->is_array())
        return std::nullopt;
    SunaAgentPage page;
    page.rows = qsizetype(rows->size());
    for (const Json &row : *rows) {
        AgentInfo agent = readAgent(row);
        if (!agent.id.isEmpty())
            page.agents += std::move(agent);
    }
    if (const Json *pagination = memberAt(answer, "pagination")) {
        const auto pages = integerAt(*pagination, "pages");
        page.pages = pages ? pages : integerAt(*pagination, "total_pages");
    }
    return page;
}

} // namespace renum
