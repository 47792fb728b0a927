// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_team_archive.h"

#include "core/model/error_codes.h"
#include "core/net/clock.h"
#include "core/net/one_shot.h"

#include <QPointer>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

Error unknownVersion()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamVersionUnknown),
        u"There is no such version."_s };
}

Error notThere()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotFound), u"Not there."_s };
}

} // namespace

FakeTeamArchive::~FakeTeamArchive()
{
    for (const OneShot<bool> &gate : std::as_const(m_gates))
        gate.set(false);
}

void FakeTeamArchive::release()
{
    m_held = false;
    const QList<OneShot<bool>> gates = std::exchange(m_gates, {});
    for (const OneShot<bool> &gate : gates)
        gate.set(true);
}

QCoro::Task<Result<void>> FakeTeamArchive::enter(std::stop_token stop)
{
    const QPointer<FakeTeamArchive> self(this);
    ++calls;
    const OneShot<bool> gate;
    if (m_held) {
        m_gates.append(gate);
    } else {
        QMetaObject::invokeMethod(
            this, [gate] { gate.set(true); }, Qt::QueuedConnection);
    }
    const std::stop_callback onStop(stop, [gate] { gate.set(false); });
    const bool opened = co_await gate;
    if (!self || !opened || stop.stop_requested())
        co_return cancelledError();
    if (failure)
        co_return Result<void>(*failure);
    co_return Result<void>();
}

TeamVersion *FakeTeamArchive::find(const TeamId &team, int version)
{
    QList<TeamVersion> &versions = storedVersions[team];
    const auto found = std::ranges::find(versions, version, &TeamVersion::version);
    return found == versions.end() ? nullptr : &*found;
}

QCoro::Task<Result<Page<TeamVersionInfo>>> FakeTeamArchive::versions(
    TeamId team, PageRequest page, std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    const QList<TeamVersion> all = storedVersions.value(team);
    Page<TeamVersionInfo> infos;
    for (qsizetype i = page.after.toInt(); i < all.size() && infos.items.size() < page.limit; ++i) {
        const TeamVersion &version = all[i];
        TeamVersionInfo info { version.version, version.savedAt, version.label, version.draft.name,
            static_cast<int>(version.draft.workflow.agents.size()), {} };
        if (i + 1 < all.size())
            info.changes = changeSummary(all[i + 1].draft, version.draft);
        infos.items.append(info);
        infos.next = i + 1 < all.size() ? QString::number(i + 1) : QString();
    }
    co_return Result<Page<TeamVersionInfo>>(infos);
}

QCoro::Task<Result<TeamVersion>> FakeTeamArchive::version(
    TeamId team, int version, std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    const TeamVersion *found = find(team, version);
    if (!found)
        co_return unknownVersion();
    co_return Result<TeamVersion>(*found);
}

QCoro::Task<Result<void>> FakeTeamArchive::labelVersion(
    TeamId team, int version, QString label, std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    TeamVersion *found = find(team, version);
    if (!found)
        co_return unknownVersion();
    found->label = label;
    emit versionsChanged(team);
    co_return Result<void>();
}

QCoro::Task<Result<TemplateShelf>> FakeTeamArchive::templateShelf(std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    co_return Result<TemplateShelf>(shelf);
}

QCoro::Task<Result<TemplateEntry>> FakeTeamArchive::saveTemplate(
    TemplateDocument document, std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    savedTemplates.append(document);
    TemplateEntry entry;
    entry.content = document.content;
    entry.content.id = TemplateId(u"own:%1"_s.arg(savedTemplates.size()));
    entry.config = document.config;
    entry.author = document.author;
    shelf.entries.append(entry);
    emit templatesChanged();
    co_return Result<TemplateEntry>(entry);
}

QCoro::Task<Result<TemplateEntry>> FakeTeamArchive::renameTemplate(
    TemplateId id, QString name, std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    for (TemplateEntry &entry : shelf.entries) {
        if (entry.content.id != id)
            continue;
        entry.content.name = name;
        emit templatesChanged();
        co_return Result<TemplateEntry>(entry);
    }
    co_return notThere();
}

QCoro::Task<Result<RemovedTemplate>> FakeTeamArchive::removeTemplate(
    TemplateId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    for (qsizetype i = 0; i < shelf.entries.size(); ++i) {
        if (shelf.entries[i].content.id != id)
            continue;
        m_removed.append(shelf.entries.takeAt(i));
        emit templatesChanged();
        co_return Result<RemovedTemplate>(RemovedTemplate { id.toString(), {} });
    }
    co_return notThere();
}

QCoro::Task<Result<void>> FakeTeamArchive::restoreTemplate(
    RemovedTemplate removed, std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    for (const TemplateEntry &entry : std::as_const(m_removed)) {
        if (entry.content.id.toString() == removed.fileName)
            shelf.entries.append(entry);
    }
    emit templatesChanged();
    co_return Result<void>();
}

QCoro::Task<Result<void>> FakeTeamArchive::addTemplateFolder(QString path, std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    shelf.folders.append({ path, {} });
    emit templatesChanged();
    co_return Result<void>();
}

QCoro::Task<Result<void>> FakeTeamArchive::removeTemplateFolder(QString path, std::stop_token stop)
{
    const Result<void> entered = co_await enter(stop);
    if (!entered)
        co_return entered.error();
    shelf.folders.removeIf([&path](const TemplateFolder &folder) { return folder.path == path; });
    emit templatesChanged();
    co_return Result<void>();
}

} // namespace renum::ui
