// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_team_archive.h"

#include "core/model/error_codes.h"
#include "core/store/team_version_store.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using InfoPage = Page<TeamVersionInfo>;

constexpr int LargestPage = 500;

TeamVersionInfo infoOf(const TeamVersion &version, const TeamVersion *before)
{
    TeamVersionInfo info { version.version, version.savedAt, version.label, version.draft.name,
        static_cast<int>(version.draft.workflow.agents.size()), {} };
    if (before)
        info.changes = changeSummary(before->draft, version.draft);
    return info;
}

Error labelTooLong()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
        u"The name of a version has at most %1 letters."_s.arg(MaxVersionLabel) };
}

QCoro::Task<Result<InfoPage>> readInfos(EngineHost *host, TeamId team, PageRequest request)
{
    const int limit = std::clamp(request.limit, 1, LargestPage);
    request.limit = limit + 1; // what the last one changed is told by the one before it
    TeamVersionStore store(&host->store().access());
    const Result<Page<TeamVersion>> read = co_await store.versions(team, request);
    if (!read)
        co_return read.error();
    const QList<TeamVersion> &versions = read->items;
    InfoPage page;
    for (qsizetype i = 0; i < versions.size() && i < limit; ++i) {
        const TeamVersion *before = i + 1 < versions.size() ? &versions[i + 1] : nullptr;
        page.items.append(infoOf(versions[i], before));
    }
    if (versions.size() > limit)
        page.next = QString::number(page.items.last().version);
    co_return Result<InfoPage>(std::move(page));
}

QCoro::Task<Result<TeamVersion>> readVersion(EngineHost *host, TeamId team, int version)
{
    TeamVersionStore store(&host->store().access());
    co_return co_await store.version(team, version);
}

QCoro::Task<Result<void>> storeLabel(EngineHost *host, TeamId team, int version, QString label)
{
    TeamVersionStore store(&host->store().access());
    co_return co_await store.setLabel(team, version, label);
}

} // namespace

LocalTeamArchive::LocalTeamArchive(LocalCaller caller, QString templateFolder, QObject *parent)
    : TeamArchive(parent)
    , m_caller(std::move(caller))
    , m_files(std::move(templateFolder))
{
    m_pool.setMaxThreadCount(1);
}

LocalTeamArchive::~LocalTeamArchive()
{
    m_closing.request_stop();
    m_pool.waitForDone();
}

QCoro::Task<Result<InfoPage>> LocalTeamArchive::versions(
    TeamId team, PageRequest page, std::stop_token stop)
{
    return m_caller.call<InfoPage>(
        [team, page](
            EngineHost &host, const std::stop_token &) { return readInfos(&host, team, page); },
        stop);
}

QCoro::Task<Result<TeamVersion>> LocalTeamArchive::version(
    TeamId team, int version, std::stop_token stop)
{
    return m_caller.call<TeamVersion>(
        [team, version](EngineHost &host, const std::stop_token &) {
            return readVersion(&host, team, version);
        },
        stop);
}

QCoro::Task<Result<void>> LocalTeamArchive::labelVersion(
    TeamId team, int version, QString label, std::stop_token stop)
{
    const QPointer<LocalTeamArchive> self(this);
    const QString text = label.simplified();
    if (text.size() > MaxVersionLabel)
        co_return labelTooLong();
    EngineWork<void> work = [team, version, text](EngineHost &host, const std::stop_token &) {
        return storeLabel(&host, team, version, text);
    };
    const Result<void> stored = co_await m_caller.call<void>(work, stop);
    if (self && stored)
        emit versionsChanged(team);
    co_return stored;
}

template<typename T>
QCoro::Task<Result<T>> LocalTeamArchive::onFiles(FileWork<T> work, std::stop_token stop)
{
    const OneShot<Result<T>> answer;
    const std::stop_callback onStop(stop, [answer] { answer.set(cancelledError()); });
    const std::stop_callback onClose(
        m_closing.get_token(), [answer] { answer.set(cancelledError()); });
    m_pool.start([files = m_files, work, answer] { answer.set(work(files)); });
    co_return co_await answer;
}

template<typename T>
QCoro::Task<Result<T>> LocalTeamArchive::change(FileWork<T> work, std::stop_token stop)
{
    const QPointer<LocalTeamArchive> self(this);
    const Result<T> result = co_await onFiles<T>(work, stop);
    if (self && result)
        emit templatesChanged();
    co_return Result<T>(result);
}

QCoro::Task<Result<TemplateShelf>> LocalTeamArchive::templateShelf(std::stop_token stop)
{
    return onFiles<TemplateShelf>(
        [](const TemplateFiles &files) { return Result<TemplateShelf>(files.shelf()); }, stop);
}

QCoro::Task<Result<TemplateEntry>> LocalTeamArchive::saveTemplate(
    TemplateDocument document, std::stop_token stop)
{
    return change<TemplateEntry>(
        [document](const TemplateFiles &files) { return files.save(document); }, stop);
}

QCoro::Task<Result<TemplateEntry>> LocalTeamArchive::renameTemplate(
    TemplateId id, QString name, std::stop_token stop)
{
    return change<TemplateEntry>(
        [id, name](const TemplateFiles &files) { return files.rename(id, name); }, stop);
}

QCoro::Task<Result<RemovedTemplate>> LocalTeamArchive::removeTemplate(
    TemplateId id, std::stop_token stop)
{
    return change<RemovedTemplate>(
        [id](const TemplateFiles &files) { return files.remove(id); }, stop);
}

QCoro::Task<Result<void>> LocalTeamArchive::restoreTemplate(
    RemovedTemplate removed, std::stop_token stop)
{
    return change<void>(
        [removed](const TemplateFiles &files) { return files.restore(removed); }, stop);
}

QCoro::Task<Result<void>> LocalTeamArchive::addTemplateFolder(QString path, std::stop_token stop)
{
    return change<void>([path](const TemplateFiles &files) { return files.addFolder(path); }, stop);
}

QCoro::Task<Result<void>> LocalTeamArchive::removeTemplateFolder(QString path, std::stop_token stop)
{
    return change<void>(
        [path](const TemplateFiles &files) { return files.removeFolder(path); }, stop);
}

} // namespace renum
