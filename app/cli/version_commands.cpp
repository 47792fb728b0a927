// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/version_text.h"
#include "core/workspace/team_archive.h"

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

/// An export document: what `teams import` reads.
QCoro::Task<ExitCode> printVersion(Session *session)
{
    const TeamId id(session->arguments().target);
    const int number = *session->arguments().teamVersion;
    TeamArchive *archive = session->workspace().teamArchive();
    const Result<TeamVersion> version = co_await archive->version(id, number, session->token());
    if (!version)
        co_return failWith(version.error());
    if (session->arguments().json)
        printJson(teamExport(version->draft));
    else
        printRaw(QString::fromUtf8(prettyJson(teamExport(version->draft))) + u'\n');
    co_return ExitCode::Completed;
}

} // namespace

QCoro::Task<ExitCode> showTeamVersions(Session *session)
{
    if (session->arguments().teamVersion)
        co_return co_await printVersion(session);
    const TeamId id(session->arguments().target);
    const PageRequest request { session->arguments().limit, {} };
    TeamArchive *archive = session->workspace().teamArchive();
    const Result<Page<TeamVersionInfo>> page
        = co_await archive->versions(id, request, session->token());
    if (!page)
        co_return failWith(page.error());
    for (const TeamVersionInfo &version : page->items) {
        if (session->arguments().json)
            printJson(versionJson(version));
        else
            printLine(versionLine(version));
    }
    if (!page->next.isEmpty() && !session->arguments().json)
        printNote(u"There are older ones. Ask for more with --limit N."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> restoreTeamVersion(Session *session)
{
    const TeamId id(session->arguments().target);
    const int number = *session->arguments().teamVersion;
    TeamArchive *archive = session->workspace().teamArchive();
    const Result<Team> team = co_await session->workspace().team(id, session->token());
    if (!team)
        co_return failWith(team.error());
    const Result<TeamVersion> version = co_await archive->version(id, number, session->token());
    if (!version)
        co_return failWith(version.error());
    const Result<Team> restored = co_await session->workspace().updateTeam(
        id, version->draft, team->version, session->token());
    if (!restored)
        co_return failWith(restored.error());
    if (session->arguments().json)
        printJson(toJson(*restored));
    else
        printLine(u"Version %1 is restored as version %2."_s.arg(number).arg(restored->version));
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> labelTeamVersion(Session *session)
{
    const TeamId id(session->arguments().target);
    const int number = *session->arguments().teamVersion;
    const QString label = session->arguments().versionLabel;
    TeamArchive *archive = session->workspace().teamArchive();
    const Result<void> stored = co_await archive->labelVersion(id, number, label, session->token());
    co_return stored ? ExitCode::Completed : failWith(stored.error());
}

} // namespace renum::cli
