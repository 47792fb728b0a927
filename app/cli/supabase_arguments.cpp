// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/supabase_arguments.h"

#include "app/cli/record_arguments.h"

#include <QCommandLineParser>

namespace renum::cli {

using namespace Qt::StringLiterals;

void addSupabaseOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { u"supabase-url"_s,
            u"Address of the Supabase project behind a Suna: it keeps the conversations of V1, and "
            "renews a sign-in."_s,
            u"URL"_s },
        { u"supabase-anon-key"_s, u"The project's public (\"anon\") key."_s, u"KEY"_s },
        { u"suna-refresh-token-env"_s,
            u"Environment variable that holds the refresh token of the same sign-in as "
            "--suna-token-env. It is good for one renewal: sign in again for a later command."_s,
            u"VAR"_s },
    });
}

Result<void> readSupabaseOptions(const QCommandLineParser &parser, ConnectionArguments &connection)
{
    connection.supabaseUrl = parser.value(u"supabase-url"_s);
    connection.supabaseAnonKey = parser.value(u"supabase-anon-key"_s);
    connection.refreshTokenVariable = parser.value(u"suna-refresh-token-env"_s);
    if (connection.supabaseUrl.isEmpty() != connection.supabaseAnonKey.isEmpty())
        return usageError(u"--supabase-url and --supabase-anon-key need each other."_s);
    if (!connection.refreshTokenVariable.isEmpty() && connection.supabaseUrl.isEmpty())
        return usageError(
            u"--suna-refresh-token-env needs --supabase-url and --supabase-anon-key."_s);
    return checkVariable(connection.refreshTokenVariable, u"refresh token"_s);
}

} // namespace renum::cli
