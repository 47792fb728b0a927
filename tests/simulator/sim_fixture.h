// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/simulator.h"
#include "core/model/json.h"
#include "core/net/clock.h"
#include "tests/support/virtual_clock.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPair>

#include <memory>

namespace renum::test {

struct SimAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    Json json; ///< discarded when the body is no JSON
};

/// A simulator in this process and a client for it.
class SimFixture {
public:
    /// The scenario is JSON text; time passes `speed` times faster. A `clock` of the test's own
    /// must outlive the fixture. A state file is taken up and written.
    explicit SimFixture(const QByteArray &scenario, const QString &profile = QStringLiteral("v3"),
        double speed = 100, Clock *clock = nullptr, const QString &stateFile = {});

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url(const QString &path) const;

    using Headers = QList<QPair<QByteArray, QByteArray>>;
    [[nodiscard]] SimAnswer get(const QString &path, const Headers &headers = {});
    [[nodiscard]] SimAnswer postJson(
        const QString &path, const Json &body, const Headers &headers = {});
    [[nodiscard]] SimAnswer putJson(const QString &path, const Json &body);
    [[nodiscard]] SimAnswer postForm(
        const QString &path, const QList<QPair<QString, QString>> &fields);
    /// An unfinished request, for streams.
    [[nodiscard]] std::unique_ptr<QNetworkReply> open(const QString &path);
    /// Reads a stream to its end; each element is one event.
    [[nodiscard]] QList<Json> events(const QString &path);
    /// The same, but connects before `clock`, the one of the simulator, moves on. The run's stored
    /// status is settled afterwards.
    [[nodiscard]] QList<Json> liveEvents(const QString &path, VirtualClock &clock);
    /// Sends a form once, where QNetworkAccessManager would repeat it, and waits until the
    /// connection is closed. Empty when there was no answer.
    [[nodiscard]] QByteArray sendOnce(const QString &path, const QByteArray &urlEncodedForm);

private:
    [[nodiscard]] static SimAnswer finished(QNetworkReply *reply);

    SystemClock m_clock;
    std::unique_ptr<sim::Simulator> m_simulator;
    QNetworkAccessManager m_manager;
    quint16 m_port = 0;
};

/// The events in the bytes of a stream.
[[nodiscard]] QList<Json> eventsIn(const QByteArray &stream);
/// The JSON that travels as a string inside a row, for example `content`.
[[nodiscard]] Json inner(const Json &event, const char *key);
/// What makes one event of a kind: its type, and the words by which a client tells it apart.
[[nodiscard]] QString eventName(const Json &event);
/// One agent with one response of these steps (JSON text).
[[nodiscard]] QByteArray oneAgent(const QByteArray &steps, const QByteArray &furtherMembers = {});

} // namespace renum::test
