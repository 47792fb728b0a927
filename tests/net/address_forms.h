// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address_rules.h"
#include "core/net/host_lookup.h"

#include <QHash>

#include <array>

namespace renum::test {

/// Where a host, as it can be spelled in a URL, leads.
struct AddressForm {
    const char *host;
    AddressKind kind;
    bool hidesIpv4 = false; ///< an IPv4 address inside an IPv6 one
};

namespace detail {
inline constexpr AddressKind Public = AddressKind::Public;
inline constexpr AddressKind Loopback = AddressKind::Loopback;
inline constexpr AddressKind Private = AddressKind::Private;
inline constexpr AddressKind Special = AddressKind::Special;
} // namespace detail

inline constexpr auto AddressForms = [] {
    using namespace detail;
    return std::to_array<AddressForm>({
        // This machine, as people and attackers spell it.
        { "127.0.0.1", Loopback },
        { "127.0.0.2", Loopback },
        { "127.255.255.254", Loopback },
        { "127.1", Loopback },
        { "127.0.1", Loopback },
        { "2130706433", Loopback },
        { "0x7f000001", Loopback },
        { "0x7F.0x0.0x0.0x1", Loopback },
        { "0x7f.1", Loopback },
        { "0177.0.0.1", Loopback },
        { "0177.0.0.01", Loopback },
        { "017700000001", Loopback },
        { "0000177.0.0.1", Loopback },
        { "%31%32%37.0.0.1", Loopback },
        { "127%2e0%2e0%2e1", Loopback },
        { "127。0。0。1", Loopback },
        { "１２７.0.0.1", Loopback },
        { "[::1]", Loopback },
        { "[0:0:0:0:0:0:0:1]", Loopback },
        { "[0000:0000:0000:0000:0000:0000:0000:0001]", Loopback },
        { "[::0001]", Loopback },
        // The same, hidden in IPv6.
        { "[::ffff:127.0.0.1]", Loopback, true },
        { "[::ffff:7f00:1]", Loopback, true },
        { "[0:0:0:0:0:ffff:127.0.0.1]", Loopback, true },
        { "[::FFFF:7F00:0001]", Loopback, true },
        { "[::127.0.0.1]", Loopback, true },
        { "[::7f00:1]", Loopback, true },
        { "[64:ff9b::127.0.0.1]", Loopback, true },
        { "[64:ff9b::7f00:1]", Loopback, true },
        { "[2002:7f00:1::]", Loopback, true },
        { "[2002:7f00:0001::1]", Loopback, true },
        { "[::ffff:0:127.0.0.1]", Loopback, true },
        // No address at all: Linux takes it for this machine.
        { "0.0.0.0", Special },
        { "0", Special },
        { "0x0", Special },
        { "00.00.00.00", Special },
        { "0.0.0.1", Special },
        { "0.255.255.255", Special },
        { "[::]", Special },
        { "[0:0:0:0:0:0:0:0]", Special },
        { "[::ffff:0.0.0.0]", Special, true },
        { "[64:ff9b::]", Special, true },
        // Metadata services and their neighbourhood.
        { "169.254.169.254", Special },
        { "2852039166", Special },
        { "0xa9fea9fe", Special },
        { "0251.0376.0251.0376", Special },
        { "0xA9.0xFE.0xA9.0xFE", Special },
        { "169.254.43518", Special },
        { "169.16689662", Special },
        { "169.254.170.2", Special },
        { "169.254.0.1", Special },
        { "169.254.255.255", Special },
        { "[::ffff:169.254.169.254]", Special, true },
        { "[::ffff:a9fe:a9fe]", Special, true },
        { "[::a9fe:a9fe]", Special, true },
        { "[64:ff9b::a9fe:a9fe]", Special, true },
        { "[2002:a9fe:a9fe::]", Special, true },
        { "[::ffff:0:a9fe:a9fe]", Special, true },
        { "[fd00:ec2::254]", Special },
        { "[fd20:ce::254]", Special },
        { "[fe80::a9fe:a9fe]", Special },
        { "100.100.100.200", Special },
        { "168.63.129.16", Special },
        { "192.0.0.192", Special },
        { "[::ffff:100.100.100.200]", Special, true },
        // Link-local, multicast, broadcast, reserved.
        { "[fe80::1]", Special },
        { "[febf::1]", Special },
        { "[fec0::1]", Special },
        { "224.0.0.1", Special },
        { "239.255.255.250", Special },
        { "[ff02::1]", Special },
        { "[ff0e::1]", Special },
        { "255.255.255.255", Special },
        { "4294967295", Special },
        { "0xffffffff", Special },
        { "240.0.0.1", Special },
        { "192.0.2.1", Special },
        { "198.51.100.7", Special },
        { "203.0.113.9", Special },
        { "192.88.99.1", Special },
        { "[2001:db8::1]", Special },
        { "[100::1]", Special },
        { "[2001::1]", Special },
        { "[64:ff9b:1::1]", Special },
        { "[::ffff:255.255.255.255]", Special, true },
        // Networks of one's own.
        { "10.0.0.1", Private },
        { "10.255.255.255", Private },
        { "167772161", Private },
        { "012.0.0.1", Private },
        { "0xa.1", Private },
        { "172.16.0.1", Private },
        { "172.31.255.255", Private },
        { "192.168.0.1", Private },
        { "192.168.1", Private },
        { "3232235777", Private },
        { "0xc0a80101", Private },
        { "100.64.0.1", Private },
        { "100.127.255.254", Private },
        { "198.18.0.1", Private },
        { "[fc00::1]", Private },
        { "[fd12:3456:789a::1]", Private },
        { "[::ffff:10.0.0.1]", Private, true },
        { "[::ffff:c0a8:0101]", Private, true },
        { "[64:ff9b::192.168.1.1]", Private, true },
        { "[2002:c0a8:0101::]", Private, true },
        // The neighbours of all these.
        { "1.1.1.1", Public },
        { "9.255.255.255", Public },
        { "11.0.0.0", Public },
        { "100.63.255.255", Public },
        { "100.128.0.0", Public },
        { "126.255.255.255", Public },
        { "128.0.0.0", Public },
        { "168.63.129.17", Public },
        { "169.253.255.255", Public },
        { "169.255.0.0", Public },
        { "172.15.255.255", Public },
        { "172.32.0.0", Public },
        { "192.167.255.255", Public },
        { "192.169.0.0", Public },
        { "223.255.255.255", Public },
        { "[2606:4700:4700::1111]", Public },
        { "[2a00:1450::1]", Public },
        { "[64:ff9b::1.1.1.1]", Public, true },
        { "[::ffff:8.8.8.8]", Public, true },
    });
}();

/// Name servers that say what a test wants. An address list for each question about a name; the
/// last is repeated.
class ScriptedLookup final : public HostLookup {
public:
    void find(const QString &host, QObject *context, Then then) override
    {
        asked.append(host);
        QList<QList<QHostAddress>> &answers = names[host];
        const QList<QHostAddress> answer
            = answers.isEmpty() ? QList<QHostAddress>() : answers.constFirst();
        if (answers.size() > 1)
            answers.removeFirst();
        QMetaObject::invokeMethod(
            context, [answer, then = std::move(then)] { then(answer); }, Qt::QueuedConnection);
    }

    QHash<QString, QList<QList<QHostAddress>>> names;
    QStringList asked;
};

} // namespace renum::test
