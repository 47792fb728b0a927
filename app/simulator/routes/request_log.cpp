// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes/request_log.h"

#include <QMap>

#include <deque>
#include <utility>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t KeptRequests = 10'000;

struct Entry {
    std::string at;
    QByteArray method;
    QString path;
    QString route;
    QString answer; ///< a status, `cut`, or empty while there is none
};

struct RouteCount {
    int asked = 0;
    QMap<QString, int> answers;
};

WireJson countJson(const RouteCount &count)
{
    WireJson answers = WireJson::object();
    for (auto answer = count.answers.cbegin(); answer != count.answers.cend(); ++answer)
        answers[utf8(answer.key())] = answer.value();
    return { { "asked", count.asked }, { "answers", answers } };
}

WireJson entryJson(const Entry &entry)
{
    return { { "at", entry.at }, { "method", entry.method.toStdString() },
        { "path", utf8(entry.path) }, { "route", utf8(entry.route) },
        { "answer", textOrNull(entry.answer) } };
}

} // namespace

struct RequestLog::Data {
    int total = 0;
    QMap<QString, RouteCount> routes;
    std::deque<std::shared_ptr<Entry>> latest;

    void answered(Entry &entry, const QString &answer)
    {
        if (!entry.answer.isEmpty())
            return;
        entry.answer = answer;
        ++routes[entry.route].answers[answer];
    }
};

/// Passes everything on and remembers how the answer began.
class RequestLog::Watch final : public Responder {
public:
    Watch(std::shared_ptr<Data> data, std::shared_ptr<Entry> entry, std::shared_ptr<Responder> real)
        : m_data(std::move(data))
        , m_entry(std::move(entry))
        , m_real(std::move(real))
    {
    }

    void respond(ServerResponse response) override
    {
        m_data->answered(*m_entry, QString::number(response.status));
        m_real->respond(std::move(response));
    }
    void beginStream(int status, HttpHeaders headers) override
    {
        m_data->answered(*m_entry, QString::number(status));
        m_real->beginStream(status, std::move(headers));
    }
    void write(QByteArrayView bytes) override { m_real->write(bytes); }
    void endStream() override { m_real->endStream(); }
    void abort() override
    {
        m_data->answered(*m_entry, u"cut"_s);
        m_real->abort();
    }
    [[nodiscard]] bool peerGone() const override { return m_real->peerGone(); }
    [[nodiscard]] qint64 pendingBytes() const override { return m_real->pendingBytes(); }

private:
    std::shared_ptr<Data> m_data;
    std::shared_ptr<Entry> m_entry;
    std::shared_ptr<Responder> m_real;
};

RequestLog::RequestLog()
    : m_data(std::make_shared<Data>())
{
}

std::shared_ptr<Responder> RequestLog::note(Timestamp at, const ServerRequest &request,
    const QString &route, std::shared_ptr<Responder> responder)
{
    const auto entry = std::make_shared<Entry>(Entry {
        isoTime(at), request.method, request.path, route.isEmpty() ? u"unknown"_s : route, {} });
    ++m_data->total;
    ++m_data->routes[entry->route].asked;
    m_data->latest.push_back(entry);
    if (m_data->latest.size() > KeptRequests)
        m_data->latest.pop_front();
    return std::make_shared<Watch>(m_data, entry, std::move(responder));
}

void RequestLog::clear()
{
    m_data = std::make_shared<Data>();
}

WireJson RequestLog::toJson() const
{
    WireJson routes = WireJson::object();
    for (auto route = m_data->routes.cbegin(); route != m_data->routes.cend(); ++route)
        routes[utf8(route.key())] = countJson(route.value());
    WireJson latest = WireJson::array();
    for (const auto &entry : m_data->latest)
        latest.push_back(entryJson(*entry));
    return { { "total", m_data->total }, { "routes", routes }, { "latest", latest } };
}

} // namespace renum::sim
