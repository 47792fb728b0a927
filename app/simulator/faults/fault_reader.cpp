// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_reader.h"

#include "app/simulator/faults/fault_catalogue.h"
#include "app/simulator/scenario/object_reader.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxMilliseconds = 24LL * 60 * 60 * 1000;
constexpr qint64 MaxEventBytes = 256LL * 1024 * 1024;
constexpr qint64 MaxCount = 1'000'000;
constexpr qint64 MaxSessions = 100;

/// The members that a scenario may give to a numbered fault.
constexpr std::array Changeable { "route", "agent", "run", "skip", "first", "probability",
    "after_events", "at_end", "ms", "bytes", "text", "retry_after", "sessions" };

QStringList readRoutes(ObjectReader &reader)
{
    QStringList routes = reader.texts("route");
    if (routes.isEmpty())
        reader.fail(reader.path("route"), u"is missing."_s);
    for (const QString &route : std::as_const(routes)) {
        if (route != "*"_L1 && !faultRouteNames().contains(route))
            reader.fail(reader.path("route"),
                u"is no route. Known: *, %1."_s.arg(faultRouteNames().join(", "_L1)));
    }
    return routes;
}

QList<Family> readFamilies(ObjectReader &reader)
{
    QList<Family> families;
    for (const QString &name : reader.texts("families")) {
        if (const std::optional<Profile> profile = profileByName(name))
            families.append(profile->family);
        else
            reader.fail(reader.path("families"), u"must hold %1."_s.arg(profileNames()));
    }
    return families;
}

/// Which run: its id, or a number that counts the starts from 1.
QString readRun(ObjectReader &reader)
{
    const Json *run = reader.member("run");
    if (!run)
        return {};
    if (run->is_string())
        return toQString(*run);
    return QString::number(reader.integer("run", 0, 1, MaxCount));
}

FaultKind readKind(ObjectReader &reader)
{
    const QString name = reader.requiredText("kind");
    const std::optional<FaultKind> kind = faultKindByName(name);
    if (!name.isEmpty() && !kind)
        reader.fail(reader.path("kind"), u"is no kind of fault: %1."_s.arg(name));
    return kind.value_or(FaultKind::Status);
}

bool concernsModels(const Fault &fault)
{
    return fault.routes == QStringList { u"chat"_s } || fault.routes == QStringList { u"models"_s };
}

/// A string is sent as it is, any other value as JSON.
void readBody(ObjectReader &reader, Fault &fault)
{
    const Json *body = reader.member("body");
    if (body && body->is_string())
        fault.body = QByteArray::fromStdString(body->get_ref<const std::string &>());
    else if (body)
        fault.body = canonicalJson(*body);
    else if (fault.kind == FaultKind::Html)
        fault.body = "<html><head><title>502 Bad Gateway</title></head>"
                     "<body><center><h1>502 Bad Gateway</h1></center></body></html>";
    else if (concernsModels(fault))
        fault.body = R"({"error":{"message":"The server had an error while processing your )"
                     R"(request.","type":"server_error","param":null,"code":null}})";
    else
        fault.body = R"({"detail":"Internal server error"})";
}

/// Which requests are hit.
void readTarget(ObjectReader &reader, Fault &fault)
{
    fault.routes = readRoutes(reader);
    fault.families = readFamilies(reader);
    fault.agent = reader.text("agent");
    fault.run = readRun(reader);
    const QString credentials = reader.text("credentials");
    fault.apiKeyOnly = credentials == "api_key"_L1;
    if (!credentials.isEmpty() && !fault.apiKeyOnly)
        reader.fail(reader.path("credentials"), u"must be api_key."_s);
    fault.skip = static_cast<int>(reader.integer("skip", 0, 0, MaxCount));
    if (const qint64 first = reader.integer("first", 0, 1, MaxCount); first > 0)
        fault.first = static_cast<int>(first);
    fault.probability = reader.number("probability", 1.0, 0.0, 1.0);
}

