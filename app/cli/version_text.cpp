// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/version_text.h"

#include "app/cli/terminal_text.h"

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

QString namesText(const QStringList &names, QLatin1StringView what)
{
    return names.isEmpty() ? QString() : u"%1 %2"_s.arg(what, names.join(u", "_s));
}

Json nameList(const QStringList &names)
{
    Json list = Json::array();
    for (const QString &name : names)
        list.push_back(toJson(name));
    return list;
}

Json changesJson(const ChangeSummary &changes)
{
    Json changed = Json::array();
    for (const ChangeSummary::Member &member : changes.changed)
        changed.push_back(
            { { "name", toJson(member.name) }, { "fields", nameList(member.fields) } });
    return { { "added", nameList(changes.added) }, { "removed", nameList(changes.removed) },
        { "moved", nameList(changes.moved) }, { "changed", changed },
        { "fields", nameList(changes.fields) }, { "arranged", changes.arranged } };
}

} // namespace

QString changeText(const std::optional<ChangeSummary> &changes)
{
    if (!changes)
        return u"the oldest that is kept"_s;
    QStringList parts { namesText(changes->added, "added"_L1),
        namesText(changes->removed, "removed"_L1) };
    for (const ChangeSummary::Member &member : changes->changed)
        parts.append(u"%1: %2"_s.arg(member.name, member.fields.join(u", "_s)));
    parts.append(namesText(changes->moved, "moved"_L1));
    parts.append(namesText(changes->fields, "changed"_L1));
    parts.removeAll(QString());
    if (parts.isEmpty())
        parts.append(changes->arranged ? u"only arranged differently"_s : u"nothing changed"_s);
    return printable(parts.join(u"; "_s), LineBreaks::Fold);
}

QString versionLine(const TeamVersionInfo &version)
{
    const QString label = version.label.isEmpty()
        ? QString()
        : u"  [%1]"_s.arg(printable(version.label, LineBreaks::Fold));
    return u"%1  %2%3  %4"_s.arg(QString::number(version.version).rightJustified(4),
        toRfc3339(version.savedAt), label, changeText(version.changes));
}

Json versionJson(const TeamVersionInfo &version)
{
    Json json { { "version", version.version }, { "saved_at", toJson(toRfc3339(version.savedAt)) },
        { "label", toJson(version.label) }, { "name", toJson(version.name) },
        { "members", version.members } };
    json["changes"] = version.changes ? changesJson(*version.changes) : Json();
    return json;
}

} // namespace renum::cli
