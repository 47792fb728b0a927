// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/address_rules.h"

#include "core/model/error_codes.h"

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Kind = AddressKind;

struct Block {
    const char *first;
    int prefixLength;
    Kind kind;
};

/// The first row that holds an address counts. After RFC 6890 and its registry.
constexpr std::array Ipv4Blocks {
    Block { "0.0.0.0", 8, Kind::Special }, // Linux takes 0.0.0.0 for this machine
    Block { "10.0.0.0", 8, Kind::Private },
    Block { "100.100.100.200", 32, Kind::Special }, // a metadata service among VPN addresses
    Block { "100.64.0.0", 10, Kind::Private }, // of providers, and of VPNs between one's machines
    Block { "127.0.0.0", 8, Kind::Loopback },
    Block { "168.63.129.16", 32, Kind::Special }, // a host's own services, behind a public address
    Block { "169.254.0.0", 16, Kind::Special }, // link-local, with most metadata services
    Block { "172.16.0.0", 12, Kind::Private },
    Block { "192.0.0.0", 24, Kind::Special },
    Block { "192.0.2.0", 24, Kind::Special },
    Block { "192.88.99.0", 24, Kind::Special },
    Block { "192.168.0.0", 16, Kind::Private },
    Block { "198.18.0.0", 15, Kind::Private }, // proxies on a machine answer names with these
    Block { "198.51.100.0", 24, Kind::Special },
    Block { "203.0.113.0", 24, Kind::Special },
    Block { "224.0.0.0", 4, Kind::Special },
    Block { "240.0.0.0", 4, Kind::Special },
};
constexpr std::array Ipv6Blocks {
    Block { "::1", 128, Kind::Loopback },
    Block {
        "::", 96, Kind::Special }, // unspecified; what holds an IPv4 address is unwrapped before
    Block { "64:ff9b:1::", 48, Kind::Special },
    Block { "100::", 64, Kind::Special },
    Block { "2001::", 23, Kind::Special },
    Block { "2001:db8::", 32, Kind::Special },
    Block { "fd00:ec2::", 64, Kind::Special }, // metadata services among private addresses
    Block { "fd20:ce::254", 128, Kind::Special },
    Block { "fc00::", 7, Kind::Private },
    Block { "fe80::", 10, Kind::Special },
    Block { "fec0::", 10, Kind::Special },
    Block { "ff00::", 8, Kind::Special },
};

template<size_t Size>
Kind kindIn(const std::array<Block, Size> &blocks, const QHostAddress &address)
{
    const auto holds = [&address](const Block &block) {
        const QHostAddress first { QLatin1StringView(block.first) };
        return address.isInSubnet(first, block.prefixLength);
    };
    const auto *const found = std::find_if(blocks.begin(), blocks.end(), holds);
    return found == blocks.end() ? Kind::Public : found->kind;
}

quint32 ipv4At(const Q_IPV6ADDR &bytes, int at)
{
    quint32 value = 0;
    for (int i = at; i < at + 4; ++i)
        value = value << 8U | bytes[i];
    return value;
}

bool startsWith(const Q_IPV6ADDR &bytes, std::initializer_list<quint8> beginning)
{
    return std::equal(beginning.begin(), beginning.end(), std::begin(bytes.c));
}

/// The IPv4 address that an IPv6 one stands for.
std::optional<QHostAddress> innerIpv4(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return std::nullopt;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    constexpr int last = 12;
    if (startsWith(bytes, { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff })) // mapped
        return QHostAddress(ipv4At(bytes, last));
    if (startsWith(bytes, { 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0 })) // NAT64
        return QHostAddress(ipv4At(bytes, last));
    if (startsWith(bytes, { 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0 })) // SIIT
        return QHostAddress(ipv4At(bytes, last));
    if (startsWith(bytes, { 0x20, 0x02 })) // 6to4
        return QHostAddress(ipv4At(bytes, 2));
    const bool compatible = startsWith(bytes, { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
    if (compatible && ipv4At(bytes, last) > 1) // `::` and `::1` are addresses of their own
        return QHostAddress(ipv4At(bytes, last));
    return std::nullopt;
}

Error forbiddenError(const QUrl &url, const QHostAddress &address)
{
    const QString text = address.toString();
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::AddressForbidden),
        u"%1 leads to %2, which is not an address for services. Enter the address of the server "
        "itself."_s.arg(url.host(), text),
        { { u"host"_s, url.host() }, { u"address"_s, text } } };
}

Error invalidError(const QString &sentence)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::InvalidUrl), sentence };
}

} // namespace

AddressKind addressKind(const QHostAddress &address)
{
    if (const auto inner = innerIpv4(address))
        return kindIn(Ipv4Blocks, *inner);
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return kindIn(Ipv4Blocks, address);
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return kindIn(Ipv6Blocks, address);
    return Kind::Special;
}

bool mayConnect(const QHostAddress &address, AddressReach reach)
{
    const AddressKind kind = addressKind(address);
    if (reach == AddressReach::OwnNetworks)
        return kind != Kind::Special;
    return kind == Kind::Public && !innerIpv4(address);
}

Result<QList<QHostAddress>> permittedAddresses(
    const QUrl &url, const QList<QHostAddress> &addresses, AddressReach reach)
{
    QList<QHostAddress> permitted;
    std::optional<QHostAddress> forbidden;
    for (const QHostAddress &address : addresses) {
        if (mayConnect(address, reach))
            permitted.append(address);
        else
            forbidden = forbidden.value_or(address);
    }
    const bool refuse = permitted.isEmpty() || reach == AddressReach::PublicOnly;
    if (forbidden && refuse)
        return forbiddenError(url, *forbidden);
    return permitted;
}

std::optional<QHostAddress> literalAddress(const QUrl &url)
{
    QHostAddress address;
    if (address.setAddress(url.host()))
        return address;
    return std::nullopt;
}

std::optional<Error> typedAddressProblem(const QUrl &typed, const QString &fallback)
{
    const QString scheme = typed.scheme().toLower();
    const bool known = scheme == "http"_L1 || scheme == "https"_L1;
    if (!typed.isValid() || typed.host().isEmpty() || !known)
        return invalidError(fallback);
    if (!typed.userInfo().isEmpty())
        return invalidError(u"The address holds a user name or password. Enter it without them: "
                            "tokens and keys have fields of their own."_s);
    return std::nullopt;
}

} // namespace renum
