// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/socket_transport.h"
#include "core/net/transport.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_LINUX
#include "core/net/epoll_transport.h"
#endif

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

/// One that answers nothing by itself.
class Peer {
public:
    Peer() { m_server.listen(QHostAddress::LocalHost); }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QTcpSocket *accepted()
    {
        if (!m_socket)
            m_socket = m_server.nextPendingConnection();
        return m_socket;
    }
    void close() { m_server.close(); }

private:
    QTcpServer m_server;
    QTcpSocket *m_socket = nullptr;
};

/// What a transport told, in order.
class Told : public QObject {
public:
    explicit Told(Transport *transport)
        : m_transport(transport)
    {
        connect(transport, &Transport::opened, this, [this] { words += u"opened"_s; });
        connect(transport, &Transport::failed, this,
            [this](QAbstractSocket::SocketError error, const QString &reason) {
                words += u"failed"_s;
                failure = error;
                hasReason = !reason.isEmpty();
            });
        connect(transport, &Transport::received, this, [this] { read(); });
        connect(transport, &Transport::closed, this, [this] {
            read();
            words += u"closed"_s;
        });
    }

    QStringList words;
    QByteArray bytes;
    QAbstractSocket::SocketError failure = QAbstractSocket::UnknownSocketError;
    bool hasReason = false;

private:
    void read() { bytes += m_transport->take(); }

    Transport *m_transport;
};

} // namespace

class TestTransport : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void theUsualOne();

    void exchanges_data() { kinds(); }
    void exchanges();
    void tellsWhenNobodyListens_data() { kinds(); }
    void tellsWhenNobodyListens();
    void dialsAgainAfterAFailure_data() { kinds(); }
    void dialsAgainAfterAFailure();
    void hasAllBeforeTheEnd_data() { kinds(); }
    void hasAllBeforeTheEnd();
    void aResetIsAnEnd_data() { kinds(); }
    void aResetIsAnEnd();
    void sendsMoreThanThePeerTakesAtOnce_data() { kinds(); }
    void sendsMoreThanThePeerTakesAtOnce();
    void isSilentAfterAbort_data() { kinds(); }
    void isSilentAfterAbort();
    void mayBeDestroyedWhileItTells_data() { kinds(); }
    void mayBeDestroyedWhileItTells();
    void reachesIPv6_data() { kinds(); }
    void reachesIPv6();
    void manyAtOnce();

private:
    static void kinds()
    {
        QTest::addColumn<bool>("epoll");
        QTest::newRow("sockets") << false;
#ifdef Q_OS_LINUX
        QTest::newRow("epoll") << true;
#endif
    }
    static std::unique_ptr<Transport> make()
    {
        QFETCH(const bool, epoll);
#ifdef Q_OS_LINUX
        if (epoll)
            return std::make_unique<EpollTransport>();
#endif
        return std::make_unique<SocketTransport>(QString());
    }
};

void TestTransport::theUsualOne()
{
    const auto plain = makeTransport(QUrl(u"http://localhost"_s));
#ifdef Q_OS_LINUX
    QVERIFY(qobject_cast<EpollTransport *>(plain.get()));
#endif
    const auto secure = makeTransport(QUrl(u"https://localhost"_s));
    QVERIFY(qobject_cast<SocketTransport *>(secure.get()));
}

void TestTransport::exchanges()
{
    Peer peer;
    const auto transport = make();
    Told told(transport.get());
    QSignalSpy sent(transport.get(), &Transport::sent);
    transport->open(QHostAddress::LocalHost, peer.port());
    QTRY_COMPARE(told.words, QStringList(u"opened"_s));
    transport->send("ask");
    QTRY_VERIFY(peer.accepted());
    QTRY_COMPARE(peer.accepted()->peek(10), QByteArray("ask"));
    QTRY_VERIFY(!sent.isEmpty());
    peer.accepted()->write("answer");
    QTRY_COMPARE(told.bytes, QByteArray("answer"));
    peer.accepted()->write(" and more");
    QTRY_COMPARE(told.bytes, QByteArray("answer and more"));
    QCOMPARE(transport->take(), QByteArray());
}

void TestTransport::tellsWhenNobodyListens()
{
    Peer peer;
    const quint16 port = peer.port();
    peer.close();
    const auto transport = make();
    Told told(transport.get());
    transport->open(QHostAddress::LocalHost, port);
    QVERIFY(told.words.isEmpty()); // never from inside the call
    QTRY_COMPARE(told.words, QStringList(u"failed"_s));
    QCOMPARE(told.failure, QAbstractSocket::ConnectionRefusedError);
    QVERIFY(told.hasReason);
}

