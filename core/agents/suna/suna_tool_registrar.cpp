// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_tool_registrar.h"

#include "core/agents/suna/suna_errors.h"
#include "core/agents/suna/suna_log.h"
#include "core/model/error_codes.h"
#include "core/net/clock.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Changes that are sent before we believe that the service does not keep them.
constexpr int MostChanges = 3;
/// Failures of the network that are borne.
constexpr int MostFailures = 3;

QString urlOf(const Json &entry)
{
    const Json *config = memberAt(entry, "config");
    return config ? stringAt(*config, "url").value_or(QString()) : QString();
}

/// Read under both names; only the first one may be sent (suna-api.md §2.5).
Json withSentSpelling(Json entry)
{
    if (!entry.is_object() || !entry.contains("enabled_tools"))
        return entry;
    if (!entry.contains("enabledTools"))
        entry["enabledTools"] = entry["enabled_tools"];
    entry.erase("enabled_tools");
    return entry;
}

Json entryOf(const ToolServer &server, const QString &url)
{
    Json tools = Json::array();
    for (const QString &tool : server.enabledTools)
        tools.push_back(toJson(tool));
    Json config = Json::object();
    config["url"] = toJson(url);
    Json entry = Json::object();
    entry["name"] = toJson(server.name);
    // Parts of Suna read the one, parts the other.
    entry["type"] = "http";
    entry["customType"] = "http";
    entry["config"] = std::move(config);
    entry["enabledTools"] = std::move(tools);
    return entry;
}

Error nameTaken(const QString &name)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamToolsNameTaken),
        u"The agent already has another tool server called \"%1\". Remove that one, or choose "
        "another name."_s.arg(name),
        { { u"name"_s, name } } };
}

Error notStored(const QString &name)
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::TeamToolsNotStored),
        u"Suna accepted a change of the tool server \"%1\" but did not keep it. Look at the "
        "agent's tool servers in Suna."_s.arg(name),
        { { u"name"_s, name } } };
}

/// The stored list with our entry; none when it is there.
Result<std::optional<Json>> listWith(const Json &ours, const Json &stored, bool firstLook)
{
    const QString name = toQString(ours.at("name"));
    Json list = Json::array();
    std::vector<Json> same;
    for (const Json &entry : stored) {
        if (stringAt(entry, "name") == name)
            same.push_back(withSentSpelling(entry));
        else
            list.push_back(withSentSpelling(entry));
    }
    const QString url = urlOf(ours);
    if (std::ranges::any_of(same, [&url](const Json &entry) { return urlOf(entry) != url; }))
        return nameTaken(name);
    const auto keepsTools = [&ours](const Json &entry) {
        const Json *tools = memberAt(entry, "enabledTools");
        return tools && *tools == ours.at("enabledTools");
    };
    // Some servers do not tell the tools as they were sent: sending them once more changes nothing.
    if (same.size() == 1 && (!firstLook || keepsTools(same.front())))
        return std::optional<Json>();
    list.push_back(ours);
    return std::optional(std::move(list));
}

/// The stored list without our entry; none when it is not there.
std::optional<Json> listWithout(const ToolRegistration &ours, const Json &stored)
{
    Json list = Json::array();
    for (const Json &entry : stored) {
        const bool isOurs
            = stringAt(entry, "name") == ours.name && digestOfUrl(urlOf(entry)) == ours.urlDigest;
        if (!isOurs)
            list.push_back(withSentSpelling(entry));
    }
    if (list.size() == stored.size())
        return std::nullopt;
    return list;
}

/// Addresses that V3 refuses to call (suna-api.md §2.5). Names are judged by Suna alone.
bool isLocal(const QString &host)
{
    if (host == "localhost"_L1 || host.endsWith(".localhost"_L1))
        return true;
    QHostAddress address(host);
    bool isMapped = false; // an IPv4 address written as IPv6
    const quint32 mapped = address.toIPv4Address(&isMapped);
    if (isMapped)
        address = QHostAddress(mapped);
    static const QList<std::pair<QHostAddress, int>> privateNets {
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"0.0.0.0/8"_s)
    };
    const auto inside = [&address](const auto &net) { return address.isInSubnet(net); };
    return !address.isNull()
        && (address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast()
            || std::ranges::any_of(privateNets, inside));
}

} // namespace

