// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/network_errors.h"

#include "core/model/error_codes.h"
#include "core/net/redact.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

struct Sentence {
    const char *code;
    QString text; ///< %1 host, %2 port, %3 reason
};

const std::array<Sentence, 10> &sentences()
{
    static const std::array<Sentence, 10> all { {
        { code::ConnectionRefused,
            u"Nothing answers at %1, port %2. Check the address, and that the server runs."_s },
        { code::HostNotFound,
            u"The host %1 was not found. Check the address and the network connection."_s },
        { code::TlsFailed,
            u"No secure connection to %1, port %2 (%3). Check that the address may start with "
            "https and that the certificate is valid."_s },
        { code::ConnectTimeout,
            u"No connection to %1, port %2 in time. Check the address and the network, or try "
            "again later."_s },
        { code::IdleTimeout,
            u"%1, port %2 stopped answering. Try again later, or raise the time-out."_s },
        { code::TotalTimeout,
            u"%1, port %2 took too long to answer. Try again later, or raise the time-out."_s },
        { code::ConnectionLost,
            u"The connection to %1, port %2 was lost before the answer was complete. Try again."_s },
        { code::ReplyTooLarge,
            u"The answer of %1, port %2 is larger than is accepted. Check the address."_s },
        { code::UnexpectedRedirect,
            u"%1, port %2 redirects to another address, which is not followed. Enter the final "
            "address."_s },
        { code::NetworkFailed,
            u"Talking to %1, port %2 failed: %3. Check the address and the network "
            "connection."_s },
    } };
    return all;
}

const QString &sentenceOf(const char *code)
{
    const auto &all = sentences();
    const auto found = std::find_if(all.begin(), all.end(),
        [code](const Sentence &each) { return std::strcmp(each.code, code) == 0; });
    return found == all.end() ? all.back().text : found->text;
}

} // namespace

Error networkError(const char *code, const QUrl &url, bool sent, const QString &reason)
{
    const int port = portOf(url);
    const QString cleanReason = redact(reason);
    QString text = sentenceOf(code);
    // The reason last: it is foreign text and may hold anything.
    text.replace("%2"_L1, QString::number(port));
    text.replace("%1"_L1, url.host());
    text.replace("%3"_L1, cleanReason);
    return { ErrorCategory::NetworkError, QString::fromLatin1(code), text,
        { { u"host"_s, url.host() }, { u"port"_s, port }, { u"reason"_s, cleanReason },
            { u"sent"_s, sent } } };
}

const char *connectErrorCode(QAbstractSocket::SocketError failure, const QUrl &url)
{
    switch (failure) {
    case QAbstractSocket::ConnectionRefusedError:
        return code::ConnectionRefused;
    case QAbstractSocket::HostNotFoundError:
        return code::HostNotFound;
    case QAbstractSocket::SocketTimeoutError:
        return code::ConnectTimeout;
    case QAbstractSocket::RemoteHostClosedError:
        // Closed while shaking hands: most likely a server that speaks no TLS on this port.
        return url.scheme() == "https"_L1 ? code::TlsFailed : code::ConnectionLost;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return code::TlsFailed;
    default:
        return code::NetworkFailed;
    }
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

} // namespace renum
