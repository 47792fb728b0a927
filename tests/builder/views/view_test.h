// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/strategy_conversion.h"
#include "tests/ui/page_test.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/keyed_tree_model.h"

#include <QAbstractItemView>
#include <QDir>
#include <QHeaderView>
#include <QRegularExpression>
#include <QSignalSpy>

/// What the tests of the builder's views share.
namespace renum::ui::test {

/// Warnings fail a test, except what the offscreen platform says of every window with a layout.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

/// A valid sequential team; every character is a member, with a capital for its name.
inline TeamDraft teamOf(const QString &ids, WorkflowType type = WorkflowType::Sequential)
{
    TeamDraft draft;
    draft.name = QStringLiteral("Team");
    for (const QChar id : ids) {
        WorkflowAgent member;
        member.agentId = AgentId(QString(id));
        member.name = QStringLiteral("Agent %1").arg(id.toUpper());
        draft = withMember(draft, member);
    }
    return convertStrategy(draft, type).draft;
}

/// Triage decides between two, and one more follows both.
inline TeamDraft branchingTeam()
{
    TeamDraft draft = teamOf(QStringLiteral("tsbf"));
    draft.workflow.type = WorkflowType::Conditional;
    for (WorkflowAgent &member : draft.workflow.agents)
        member.executionOrder.reset();
    const auto when = [](const char *value) {
        Condition condition;
        condition.field = QStringLiteral("agent_t_result.category");
        condition.op = QStringLiteral("equals");
        condition.value = Json(value);
        return condition;
    };
    std::vector<WorkflowAgent> &agents = draft.workflow.agents;
    agents[1].conditions = { when("technical") };
    agents[2].conditions = { when("billing") };
    InputSpec both;
    both.combined = true;
    both.sources = { { InputSource::Kind::AgentResult, agents[1].agentId, {} },
        { InputSource::Kind::AgentResult, agents[2].agentId, {} } };
    agents[3].input = both;
    return draft;
}

inline QByteArray jsonOf(const TeamDocument &document)
{
    return canonicalJson(toJson(document.draft()));
}

/// The ids of the members in their order.
inline QString orderOf(const TeamDocument &document)
{
    QString order;
    for (const WorkflowAgent &member : document.workflow().agents)
        order += member.agentId.toString();
    return order;
}

inline AgentId idOf(const char *id)
{
    return AgentId(QString::fromLatin1(id));
}

/// The first cell whose text is that, anywhere in the view's model.
inline QModelIndex cellOf(const QAbstractItemView *view, const QString &text)
{
    const QModelIndexList found = [&] {
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            const QModelIndexList hits = view->model()->match(view->model()->index(0, column),
                Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive);
            if (!hits.isEmpty())
                return hits;
        }
        return QModelIndexList();
    }();
    return found.value(0);
}

inline void click(
    QAbstractItemView *view, const QModelIndex &index, Qt::KeyboardModifiers modifiers = {})
{
    view->scrollTo(index);
    QTest::mouseClick(
        view->viewport(), Qt::LeftButton, modifiers, view->visualRect(index).center());
}

/// All rows as text, indented, columns joined by " | ".
inline QString dump(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QString cell = model.index(row, column, parent).data().toString();
            if (!cell.isEmpty())
                cells.append(cell);
        }
        text += QString(2 * depth, QLatin1Char(' ')) + cells.join(QStringLiteral(" | "))
            + QLatin1Char('\n') + dump(model, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

/// Keeps a picture of a widget where RENUM_PICTURES names a folder: for people who look at it.
inline void keepPicture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("RENUM_PICTURES");
    if (!folder.isEmpty())
        widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace renum::ui::test
