// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QHostAddress>
#include <QList>
#include <QUrl>

#include <optional>

/// Which addresses Renum connects to. What a person types, and what a name leads to, may point at
/// places that trust whoever can reach them: a cloud's metadata service, this machine itself.
namespace renum {

/// Where an address leads. An IPv4 address inside an IPv6 one (mapped, compatible, NAT64, 6to4)
/// counts as what it leads to.
enum class AddressKind {
    Public,
    Loopback,
    Private, ///< of a home, an office, a VPN
    Special, ///< link-local, metadata services, multicast, broadcast, unspecified, reserved
};
[[nodiscard]] AddressKind addressKind(const QHostAddress &address);

/// How far a call may reach.
enum class AddressReach {
    /// On a person's own machine: a service there or in the same house is as good as any other.
    OwnNetworks,
    /// On a server that connects for others: nothing of its own surroundings. IPv4 inside IPv6 is
    /// refused whatever it leads to.
    PublicOnly,
};
[[nodiscard]] bool mayConnect(const QHostAddress &address, AddressReach reach);

/// What of the addresses of a host may be tried, in their order. `address_forbidden` when nothing
/// is left; with PublicOnly also when any of them is forbidden, since a name that leads to both is
/// set up to deceive. (In a house a name may well lead to a link-local address too.)
[[nodiscard]] Result<QList<QHostAddress>> permittedAddresses(
    const QUrl &url, const QList<QHostAddress> &addresses, AddressReach reach);

/// The address that the host of a URL spells out; none when it is a name.
[[nodiscard]] std::optional<QHostAddress> literalAddress(const QUrl &url);

/// Why something typed cannot be the address of a service: not http or https, no host, a user name
/// or password in it. `fallback` is the sentence for what is no address at all, and ends with an
/// example.
[[nodiscard]] std::optional<Error> typedAddressProblem(const QUrl &typed, const QString &fallback);

} // namespace renum
