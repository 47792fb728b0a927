// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace renum::ui {

Q_NAMESPACE

/// Which service runs the agents.
enum class ConnectionKind { Demo, Suna };
Q_ENUM_NS(ConnectionKind)

/// How we prove to a Suna server who we are.
enum class SecretKind { Token, ApiKey };
Q_ENUM_NS(SecretKind)

/// A connection without its secret.
struct ConnectionChoice {
    ConnectionKind kind = ConnectionKind::Demo;
    QString url;
    SecretKind secretKind = SecretKind::Token;

    friend bool operator==(const ConnectionChoice &, const ConnectionChoice &) = default;
};

} // namespace renum::ui
