// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/kept_members.h"

#include "core/workspace/json_file.h"
#include "ui/builder/document/team_document.h"
#include "ui/run/note_files.h"
#include "ui/text/format.h"

#include <optional>
#include <string>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Ids may come from a file that somebody else wrote.
QString fileNameOf(const TeamId &team)
{
    return QString(u"kept-"_s
        % QString::fromLatin1(team.toString().toUtf8().toPercentEncoding({}, ".")) % u".json"_s);
}

Json toStored(const KeptMember &kept)
{
    Json json { { "output", toJson(kept.output) }, { "edited", kept.edited } };
    if (kept.when)
        json["when"] = toJson(toRfc3339(*kept.when));
    return json;
}

std::optional<KeptMember> fromStored(const Json &json)
{
    const Json *output = memberAt(json, "output");
    if (!output || !output->is_object())
        return std::nullopt;
    return KeptMember { stepOutputFromJson(*output),
        fromRfc3339(stringAt(json, "when").value_or(QString())),
        boolAt(json, "edited").value_or(false) };
}

} // namespace

KeptMembers *KeptMembers::of(TeamDocument *document)
{
    auto *kept = document->findChild<KeptMembers *>({}, Qt::FindDirectChildrenOnly);
    return kept ? kept : new KeptMembers(document);
}

KeptMembers::KeptMembers(TeamDocument *document)
    : QObject(document)
    , m_document(document)
{
}

void KeptMembers::keepIn(NoteFiles *files)
{
    if (m_files)
        return;
    m_files = files;
    if (m_document->stored()) {
        read();
        return;
    }
    // What is kept before the team is stored for the first time waits for its id.
    connect(m_document, &TeamDocument::modifiedChanged, this, [this] {
        if (!m_document->stored() || !m_file.isEmpty())
            return;
        m_file = fileNameOf(m_document->stored()->id);
        if (!m_kept.isEmpty())
            write();
    });
}

void KeptMembers::read()
{
    m_file = fileNameOf(m_document->stored()->id);
    m_files->read(m_file, this, [this](const QByteArray &stored) { take(stored); });
}

void KeptMembers::take(const QByteArray &stored)
{
    const Result<Json> json = readKeptJson(stored);
    if (!json || !json->is_object())
        return;
    for (const auto &[member, entry] : json->items()) {
        const AgentId id(QString::fromStdString(member));
        const std::optional<KeptMember> kept = fromStored(entry);
        if (kept && !m_touched.contains(id))
            m_kept.insert(id, *kept);
    }
    emit changed();
}

const KeptMember *KeptMembers::find(const AgentId &member) const
{
    const auto found = m_kept.constFind(member);
    return found == m_kept.cend() ? nullptr : &*found;
}

KeptResults KeptMembers::results() const
{
    KeptResults results;
    for (const WorkflowAgent &member : m_document->workflow().agents) {
        const KeptMember *kept = find(member.agentId);
        if (kept && member.kind != MemberKind::Approval)
            results.insert(member.agentId, kept->output);
    }
    return results;
}

void KeptMembers::keep(const AgentId &member, const KeptMember &kept)
{
    m_kept.insert(member, kept);
    emit changed();
    change(member);
}

void KeptMembers::forget(const AgentId &member)
{
    if (m_kept.remove(member) == 0)
        return;
    emit changed();
    change(member);
}

/// All of a team that is stored for the first time.
void KeptMembers::write()
{
    Json json = Json::object();
    for (auto it = m_kept.cbegin(); it != m_kept.cend(); ++it)
        json[it.key().toString().toStdString()] = toStored(it.value());
    m_files->write(m_file, canonicalJson(json));
}

/// Of one member, whether what is remembered has been read by now or not.
void KeptMembers::change(const AgentId &member)
{
    m_touched.insert(member);
    if (!m_files || m_file.isEmpty())
        return;
    const KeptMember *kept = find(member);
    const std::optional<Json> entry = kept ? std::optional(toStored(*kept)) : std::nullopt;
    const std::string key = member.toString().toStdString();
    m_files->change(m_file, [key, entry](const QByteArray &stored) {
        const Result<Json> read = readKeptJson(stored);
        Json all = read && read->is_object() ? *read : Json::object();
        if (entry)
            all[key] = *entry;
        else
            all.erase(key);
        return all.empty() ? QByteArray() : canonicalJson(all);
    });
}

QString keptOrigin(const KeptMember &kept)
{
    if (!kept.when)
        return KeptMembers::tr("written by you");
    const QString when = format::dateTime(*kept.when);
    //: a day and a time
    return kept.edited ? KeptMembers::tr("of %1, changed by you").arg(when)
                       : KeptMembers::tr("of %1").arg(when);
}

} // namespace renum::ui
