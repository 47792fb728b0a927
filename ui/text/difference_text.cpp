// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/difference_text.h"

#include "ui/text/field_names.h"

#include <QCoreApplication>

namespace renum::ui {

namespace {

struct Difference {
    Q_DECLARE_TR_FUNCTIONS(Difference)
};

constexpr qsizetype ShortValue = 40; ///< letters; longer values are not told in a sentence

QString nameOf(const AgentId &id, const TeamDraft &first, const TeamDraft &second)
{
    for (const TeamDraft *draft : { &first, &second }) {
        if (const WorkflowAgent *member = draft->workflow.find(id))
            return member->displayName();
    }
    return id.toString();
}

QString changeText(const TeamDifference &difference)
{
    const QString field = fieldName(difference.field);
    const QString before = fieldValueText(difference.before);
    const QString after = fieldValueText(difference.after);
    if (before.size() > ShortValue || after.size() > ShortValue)
        //: The argument is a field, for example Instructions
        return Difference::tr("%1 changed").arg(field);
    //: A field, its value before and now
    return Difference::tr("%1: %2 → %3").arg(field, before, after);
}

} // namespace

QString differenceText(
    const TeamDifference &difference, const TeamDraft &before, const TeamDraft &after)
{
    const QString name = nameOf(difference.member, after, before);
    switch (difference.kind) {
    case TeamDifference::Kind::Added:
        return Difference::tr("%1 was added").arg(name);
    case TeamDifference::Kind::Removed:
        return Difference::tr("%1 was removed").arg(name);
    case TeamDifference::Kind::Changed:
    case TeamDifference::Kind::Moved:
        break;
    }
    if (difference.member.isEmpty())
        return changeText(difference);
    //: A member of the team, and what was changed about it
    return Difference::tr("%1 · %2").arg(name, changeText(difference));
}

} // namespace renum::ui
