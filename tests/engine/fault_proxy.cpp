// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/fault_proxy.h"

#include "tests/engine/fault_exchange.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

/// Of loopback, and nothing listens there.
const QHostAddress Nobody { u"127.0.0.77"_s };

QByteArray dataOf(const QString &name)
{
    QFile file(QStringLiteral(RENUM_SOURCE_DIR "/tests/net/data/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Operation operationOf(const ServerRequest &request)
{
    const QString path = request.path;
    const bool posts = request.method == "POST";
    if (posts && path == "/v1/threads"_L1)
        return Operation::Create;
    if (posts && path == "/v1/agent/start"_L1)
        return Operation::Start;
    if (posts && path.endsWith("/stop"_L1))
        return Operation::Stop;
    if (path.endsWith("/stream"_L1))
        return Operation::Stream;
    if (path.endsWith("/agent-runs"_L1))
        return Operation::List;
    if (path.endsWith("/messages"_L1))
        return Operation::Messages;
    return Operation::Other;
}

bool tellsAnEnd(const ServerRequest &request, QByteArrayView answer)
{
    const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
    return parts.size() == 3 && parts[1] == "agent-run"_L1 && !answer.contains("\"running\"");
}

} // namespace

FaultProxy::FaultProxy(quint16 service, FaultPlan plan)
    : m_service(service)
    , m_plan(plan)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(dataOf(u"self_signed.crt"_s)));
    configuration.setPrivateKey(QSslKey(dataOf(u"self_signed.key"_s), QSsl::Ec));
    setSslConfiguration(configuration);
    connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            serve(socket);
    });
    if (!listen(QHostAddress(u"127.0.0.1"_s)))
        qFatal("the proxy does not listen");
}

QUrl FaultProxy::url() const
{
    // The certificate is one of the address, which needs no lookup.
    const QString base = m_plan.fault == NetworkFault::TlsFail ? u"https://127.0.0.1:%1"_s
                                                               : u"http://suna.test:%1"_s;
    return QUrl(base.arg(serverPort()));
}

int FaultProxy::count(Operation operation) const
{
    const auto found = m_counts.find(operation);
    return found == m_counts.end() ? 0 : found->second;
}

void FaultProxy::incomingConnection(qintptr handle)
{
    if (m_plan.fault == NetworkFault::TlsFail && !takeArmed(NetworkFault::TlsFail)) {
        QSslServer::incomingConnection(handle);
        return;
    }
    auto *const socket = new QTcpSocket(this);
    socket->setSocketDescriptor(handle);
    if (m_plan.fault != NetworkFault::TlsFail) {
        serve(socket);
        return;
    }
    connect(socket, &QTcpSocket::readyRead, socket, [socket] {
        socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        socket->disconnectFromHost();
    });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void FaultProxy::serve(QTcpSocket *socket)
{
    new FaultExchange(this, socket);
}

void FaultProxy::Lookup::find(const QString & /*host*/, QObject *context, Then then)
{
    QList<QHostAddress> found { m_proxy->serverAddress() };
    if (m_proxy->takeArmed(NetworkFault::DnsFail))
        found.clear();
    else if (m_proxy->takeArmed(NetworkFault::Refused))
        found = { Nobody };
    QMetaObject::invokeMethod(
        context, [found, then = std::move(then)] { then(found); }, Qt::QueuedConnection);
}

bool FaultProxy::takeArmed(NetworkFault fault)
{
    if (!m_armed || m_plan.fault != fault)
        return false;
    m_armed = false;
    ++m_hits;
    return true;
}

std::optional<NetworkFault> FaultProxy::meets(const ServerRequest &request)
{
    ++m_requests;
    const Operation operation = operationOf(request);
    const int number = ++m_counts[operation];
    // A list is asked for only when it is not known whether a start has begun something.
    const bool loses = m_plan.operation == Operation::List && operation == Operation::Start
        && number == m_plan.occurrence;
    if (loses)
        return NetworkFault::ResetAfter;
    if (operation != m_plan.operation || isBeforeConnection(m_plan.fault) || m_hits > 0)
        return std::nullopt;
    const bool meant = operation == Operation::List
        ? count(Operation::Start) >= m_plan.occurrence && request.path.contains(m_startedThread)
        : number >= m_plan.occurrence;
    if (!meant)
        return std::nullopt;
    ++m_hits;
    return m_plan.fault;
}

/// A fault before the connection has no request yet to be recognised by, but a step asks for one
/// thing after the other: what was answered last says what comes next.
bool FaultProxy::comesNext(Operation answered) const
{
    const int step = m_plan.occurrence;
    switch (m_plan.operation) {
    case Operation::Create:
        return step == 1 ? answered == Operation::Other && m_ends == 0
                         : answered == Operation::Messages && count(answered) == step - 1;
    case Operation::Start:
        return answered == Operation::Create && count(answered) == step;
    case Operation::Stream:
    case Operation::List:
        return answered == Operation::Start && count(answered) == step;
    case Operation::Messages:
        return answered == Operation::Other && m_ends == step;
    case Operation::Stop:
    case Operation::Other:
        return false;
    }
    Q_UNREACHABLE();
}

void FaultProxy::noteAnswer(const ServerRequest &request, QByteArrayView answer)
{
    const Operation operation = operationOf(request);
    if (operation == Operation::Start && count(operation) == m_plan.occurrence) {
        const qsizetype name = request.body.indexOf("name=\"thread_id\"");
        const qsizetype begin = request.body.indexOf("\r\n\r\n", name) + 4;
        const QByteArray id = request.body.sliced(begin, request.body.indexOf('\r', begin) - begin);
        m_startedThread = QString::fromLatin1(id);
    }
    const bool end = tellsAnEnd(request, answer);
    if (end)
        ++m_ends;
    const bool detected = request.path == "/openapi.json"_L1;
    if (operation == Operation::Other && !end && !detected)
        return;
    if (m_hits == 0 && comesNext(operation))
        armNow();
}

} // namespace renum::test