void TestTransport::dialsAgainAfterAFailure()
{
    Peer closed;
    const quint16 port = closed.port();
    closed.close();
    Peer peer;
    const auto transport = make();
    Told told(transport.get());
    transport->open(QHostAddress::LocalHost, port);
    QTRY_COMPARE(told.words, QStringList(u"failed"_s));
    transport->open(QHostAddress::LocalHost, peer.port());
    QTRY_COMPARE(told.words, (QStringList { u"failed"_s, u"opened"_s }));
}

void TestTransport::hasAllBeforeTheEnd()
{
    const QByteArray much(3 * 1024 * 1024 + 7, 'x');
    Peer peer;
    const auto transport = make();
    Told told(transport.get());
    transport->open(QHostAddress::LocalHost, peer.port());
    QTRY_VERIFY(peer.accepted());
    peer.accepted()->write(much);
    peer.accepted()->disconnectFromHost();
    QTRY_COMPARE(told.words.constLast(), u"closed"_s);
    QCOMPARE(told.bytes.size(), much.size());
    QCOMPARE(told.words.count(u"closed"_s), 1);
}

void TestTransport::aResetIsAnEnd()
{
    Peer peer;
    const auto transport = make();
    Told told(transport.get());
    transport->open(QHostAddress::LocalHost, peer.port());
    QTRY_VERIFY(peer.accepted());
    QTRY_COMPARE(told.words, QStringList(u"opened"_s));
    transport->send("never read");
    QTRY_COMPARE(peer.accepted()->bytesAvailable(), 10);
    peer.accepted()->setSocketOption(QAbstractSocket::KeepAliveOption, 0);
    peer.accepted()->abort();
    QTRY_COMPARE(told.words.constLast(), u"closed"_s);
}

void TestTransport::sendsMoreThanThePeerTakesAtOnce()
{
    const QByteArray much(8 * 1024 * 1024, 'y');
    Peer peer;
    const auto transport = make();
    Told told(transport.get());
    transport->open(QHostAddress::LocalHost, peer.port());
    QTRY_COMPARE(told.words, QStringList(u"opened"_s));
    transport->send(much);
    transport->send("end");
    QTRY_VERIFY(peer.accepted());
    QByteArray got;
    QTRY_VERIFY(
        (got += peer.accepted()->readAll(), got.size() == much.size() + 3) && got.endsWith("end"));
}

void TestTransport::isSilentAfterAbort()
{
    Peer peer;
    const auto transport = make();
    Told told(transport.get());
    transport->open(QHostAddress::LocalHost, peer.port());
    QTRY_COMPARE(told.words, QStringList(u"opened"_s));
    QTRY_VERIFY(peer.accepted());
    QSignalSpy gone(peer.accepted(), &QTcpSocket::disconnected);
    transport->abort();
    transport->send("void");
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(told.words, QStringList(u"opened"_s));
    QCOMPARE(told.bytes, QByteArray());
}

void TestTransport::mayBeDestroyedWhileItTells()
{
    Peer peer;
    auto transport = make();
    bool told = false;
    connect(
        transport.get(), &Transport::received, this,
        [&] {
            told = true;
            transport.reset();
        },
        Qt::QueuedConnection);
    transport->open(QHostAddress::LocalHost, peer.port());
    QTRY_VERIFY(peer.accepted());
    peer.accepted()->write("bytes");
    peer.accepted()->disconnectFromHost();
    QTRY_VERIFY(told);
    QVERIFY(!transport);
    QCoreApplication::processEvents();
}

void TestTransport::reachesIPv6()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6.");
    const auto transport = make();
    Told told(transport.get());
    transport->open(QHostAddress::LocalHostIPv6, server.serverPort());
    QTRY_COMPARE(told.words, QStringList(u"opened"_s));
}

/// More than are told of in one turn, each ending while others are told of.
void TestTransport::manyAtOnce()
{
    constexpr int Count = 300;
    QTcpServer server;
    server.setListenBacklogSize(Count);
    server.setMaxPendingConnections(Count);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            socket->write("hello");
            socket->disconnectFromHost();
        }
    });
    std::vector<std::unique_ptr<Transport>> transports;
    std::vector<std::unique_ptr<Told>> told;
    for (int i = 0; i < Count; ++i) {
        transports.push_back(makeTransport(QUrl(u"http://localhost"_s)));
        told.push_back(std::make_unique<Told>(transports.back().get()));
        transports.back()->open(QHostAddress::LocalHost, server.serverPort());
    }
    const auto isDone = [](const std::unique_ptr<Told> &each) {
        return each->bytes == "hello" && each->words.contains(u"closed"_s);
    };
    QTRY_VERIFY(std::ranges::all_of(told, isDone));
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
