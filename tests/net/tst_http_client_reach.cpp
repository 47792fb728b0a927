// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/net/http_client.h"
#include "tests/net/address_forms.h"
#include "tests/support/raw_server.h"
#include "tests/support/running_task.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslKey>
#include <QSslServer>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

using Sending = RunningTask<Result<HttpReply>>;
using Reach = AddressReach;

const QByteArray Hello = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
const QHostAddress Home { u"127.0.0.1"_s };

HttpRequest get(const QString &host, quint16 port, Reach reach)
{
    HttpRequest request;
    request.url = QUrl(u"http://%1:%2/"_s.arg(host, QString::number(port)));
    request.headers = { { "Authorization", "Bearer secret" } };
    request.reach = reach;
    return request;
}

void addForms()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < AddressForms.size(); ++i)
        QTest::newRow(AddressForms[i].host) << int(i);
}

} // namespace

/// Where a call may go: whatever was typed, whatever a name says, whatever a server redirects to.
/// Every form is tried for real against a server that must not hear of it.
class HttpClientReachTest : public QObject {
    Q_OBJECT

private slots:
    void init();

    void goesNowhereForbidden_data() { addForms(); }
    void goesNowhereForbidden();
    void followsNoRedirect_data() { addForms(); }
    void followsNoRedirect();
    void checksWhatANameSays_data() { addForms(); }
    void checksWhatANameSays();
    void asksForANameOnce();
    void triesEveryAddress();
    void tellsOfTheLastAddress();
    void doesNotWaitForALostLookup();
    void refusesACertificateForAnotherName();

private:
    [[nodiscard]] Result<HttpReply> send(const HttpRequest &request);

    SystemClock m_clock;
    ScriptedLookup m_lookup;
    std::unique_ptr<RawServer> m_honeypot;
};

void HttpClientReachTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    m_lookup.names.clear();
    m_lookup.asked.clear();
    m_honeypot = std::make_unique<RawServer>(RawServer::sayAndClose(Hello));
}

Result<HttpReply> HttpClientReachTest::send(const HttpRequest &request)
{
    HttpClient client(&m_clock, &m_lookup);
    const Sending sending(client.send(request, {}));
    // Waits for events instead of looking every 10 ms: there are many rows.
    QTimer::singleShot(20'000, &client, [] { qFatal("a call does not end"); });
    while (!sending.done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return sending.value();
}

void HttpClientReachTest::goesNowhereForbidden()
{
    QFETCH(const int, index);
    const AddressForm &form = AddressForms.at(size_t(index));
    const QString host = QString::fromUtf8(form.host);
    for (const Reach reach : { Reach::OwnNetworks, Reach::PublicOnly }) {
        const HttpRequest request = get(host, m_honeypot->port(), reach);
        // What is permitted is not dialled here: the test does not leave this machine.
        if (mayConnect(*literalAddress(request.url), reach))
            continue;
        const Result<HttpReply> reply = send(request);
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, QString::fromLatin1(code::AddressForbidden));
        QVERIFY(surelyNotSent(reply.error()));
    }
    QCoreApplication::processEvents(); // a connection would be waiting to be accepted
    QCOMPARE(m_honeypot->connections(), 0);
    QVERIFY(m_lookup.asked.isEmpty());
}

void HttpClientReachTest::followsNoRedirect()
{
    QFETCH(const int, index);
    const QByteArray location = "http://" + QByteArray(AddressForms.at(size_t(index)).host) + ':'
        + QByteArray::number(m_honeypot->port()) + "/latest/meta-data/";
    const RawServer server(
        RawServer::sayAndClose("HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: "
            + location + "\r\n\r\n"));
    const Result<HttpReply> reply = send(get(u"127.0.0.1"_s, server.port(), Reach::OwnNetworks));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, QString::fromLatin1(code::UnexpectedRedirect));
    QVERIFY(!reply.error().message.contains(u"meta-data"_s));
    QCoreApplication::processEvents(); // a connection would be waiting to be accepted
    QCOMPARE(m_honeypot->connections(), 0);
}

void HttpClientReachTest::checksWhatANameSays()
{
    QFETCH(const int, index);
    const AddressForm &form = AddressForms.at(size_t(index));
    const QUrl literal(u"http://%1/"_s.arg(QString::fromUtf8(form.host)));
    const QHostAddress address = *literalAddress(literal);
    for (const Reach reach : { Reach::OwnNetworks, Reach::PublicOnly }) {
        if (mayConnect(address, reach))
            continue;
        m_lookup.names[u"innocent.example"_s] = { { address } };
        const Result<HttpReply> reply = send(get(u"innocent.example"_s, m_honeypot->port(), reach));
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, QString::fromLatin1(code::AddressForbidden));
    }
    QCoreApplication::processEvents(); // a connection would be waiting to be accepted
    QCOMPARE(m_honeypot->connections(), 0);
}