std::optional<Error> toolServerProblem(const SunaServer &suna, const ToolServer &server)
{
    // Suna makes the names of functions from it, cutting at underscores (suna-api.md §2.5).
    static const QRegularExpression oneWord(u"\\A[A-Za-z0-9]{1,64}\\z"_s);
    const QString scheme = server.url.scheme();
    const bool usable = server.url.isValid() && !server.url.host().isEmpty()
        && (scheme == "http"_L1 || scheme == "https"_L1);
    if (!oneWord.match(server.name).hasMatch() || !usable) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
            u"A tool server needs a name of letters and digits and an http address."_s };
    }
    if (suna.family == SunaFamily::V3 && isLocal(server.url.host())) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamToolsUnreachable),
            u"Suna %1 calls no addresses of a local network. Give the team tools a public address, "
            "or let the team use the tools in the prompt."_s.arg(toString(suna.family)) };
    }
    return std::nullopt;
}

SunaToolRegistrar::SunaToolRegistrar(
    SunaClient *client, SunaServer server, AgentId agent, std::stop_token stop)
    : m_client(client)
    , m_server(std::move(server))
    , m_agent(std::move(agent))
    , m_stop(std::move(stop))
{
}

QCoro::Task<Result<void>> SunaToolRegistrar::add(ToolServer server)
{
    const Json ours = entryOf(server, server.url.toString(QUrl::FullyEncoded));
    const Plan plan
        = [ours](const Json &stored, int changes) { return listWith(ours, stored, changes == 0); };
    co_return co_await bring(plan, server.name);
}

QCoro::Task<Result<void>> SunaToolRegistrar::remove(ToolRegistration registration)
{
    const Plan plan = [registration](const Json &stored, int /*changes*/) {
        return Result<std::optional<Json>>(listWithout(registration, stored));
    };
    Result<void> removed = co_await bring(plan, registration.name);
    // Whoever deleted the agent has taken the tools away, too.
    if (!removed && removed.error().code == QLatin1StringView(code::SunaNotFound)
        && !isRouteMissing(removed.error()))
        co_return Result<void>();
    co_return removed;
}

QCoro::Task<Result<void>> SunaToolRegistrar::bring(Plan plan, QString name)
{
    int changes = 0;
    int failures = 0;
    for (;;) {
        const Result<Json> stored = co_await readEntries();
        if (!stored) {
            const Result<void> paused = co_await pauseAfter(stored.error(), failures++);
            if (!paused)
                co_return paused.error();
            continue;
        }
        const Result<std::optional<Json>> wanted = plan(*stored, changes);
        if (!wanted)
            co_return wanted.error();
        if (!wanted->has_value())
            co_return Result<void>();
        if (changes == MostChanges)
            co_return notStored(name);
        const Result<void> written = co_await writeEntries(**wanted);
        if (written) {
            ++changes;
            continue;
        }
        const Result<void> paused = co_await pauseAfter(written.error(), failures++);
        if (!paused)
            co_return paused.error();
    }
}

QCoro::Task<Result<void>> SunaToolRegistrar::pauseAfter(Error error, int round)
{
    if (!m_client || m_stop.stop_requested())
        co_return cancelledError();
    if (!isTransient(error) || round >= MostFailures)
        co_return error;
    const auto pause = m_client->timings().reconnectBase * (1 << round);
    co_return co_await sleepFor(m_client->clock(), pause, m_stop);
}

QCoro::Task<Result<Json>> SunaToolRegistrar::readEntries()
{
    if (!m_client)
        co_return cancelledError();
    const SunaCall get = sunaGet({ u"agents"_s, m_agent.toString() });
    const Result<Json> agent = co_await m_client->call(m_server, get, m_stop);
    if (!agent)
        co_return agent.error();
    const Json *entries = memberAt(*agent, "custom_mcps");
    // A list that we cannot read must not be replaced.
    if (!entries || !(entries->is_array() || entries->is_null()))
        co_return sunaInvalidAnswerError(200, u"custom_mcps"_s);
    co_return Result<Json>(entries->is_null() ? Json::array() : *entries);
}

QCoro::Task<Result<void>> SunaToolRegistrar::writeEntries(Json entries)
{
    if (!m_client)
        co_return cancelledError();
    Json body = Json::object();
    body["custom_mcps"] = std::move(entries);
    body["replace_mcps"] = true; // V3 would merge; others do not know it
    const SunaCall put = sunaPut({ u"agents"_s, m_agent.toString() }, body);
    const Result<Json> answer = co_await m_client->call(m_server, put, m_stop);
    if (!answer)
        co_return answer.error();
    qCInfo(lcSuna, "Changed the tool servers of agent %s", qUtf8Printable(m_agent.toString()));
    co_return Result<void>();
}

} // namespace renum
