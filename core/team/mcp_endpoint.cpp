// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/mcp_endpoint.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QByteArray randomName()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

/// Takes as long for a near miss as for any other path of the same length.
bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(uchar(a.at(i)) ^ uchar(b.at(i)));
    return difference == 0;
}

QByteArray bracketed(const QString &host)
{
    return (host.contains(u':') ? u'[' + host + u']' : host).toLower().toLatin1();
}

int defaultPort(const QByteArray &scheme)
{
    return scheme == "https" ? 443 : 80;
}

} // namespace

McpEndpoint::McpEndpoint(const QHostAddress &address, quint16 port, const QUrl &publicUrl)
{
    const QByteArray path = "/mcp/" + randomName();
    m_paths = { path };
    for (const QByteArray &name : { QByteArray("127.0.0.1"), QByteArray("localhost"),
             QByteArray("[::1]"), bracketed(address.toString()) })
        addHost("http", name, port);
    if (publicUrl.isEmpty()) {
        m_url.setScheme(u"http"_s);
        m_url.setHost(address.toString());
        m_url.setPort(port);
        m_url.setPath(QString::fromLatin1(path));
        return;
    }
    m_url = publicUrl.adjusted(QUrl::StripTrailingSlash);
    const QByteArray scheme = m_url.scheme().toLower().toLatin1();
    addHost(scheme, bracketed(m_url.host(QUrl::FullyEncoded)), m_url.port(defaultPort(scheme)));
    // A proxy may pass the folder on or take it away.
    m_url.setPath((m_url.path() == "/"_L1 ? QString() : m_url.path()) + QString::fromLatin1(path));
    m_paths += m_url.path().toUtf8();
}

void McpEndpoint::addHost(const QByteArray &scheme, const QByteArray &host, int port)
{
    const QByteArray full = host + ':' + QByteArray::number(port);
    m_hosts += full;
    m_origins += scheme + "://" + full;
    if (port != defaultPort(scheme))
        return;
    m_hosts += host;
    m_origins += scheme + "://" + host;
}

McpEndpoint::Verdict McpEndpoint::judge(const ServerRequest &request) const
{
    const QByteArray asked = request.path.toUtf8();
    const auto matches = std::ranges::count_if(
        m_paths, [&asked](const QByteArray &path) { return equalInConstantTime(path, asked); });
    if (matches == 0)
        return Verdict::Unknown;
    const QByteArray origin = request.header("Origin").toLower();
    const bool ours = m_hosts.contains(request.header("Host").toLower())
        && (origin.isEmpty() || m_origins.contains(origin));
    return ours ? Verdict::Welcome : Verdict::Foreign;
}

QString publicUrlProblem(const QHostAddress &address, const QUrl &publicUrl)
{
    const bool everywhere = address == QHostAddress::Any || address == QHostAddress::AnyIPv4
        || address == QHostAddress::AnyIPv6;
    if (publicUrl.isEmpty())
        return everywhere ? u"It must say by which of its names others reach this computer."_s
                          : QString();
    const QString scheme = publicUrl.scheme().toLower();
    const bool web = scheme == "http"_L1 || scheme == "https"_L1;
    if (!publicUrl.isValid() || !web || publicUrl.host().isEmpty())
        return u"It must be an address that begins with http:// or https://."_s;
    if (!publicUrl.userInfo().isEmpty() || publicUrl.hasQuery() || publicUrl.hasFragment())
        return u"It must have no user name, no password, no ? and no #."_s;
    return {};
}

} // namespace renum