/// A name server that says something else the second time changes nothing: who was checked is
/// dialled.
void HttpClientReachTest::asksForANameOnce()
{
    RawServer server(RawServer::sayAndClose(Hello));
    m_lookup.names[u"two-faced.example"_s] = { { Home }, { QHostAddress(u"169.254.169.254"_s) } };
    const HttpRequest request = get(u"two-faced.example"_s, server.port(), Reach::OwnNetworks);
    const Result<HttpReply> first = send(request);
    QVERIFY(first);
    QCOMPARE(m_lookup.asked.size(), 1);
    QCOMPARE(server.connections(), 1);
    QVERIFY(server.received().contains("Host: two-faced.example:"));
    // The next call asks anew, and checks anew.
    const Result<HttpReply> second = send(request);
    QVERIFY(!second);
    QCOMPARE(second.error().code, QString::fromLatin1(code::AddressForbidden));
    QCOMPARE(server.connections(), 1);
}

void HttpClientReachTest::triesEveryAddress()
{
    RawServer server(RawServer::sayAndClose(Hello));
    m_lookup.names[u"service.example"_s]
        = { { QHostAddress(u"::1"_s), QHostAddress(u"127.0.0.9"_s), Home } };
    const Result<HttpReply> reply
        = send(get(u"service.example"_s, server.port(), Reach::OwnNetworks));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
    QCOMPARE(reply->body, QByteArray("hello"));
    QCOMPARE(server.connections(), 1);
}

void HttpClientReachTest::tellsOfTheLastAddress()
{
    const quint16 closed = RawServer(RawServer::sayAndClose(Hello)).port();
    m_lookup.names[u"service.example"_s] = { { QHostAddress(u"127.0.0.9"_s), Home } };
    const Result<HttpReply> reply = send(get(u"service.example"_s, closed, Reach::OwnNetworks));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, QString::fromLatin1(code::ConnectionRefused));
    QVERIFY(reply.error().message.contains(u"service.example"_s));
    QVERIFY(surelyNotSent(reply.error()));
}

void HttpClientReachTest::doesNotWaitForALostLookup()
{
    class DeafLookup final : public HostLookup {
    public:
        void find(const QString &, QObject *, Then) override { }
    } deaf;
    HttpClient client(&m_clock, &deaf);
    HttpRequest request = get(u"service.example"_s, m_honeypot->port(), Reach::OwnNetworks);
    request.timeouts.connect = std::chrono::milliseconds(20);
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY(sending.done());
    QCOMPARE(sending.value().error().code, QString::fromLatin1(code::ConnectTimeout));
    QVERIFY(surelyNotSent(sending.value().error()));
}

/// The certificate, of 127.0.0.1, is compared with what was typed, although that is dialled.
void HttpClientReachTest::refusesACertificateForAnotherName()
{
    const auto read = [](const QString &name) {
        QFile file(QStringLiteral(RENUM_SOURCE_DIR "/tests/net/data/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QSslCertificate certificate(read(u"self_signed.crt"_s));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    // Trusted, so that nothing but the name can be wrong.
    const QSslConfiguration before = configuration;
    QSslConfiguration trusting = configuration;
    trusting.addCaCertificate(certificate);
    QSslConfiguration::setDefaultConfiguration(trusting);
    const auto restore
        = qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(QSslKey(read(u"self_signed.key"_s), QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&received, socket] {
            received += socket->readAll();
            socket->write(Hello);
            socket->disconnectFromHost();
        });
    });

    m_lookup.names[u"other.example"_s] = { { Home } };
    HttpRequest request = get(u"other.example"_s, server.serverPort(), Reach::OwnNetworks);
    request.url.setScheme(u"https"_s);
    const Result<HttpReply> refused = send(request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QString::fromLatin1(code::TlsFailed));
    QVERIFY2(refused.error().args.value(u"reason"_s).toString().contains(u"host name"_s),
        qPrintable(refused.error().message));
    QVERIFY(received.isEmpty());

    request.url.setHost(u"127.0.0.1"_s);
    const Result<HttpReply> reply = send(request);
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
    QVERIFY(received.contains("Bearer secret"));
}

QTEST_GUILESS_MAIN(HttpClientReachTest)
#include "tst_http_client_reach.moc"
