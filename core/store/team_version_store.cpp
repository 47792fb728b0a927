// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/team_version_store.h"

#include "core/model/error_codes.h"
#include "core/store/page_key.h"
#include "core/store/read_session.h"
#include "core/store/store_access.h"
#include "core/store/team_version_repository.h"
#include "core/store/write_session.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

using VersionPage = Page<TeamVersion>;

/// The number of the last version on the page before.
Result<int> lastSeen(const QString &after)
{
    if (after.isEmpty())
        return std::numeric_limits<int>::max();
    bool isNumber = false;
    const int version = after.toInt(&isNumber);
    if (!isNumber) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
            u"The position in the list is not one that this program gave. Begin at the first "
            "page."_s };
    }
    return version;
}

Result<VersionPage> readPage(ReadSession &session, const TeamId &team, int before, int limit)
{
    if (const Result<Team> known = session.teams.find(team); !known)
        return known.error();
    TeamVersionRepository versions(session.connection.get());
    Result<QList<TeamVersion>> found = versions.before(team, before, limit + 1);
    if (!found)
        return found.error();
    VersionPage page { *std::move(found), {} };
    if (page.items.size() > limit) {
        page.items.removeLast();
        page.next = QString::number(page.items.last().version);
    }
    return page;
}

} // namespace

QCoro::Task<Result<VersionPage>> TeamVersionStore::versions(TeamId team, PageRequest page)
{
    const Result<int> before = lastSeen(page.after);
    if (!before)
        co_return before.error();
    const int first = *before;
    const int limit = pageLimit(page.limit);
    std::function<Result<VersionPage>(ReadSession &)> question
        = [=](ReadSession &session) { return readPage(session, team, first, limit); };
    const OneShot<Result<VersionPage>> answer = m_access->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<TeamVersion>> TeamVersionStore::version(TeamId team, int version)
{
    std::function<Result<TeamVersion>(ReadSession &)> question = [=](ReadSession &session) {
        return TeamVersionRepository(session.connection.get()).find(team, version);
    };
    const OneShot<Result<TeamVersion>> answer = m_access->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<void>> TeamVersionStore::setLabel(TeamId team, int version, QString label)
{
    Writer::Work work = [=](WriteSession &session) {
        return TeamVersionRepository(session.connection()).setLabel(team, version, label);
    };
    const OneShot<Result<void>> answer = m_access->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

} // namespace renum
