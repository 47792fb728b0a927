// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/version_words.h"

#include "ui/text/field_names.h"

#include <QCoreApplication>
#include <QLocale>

namespace renum::ui {

namespace {

struct Change {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

constexpr qsizetype NamedFields = 2; ///< more are counted

QString fieldList(const QStringList &fields)
{
    QStringList names;
    for (const QString &field : fields)
        names.append(fieldName(field));
    return QLocale().createSeparatedList(names);
}

/// The parts below are joined to a sentence, with commas between.
QString addedText(const QStringList &names)
{
    return names.size() == 1 ? Change::tr("%1 was added").arg(names.first())
                             : Change::tr("%n member(s) were added", nullptr, int(names.size()));
}

QString removedText(const QStringList &names)
{
    return names.size() == 1 ? Change::tr("%1 was removed").arg(names.first())
                             : Change::tr("%n member(s) were removed", nullptr, int(names.size()));
}

QString movedText(const QStringList &names)
{
    return names.size() == 1
        ? Change::tr("%1 has another place in the order").arg(names.first())
        : Change::tr("%n member(s) have another place in the order", nullptr, int(names.size()));
}

QString changedText(const std::vector<ChangeSummary::Member> &members)
{
    if (members.size() != 1)
        return Change::tr("%n member(s) were changed", nullptr, int(members.size()));
    const ChangeSummary::Member &member = members.front();
    if (member.fields.size() > NamedFields)
        return Change::tr("%1 was changed").arg(member.name);
    //: A member of the team, and which of its fields: Analyst: Role and Instructions changed
    return Change::tr("%1: %2 changed").arg(member.name, fieldList(member.fields));
}

QString fieldsText(const QStringList &fields)
{
    if (fields.size() > NamedFields)
        return Change::tr("%n setting(s) of the team were changed", nullptr, int(fields.size()));
    //: One or two fields of the team, for example Name
    return Change::tr("%1 changed").arg(fieldList(fields));
}

} // namespace

QString changeSentence(const ChangeSummary &changes)
{
    QStringList parts;
    if (!changes.added.isEmpty())
        parts.append(addedText(changes.added));
    if (!changes.removed.isEmpty())
        parts.append(removedText(changes.removed));
    if (!changes.changed.empty())
        parts.append(changedText(changes.changed));
    if (!changes.moved.isEmpty())
        parts.append(movedText(changes.moved));
    if (!changes.fields.isEmpty())
        parts.append(fieldsText(changes.fields));
    if (parts.isEmpty())
        return changes.arranged ? Change::tr("Only the arrangement is another")
                                : Change::tr("Nothing was changed");
    return QLocale().createSeparatedList(parts);
}

QString versionSentence(const TeamVersionInfo &version)
{
    if (version.changes)
        return changeSentence(*version.changes);
    return version.version == 1 ? Change::tr("The first version")
                                : Change::tr("The oldest version that is kept");
}

QString versionTitle(int version, const QString &label)
{
    return label.isEmpty() ? Change::tr("Version %1").arg(version)
                           //: A version's number and the name that a person gave it
                           : Change::tr("Version %1 · %2").arg(version).arg(label);
}

} // namespace renum::ui