/// What they get.
void readDetails(ObjectReader &reader, Fault &fault)
{
    const bool html = fault.kind == FaultKind::Html;
    fault.status = static_cast<int>(reader.integer("status", html ? 502 : 500, 200, 599));
    readBody(reader, fault);
    fault.contentType
        = reader.text("content_type", html ? u"text/html"_s : u"application/json"_s).toLatin1();
    if (const qint64 seconds = reader.integer("retry_after", 0, 1, MaxCount); seconds > 0)
        fault.retryAfter = static_cast<int>(seconds);
    fault.duration = std::chrono::milliseconds(reader.integer("ms", 0, 0, MaxMilliseconds));
    fault.text = reader.text("text");
    fault.afterEvents = static_cast<int>(reader.integer("after_events", 0, 0, MaxCount));
    fault.atEnd = reader.boolean("at_end", false);
    fault.midEvent = reader.boolean("mid_event", true);
    fault.sessions = static_cast<int>(reader.integer("sessions", 1, 1, MaxSessions));
    fault.bytes = reader.integer("bytes", 10LL * 1024 * 1024, 1, MaxEventBytes);
}

/// A kind of fault that can only be played on some routes stands on one of them.
void checkRoute(ObjectReader &reader, const Fault &fault)
{
    const auto isOneOf = [&fault](const QStringList &possible) {
        return std::ranges::all_of(
            fault.routes, [&possible](const QString &route) { return possible.contains(route); });
    };
    const FaultStage stage = stageOf(fault.kind);
    const QStringList streams { u"run_stream"_s, u"chat"_s };
    const bool lists = fault.kind == FaultKind::OddContent;
    if (stage == FaultStage::Stream
        && !isOneOf(lists ? streams + QStringList { u"messages_list"_s } : streams))
        reader.fail(reader.path("route"), u"must be run_stream or chat for this kind of fault."_s);
    if (stage == FaultStage::Run && !isOneOf({ u"start"_s }))
        reader.fail(reader.path("route"), u"must be start for this kind of fault."_s);
}

Fault readFault(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    Fault fault;
    fault.kind = readKind(reader);
    readTarget(reader, fault);
    readDetails(reader, fault);
    checkRoute(reader, fault);
    reader.finish();
    return fault;
}

Json namesJson(const QStringList &names)
{
    Json array = Json::array();
    for (const QString &name : names)
        array.push_back(toJson(name));
    return array;
}

/// One of the catalogue, with what the scenario wants otherwise.
QList<Fault> readNumbered(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    const QString id = reader.requiredText("fault");
    const QString name = reader.text("variant");
    Json changes = Json::object();
    for (const char *key : Changeable) {
        if (const Json *value = reader.member(key))
            changes[key] = *value;
    }
    reader.finish();
    const CatalogueEntry *entry = catalogueEntry(id);
    if (!entry) {
        reader.fail(reader.path("fault"), u"is none of F01 to F51."_s);
        return {};
    }
    const CatalogueEntry::Variant *variant = entry->variant(name);
    if (!variant) {
        reader.fail(reader.path("variant"), u"is not known for %1: %2."_s.arg(id, name));
        return {};
    }
    QList<Fault> faults;
    for (Json play : variant->plays) {
        if (!play.contains("families"))
            play["families"] = namesJson(entry->profiles);
        play.update(changes);
        faults.append(readFault(play, path, problems));
        faults.last().id = id;
    }
    return faults;
}

} // namespace

const QStringList &faultRouteNames()
{
    static const QStringList names { u"health"_s, u"openapi"_s, u"agents_list"_s, u"agent_get"_s,
        u"agent_create"_s, u"agent_update"_s, u"agent_versions"_s, u"threads_list"_s,
        u"thread_create"_s, u"thread_get"_s, u"message_add"_s, u"messages_list"_s, u"start"_s,
        u"start_agent"_s, u"runs_list"_s, u"run_get"_s, u"run_stop"_s, u"run_stream"_s,
        u"billing"_s, u"mcp_discover"_s, u"models"_s, u"chat"_s };
    return names;
}

QList<Fault> readFaults(const Json &array, const QString &path, Problems &problems)
{
    QList<Fault> faults;
    size_t index = 0;
    for (const Json &element : array) {
        const QString place = pointer(path, index++);
        if (element.is_object() && element.contains("fault"))
            faults.append(readNumbered(element, place, problems));
        else
            faults.append(readFault(element, place, problems));
    }
    return faults;
}

} // namespace renum::sim
