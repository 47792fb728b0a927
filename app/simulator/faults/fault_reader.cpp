// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_reader.h"

#include "app/simulator/scenario/object_reader.h"

#include <QStringList>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxMilliseconds = 24LL * 60 * 60 * 1000;
constexpr qint64 MaxEventBytes = 256LL * 1024 * 1024;
constexpr qint64 MaxCount = 1'000'000;

QString readRoute(ObjectReader &reader)
{
    const QString route = reader.requiredText("route");
    if (!route.isEmpty() && route != "*"_L1 && !faultRouteNames().contains(route))
        reader.fail(reader.path("route"),
            u"is no route. Known: *, %1."_s.arg(faultRouteNames().join(", "_L1)));
    return route;
}

FaultKind readKind(ObjectReader &reader)
{
    const QString name = reader.requiredText("kind");
    const std::optional<FaultKind> kind = faultKindByName(name);
    if (!name.isEmpty() && !kind)
        reader.fail(reader.path("kind"), u"is no kind of fault: %1."_s.arg(name));
    return kind.value_or(FaultKind::Status);
}

bool concernsModels(const QString &route)
{
    return route == "chat"_L1 || route == "models"_L1;
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
    else if (concernsModels(fault.route))
        fault.body = R"({"error":{"message":"The server had an error while processing your )"
                     R"(request.","type":"server_error","param":null,"code":null}})";
    else
        fault.body = R"({"detail":"Internal server error"})";
}

Fault readFault(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    Fault fault;
    fault.route = readRoute(reader);
    fault.kind = readKind(reader);
    fault.agent = reader.text("agent");
    fault.skip = static_cast<int>(reader.integer("skip", 0, 0, MaxCount));
    if (const qint64 first = reader.integer("first", 0, 1, MaxCount); first > 0)
        fault.first = static_cast<int>(first);
    fault.probability = reader.number("probability", 1.0, 0.0, 1.0);

    const bool html = fault.kind == FaultKind::Html;
    fault.status = static_cast<int>(reader.integer("status", html ? 502 : 500, 200, 599));
    readBody(reader, fault);
    fault.contentType
        = reader.text("content_type", html ? u"text/html"_s : u"application/json"_s).toLatin1();
    if (const qint64 seconds = reader.integer("retry_after", 0, 1, MaxCount); seconds > 0)
        fault.retryAfter = static_cast<int>(seconds);
    fault.duration = std::chrono::milliseconds(reader.integer("ms", 0, 0, MaxMilliseconds));
    fault.afterEvents = static_cast<int>(reader.integer("after_events", 0, 0, MaxCount));
    fault.midEvent = reader.boolean("mid_event", true);
    fault.bytes = reader.integer("bytes", 10LL * 1024 * 1024, 1, MaxEventBytes);
    const bool streams = fault.route == "run_stream"_L1 || fault.route == "chat"_L1;
    if (isStreamFault(fault.kind) && !streams)
        reader.fail(reader.path("route"), u"must be run_stream or chat for this kind of fault."_s);
    reader.finish();
    return fault;
}

} // namespace

const QStringList &faultRouteNames()
{
    static const QStringList names { u"health"_s, u"openapi"_s, u"agents_list"_s, u"agent_get"_s,
        u"agent_update"_s, u"agent_versions"_s, u"threads_list"_s, u"thread_create"_s,
        u"thread_get"_s, u"message_add"_s, u"messages_list"_s, u"start"_s, u"runs_list"_s,
        u"run_get"_s, u"run_stop"_s, u"run_stream"_s, u"billing"_s, u"models"_s, u"chat"_s };
    return names;
}

QList<Fault> readFaults(const Json &array, const QString &path, Problems &problems)
{
    QList<Fault> faults;
    size_t index = 0;
    for (const Json &element : array)
        faults.append(readFault(element, pointer(path, index++), problems));
    return faults;
}

} // namespace renum::sim
