// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace renum {

/// Finds the addresses of a host name. Tests answer for the network's name servers.
class HostLookup {
public:
    /// Empty when the name is unknown.
    using Then = std::function<void(const QList<QHostAddress> &addresses)>;

    HostLookup() = default;
    HostLookup(const HostLookup &) = delete;
    HostLookup &operator=(const HostLookup &) = delete;
    virtual ~HostLookup() = default;

    /// Calls `then` once, from the event loop, unless `context` is gone by then.
    virtual void find(const QString &host, QObject *context, Then then) = 0;
};

/// Asks the system.
class SystemHostLookup final : public HostLookup {
public:
    void find(const QString &host, QObject *context, Then then) override;
};

} // namespace renum
