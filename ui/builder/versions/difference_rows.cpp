// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/difference_rows.h"

#include "ui/builder/versions/compared_graph.h"
#include "ui/text/field_names.h"

#include <QCoreApplication>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Rows {
    Q_DECLARE_TR_FUNCTIONS(Rows)
};

constexpr qsizetype ShownLetters = 160; ///< of a value in a cell

QString cellText(const Json &value)
{
    const QString text = fieldValueText(value).simplified();
    return text.size() <= ShownLetters ? text : text.left(ShownLetters) + u'…';
}

QString nameOf(const AgentId &id, const TeamDraft &before, const TeamDraft &after)
{
    if (id.isEmpty())
        return Rows::tr("Team");
    for (const TeamDraft *draft : { &after, &before }) {
        if (const WorkflowAgent *member = draft->workflow.find(id))
            return member->displayName();
    }
    return id.toString();
}

QHash<int, QVariant> rolesOf(ChangeMark mark, int position)
{
    return { { DifferenceRow::MarkRole, static_cast<int>(mark) },
        { DifferenceRow::PositionRole, position } };
}

TreeRow fieldRow(const TeamDifference &difference, int position)
{
    const bool isMove
        = difference.kind == TeamDifference::Kind::Moved || difference.field == "position"_L1;
    return { difference.field, difference.member,
        { fieldName(difference.field), cellText(difference.before), cellText(difference.after) },
        rolesOf(isMove ? ChangeMark::Moved : ChangeMark::Changed, position), {} };
}

} // namespace

std::vector<TreeRow> differenceRows(
    const TeamDifferences &differences, const TeamDraft &before, const TeamDraft &after)
{
    std::vector<TreeRow> rows;
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const TeamDifference &difference = differences[i];
        const auto position = static_cast<int>(i);
        const QString name = nameOf(difference.member, before, after);
        const QString key = difference.member.toString();
        if (difference.kind == TeamDifference::Kind::Added
            || difference.kind == TeamDifference::Kind::Removed) {
            const ChangeMark mark = markOf(difference.kind);
            rows.push_back({ key, difference.member, { name, markLook(mark).word, {} },
                rolesOf(mark, position), {} });
            continue;
        }
        // The differences of one member follow each other.
        if (rows.empty() || rows.back().key != key)
            rows.push_back(
                { key, difference.member, { name, {}, {} }, rolesOf(ChangeMark::None, -1), {} });
        rows.back().children.push_back(fieldRow(difference, position));
    }
    makeKeysUnique(rows);
    return rows;
}

QString comparableText(const Json &value)
{
    return value.is_structured() ? QString::fromUtf8(prettyJson(value)) : fieldValueText(value);
}

} // namespace renum::ui
