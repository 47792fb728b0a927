// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_client.h"

#include "core/model/error_codes.h"
#include "core/net/http_call.h"
#include "core/net/http_wire.h"

#include <QPointer>

#include <optional>
#include <utility>
#include <vector>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error notSent(Error error)
{
    error.args.insert(u"sent"_s, false);
    return error;
}

QString urlForPeople(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toDisplayString();
}

std::optional<Error> urlProblem(const QUrl &url)
{
    const bool known = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (url.isValid() && known && !url.host().isEmpty() && url.userInfo().isEmpty())
        return {};
    return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::InvalidUrl),
        u"\"%1\" is no usable address. Enter one like https://host:port, without user name and "
        "password."_s.arg(urlForPeople(url)),
        { { u"url"_s, urlForPeople(url) } } };
}

std::optional<Error> requestProblem(const HttpRequest &request)
{
    if (auto problem = urlProblem(request.url))
        return problem;
    for (const auto &[name, value] : request.headers) {
        if (!breaksFraming(name) && !breaksFraming(value))
            continue;
        const QString reason
            = u"the header %1 holds a line break"_s.arg(QString::fromLatin1(name.simplified()));
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::NetworkFailed),
            u"The request was not sent: %1. Enter the token again, on one line."_s.arg(reason),
            { { u"host"_s, request.url.host() }, { u"reason"_s, reason } } };
    }
    return {};
}

} // namespace

QByteArray HttpReply::header(const QByteArray &name) const
{
    return headerValue(headers, name);
}

class HttpClient::Private {
public:
    Private(Clock *callClock, HostLookup *otherLookup)
        : clock(callClock)
        , lookup(otherLookup ? otherLookup : &system)
    {
    }

    std::unique_ptr<HttpCall> begin(HttpRequest request, std::optional<HttpStreamHandler> handler)
    {
        std::erase_if(calls, [](const auto &call) { return call.isNull(); });
        auto call
            = std::make_unique<HttpCall>(clock, lookup, std::move(request), std::move(handler));
        calls.emplace_back(call.get());
        return call;
    }

    Clock *clock;
    SystemHostLookup system;
    HostLookup *lookup;
    std::vector<QPointer<HttpCall>> calls;
};

HttpClient::HttpClient(Clock *clock, QObject *parent)
    : HttpClient(clock, nullptr, parent)
{
}

HttpClient::HttpClient(Clock *clock, HostLookup *lookup, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, lookup))
{
}

HttpClient::~HttpClient()
{
    for (const QPointer<HttpCall> &call : d->calls) {
        if (call)
            call->cancel();
    }
}

QCoro::Task<Result<HttpReply>> HttpClient::send(HttpRequest request, std::stop_token stop)
{
    const std::optional<Error> problem = requestProblem(request);
    if (problem)
        co_return Result<HttpReply>(notSent(*problem));
    if (stop.stop_requested())
        co_return Result<HttpReply>(notSent(cancelledError()));
    const auto call = d->begin(std::move(request), std::nullopt);
    const std::stop_callback onStop(stop, [running = call.get()] { running->cancelLater(); });
    const HttpCall::Outcome outcome = call->outcome();
    co_return co_await outcome;
}

QCoro::Task<Result<HttpStreamEnd>> HttpClient::stream(
    HttpRequest request, HttpStreamHandler handler, std::stop_token stop)
{
    const std::optional<Error> problem = requestProblem(request);
    if (problem)
        co_return Result<HttpStreamEnd>(notSent(*problem));
    if (stop.stop_requested())
        co_return Result<HttpStreamEnd>(notSent(cancelledError()));
    const auto call = d->begin(std::move(request), std::move(handler));
    const std::stop_callback onStop(stop, [running = call.get()] { running->cancelLater(); });
    const HttpCall::Outcome outcome = call->outcome();
    const Result<HttpReply> reply = co_await outcome;
    if (!reply)
        co_return Result<HttpStreamEnd>(reply.error());
    co_return Result<HttpStreamEnd>(HttpStreamEnd { *reply });
}

bool surelyNotSent(const Error &error)
{
    const auto sent = error.args.constFind(u"sent"_s);
    return sent != error.args.cend() && !sent->toBool();
}

} // namespace renum
