// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/team_history.h"

#include "core/workspace/workspace.h"
#include "ui/builder/document/team_document.h"

#include <QPointer>

#include <algorithm>

namespace renum::ui {

namespace {
constexpr int PageSize = 30;
} // namespace

TeamHistory::TeamHistory(TeamDocument *document, Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_archive(workspace->teamArchive())
{
    connect(m_archive, &TeamArchive::versionsChanged, this, [this](const TeamId &changedTeam) {
        if (changedTeam == team())
            reload();
    });
}

TeamHistory::~TeamHistory()
{
    m_request.request_stop();
}

TeamId TeamHistory::team() const
{
    return m_document->stored() ? m_document->stored()->id : TeamId();
}

const TeamVersionInfo *TeamHistory::find(int version) const
{
    const auto found = std::ranges::find(m_versions, version, &TeamVersionInfo::version);
    return found == m_versions.cend() ? nullptr : &*found;
}

void TeamHistory::forgetOtherTeam()
{
    if (m_team == team())
        return;
    m_team = team();
    m_versions.clear();
    m_drafts.clear();
    m_next.clear();
}

void TeamHistory::reload()
{
    if (team().isEmpty())
        return;
    forgetOtherTeam();
    if (m_versions.isEmpty()) {
        m_state = State::Loading;
        emit changed();
    }
    // As many as were there, so that nothing vanishes under the person's eyes.
    ask({ std::max(PageSize, static_cast<int>(m_versions.size())), {} });
}

void TeamHistory::loadMore()
{
    if (hasMore())
        ask({ PageSize, m_next });
}

void TeamHistory::ask(const PageRequest &page)
{
    m_request.request_stop();
    m_request = std::stop_source();
    m_tasks.start(read(m_team, page, m_request.get_token()));
}

QCoro::Task<> TeamHistory::read(TeamId team, PageRequest page, std::stop_token stop)
{
    const QPointer<TeamHistory> self(this);
    const Result<Page<TeamVersionInfo>> answer = co_await m_archive->versions(team, page, stop);
    if (!self || stop.stop_requested())
        co_return;
    if (!answer) {
        m_error = answer.error();
        m_state = m_versions.isEmpty() ? State::Failed : State::Ready;
        emit failed(answer.error());
    } else {
        m_error.reset();
        m_state = State::Ready;
        if (page.after.isEmpty())
            m_versions.clear();
        m_versions += answer->items;
        m_next = answer->next;
    }
    emit changed();
}

const TeamDraft *TeamHistory::draft(int version)
{
    const auto known = m_drafts.constFind(version);
    if (known != m_drafts.cend())
        return known->has_value() ? &known->value() : nullptr;
    m_drafts.insert(version, std::nullopt);
    m_tasks.start(readDraft(m_team, version));
    return nullptr;
}

QCoro::Task<> TeamHistory::readDraft(TeamId team, int version)
{
    const QPointer<TeamHistory> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<TeamVersion> answer = co_await m_archive->version(team, version, stop);
    if (!self || team != m_team)
        co_return;
    if (answer) {
        m_drafts.insert(version, answer->draft);
        emit draftRead(version);
    } else {
        m_drafts.remove(version);
        emit draftFailed(version, answer.error());
    }
}

void TeamHistory::setLabel(int version, const QString &label)
{
    m_tasks.start(storeLabel(m_team, version, label));
}

QCoro::Task<> TeamHistory::storeLabel(TeamId team, int version, QString label)
{
    const QPointer<TeamHistory> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<void> stored = co_await m_archive->labelVersion(team, version, label, stop);
    if (self && !stored)
        emit failed(stored.error());
}

} // namespace renum::ui
