// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agents/fake_suna.h"

#include "core/model/json.h"

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

/// Only the routes that tell the families apart.
QByteArray openApi(SunaFamily family, const QString &prefix)
{
    Json paths = Json::object();
    const auto add = [&paths, &prefix](const char *route) {
        paths[prefix.toStdString() + route] = Json::object();
    };
    add("/agent-run/{agent_run_id}/stream");
    if (family == SunaFamily::V1 || family == SunaFamily::V2a) {
        add("/agent/initiate");
        add("/thread/{thread_id}/agent/start");
    } else {
        add("/agent/start");
    }
    if (family != SunaFamily::V1)
        add("/threads");
    if (family == SunaFamily::V3) {
        Json parameter = Json::object();
        parameter["name"] = "last_id";
        Json get = Json::object();
        get["parameters"] = Json::array({ parameter });
        paths[prefix.toStdString() + "/agent-run/{agent_run_id}/stream"]["get"] = get;
    }
    Json document = Json::object();
    document["paths"] = paths;
    return canonicalJson(document);
}

} // namespace

FakeAnswer events(const QByteArray &body, FakeAnswer::End end)
{
    return { 200, body, "text/event-stream; charset=utf-8", end };
}

FakeSuna::FakeSuna(SunaFamily family)
    : prefix(family == SunaFamily::V3 ? u"/v1"_s : u"/api"_s)
{
    const auto handler
        = [this](const ServerRequest &request, const std::shared_ptr<Responder> &responder) {
              ledger += request;
              answer(request, responder);
          };
    m_server = std::make_unique<HttpServer>(&m_clock, handler);
    m_port = m_server->listen(QHostAddress::LocalHost, 0).value();
    on(u"GET /health"_s, R"({"status":"ok","timestamp":"x","instance_id":"single"})");
    on(u"GET /openapi.json"_s, openApi(family, prefix));
}

void FakeSuna::on(const QString &route, const QList<FakeAnswer> &answers)
{
    m_answers[route] = { answers.cbegin(), answers.cend() };
}

void FakeSuna::on(const QString &route, const QByteArray &json, int status)
{
    on(route, { FakeAnswer { status, json, "application/json", FakeAnswer::End::Proper } });
}

QUrl FakeSuna::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

QString FakeSuna::routeOf(const ServerRequest &request) const
{
    QString path = request.path;
    if (path.startsWith(prefix + u'/'))
        path.remove(0, prefix.size());
    return QString::fromLatin1(request.method) + u' ' + path;
}

QList<ServerRequest> FakeSuna::asked(const QString &route) const
{
    QList<ServerRequest> found;
    for (const ServerRequest &request : ledger) {
        if (routeOf(request) == route)
            found += request;
    }
    return found;
}

void FakeSuna::answer(const ServerRequest &request, const std::shared_ptr<Responder> &responder)
{
    const auto it = m_answers.find(routeOf(request));
    if (it == m_answers.end()) {
        responder->respond(
            { 404, { { "Content-Type", "application/json" } }, R"({"detail":"Not Found"})" });
        return;
    }
    const FakeAnswer say = it->front();
    if (it->size() > 1)
        it->pop_front();
    HttpHeaders headers { { "Content-Type", say.contentType } };
    if (say.status >= 300 && say.status < 400)
        headers.append(qMakePair(QByteArray("Location"), QByteArray("https://elsewhere.example/")));
    const bool streams = say.contentType.startsWith("text/event-stream");
    if (say.end == FakeAnswer::End::Proper && !streams) {
        responder->respond({ say.status, headers, say.body });
        return;
    }
    m_open += responder;
    if (say.end == FakeAnswer::End::None)
        return;
    responder->beginStream(say.status, headers);
    if (!say.body.isEmpty())
        responder->write(say.body);
    if (say.end == FakeAnswer::End::Proper)
        responder->endStream();
    else if (say.end == FakeAnswer::End::Cut)
        responder->abort();
}

SunaTimings quickTimings()
{
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    SunaTimings timings;
    timings.start = seconds(20);
    timings.silenceBeforePoll = seconds(20);
    timings.poll = milliseconds(5);
    timings.reconnectBase = milliseconds(1);
    timings.settle = seconds(20);
    timings.stopWait = seconds(60);
    timings.giveUp = seconds(20);
    return timings;
}

} // namespace renum::test
