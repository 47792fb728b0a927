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

/// Whether agents of the service may be given the team's tools, and where it finds them.
struct TeamToolsChoice {
    bool mayChangeAgents = false;
    QString url; ///< of this computer, as the service reaches it; empty: by loopback

    friend bool operator==(const TeamToolsChoice &, const TeamToolsChoice &) = default;
};

/// The Supabase project behind a Suna; its key is public.
struct SupabaseChoice {
    QString url = {}; ///< empty: not known
    QString anonKey = {};

    friend bool operator==(const SupabaseChoice &, const SupabaseChoice &) = default;
};

/// A connection without its secret.
struct ConnectionChoice {
    ConnectionKind kind = ConnectionKind::Demo;
    QString url;
    SecretKind secretKind = SecretKind::Token;
    TeamToolsChoice tools = {};
    SupabaseChoice supabase = {};

    friend bool operator==(const ConnectionChoice &, const ConnectionChoice &) = default;
};

} // namespace renum::ui
