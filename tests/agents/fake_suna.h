// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_backend.h"
#include "core/agents/suna/suna_server.h"
#include "core/net/http_server.h"
#include "core/net/task_scope.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace renum::test {

/// One scripted answer. Pieces are written one after the other, then the connection ends as told.
struct FakeAnswer {
    enum class End {
        Proper, ///< with its length, or the last chunk
        Cut, ///< without an end
        Open, ///< stays open, silent
        None, ///< no byte is ever sent
    };
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    End end = End::Proper;
};
[[nodiscard]] FakeAnswer events(const QByteArray &body, FakeAnswer::End end);

/// A Suna that says exactly what a test scripts and keeps a ledger of what it was asked. Routes are
/// named "GET /agent-run/r1", without the prefix. Of several answers the last is repeated. What is
/// not scripted is FastAPI's 404 for unknown routes.
class FakeSuna {
public:
    explicit FakeSuna(SunaFamily family = SunaFamily::V3);

    /// Scripts a route.
    void on(const QString &route, const QList<FakeAnswer> &answers);
    void on(const QString &route, const QByteArray &json, int status = 200);
    /// Forgets a route.
    void drop(const QString &route) { m_answers.remove(route); }

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] QList<ServerRequest> asked(const QString &route) const;
    [[nodiscard]] qsizetype count(const QString &route) const { return asked(route).size(); }

    QString prefix;
    QList<ServerRequest> ledger;

private:
    void answer(const ServerRequest &request, const std::shared_ptr<Responder> &responder);
    [[nodiscard]] QString routeOf(const ServerRequest &request) const;

    SystemClock m_clock;
    QHash<QString, std::deque<FakeAnswer>> m_answers;
    QList<std::shared_ptr<Responder>> m_open;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
};

/// Short pauses, so that nothing has to be waited for, and long limits, so that a busy machine
/// meets none. A test of a limit shortens it.
[[nodiscard]] SunaTimings quickTimings();

template<typename T>
QCoro::Task<> storeResult(QCoro::Task<T> task, std::shared_ptr<std::optional<T>> into)
{
    into->emplace(co_await task);
}

/// Runs the loop until a task has ended.
template<typename T>
[[nodiscard]] T finish(QCoro::Task<T> task)
{
    const auto result = std::make_shared<std::optional<T>>();
    TaskScope scope;
    scope.start(storeResult(std::move(task), result));
    // Waits for events instead of looking every 10 ms, as qWaitFor does: a call has many steps.
    const QDeadlineTimer deadline(60'000);
    QTimer alarm;
    alarm.start(1000);
    while (!result->has_value() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (!result->has_value())
        qFatal("a task does not end");
    return **result;
}

} // namespace renum::test
