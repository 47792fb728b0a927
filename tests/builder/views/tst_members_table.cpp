// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/view_test.h"
#include "ui/builder/views/members_model.h"
#include "ui/builder/views/members_table.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QTableView>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

class tst_MembersTable : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void rowsAreTheMembersInTheirOrder();
    void theModelStandsTheTester();
    void cellsAreEditedInPlace_data();
    void cellsAreEditedInPlace();
    void emptyGoesBackToTheDefault();
    void theOrderIsEdited();
    void activeIsACheckBox();
    void selectionIsOneBothWays();
    void altUpAndDownMove();
    void delRemovesAndHeals();
    void f2Renames();
    void rowsAreDragged_data();
    void rowsAreDragged();
    void foreignDropsAreRefused();
    void doubleClickLeadsToTheField();
    void everythingCanBeTakenBack();
    void selectedMembersStaySelectedWhenTheyMove();
    void looks_data();
    void looks();
};

namespace {

struct Stage {
    explicit Stage(const TeamDraft &draft, Theme::Mode mode = Theme::Mode::Light)
        : document(draft)
        , selection(&document)
        , theme(mode)
        , view(&document, &selection, &theme)
    {
        theme.install();
        view.resize(1300, 240);
        view.show();
        static_cast<void>(QTest::qWaitForWindowActive(&view));
        table->setFocus();
    }

    [[nodiscard]] QModelIndex cell(int row, int column) const
    {
        return table->model()->index(row, column);
    }

    /// Types into a cell as a person does.
    void type(const QModelIndex &index, const QString &text) const
    {
        table->setCurrentIndex(index);
        table->edit(index);
        auto *editor = qobject_cast<QWidget *>(QApplication::focusWidget());
        QVERIFY(editor && editor != table);
        if (auto *line = qobject_cast<QLineEdit *>(editor))
            line->selectAll();
        else
            QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
    }

    TeamDocument document;
    MemberSelection selection;
    Theme theme;
    MembersTable view;
    QTableView *table = view.findChild<QTableView *>(u"membersTable"_s);
};

} // namespace

void tst_MembersTable::rowsAreTheMembersInTheirOrder()
{
    TeamDraft draft = branchingTeam();
    draft.workflow.agents[0].config.modelName = u"gpt-4o"_s;
    draft.workflow.agents[1].timeoutSeconds = 90;
    draft.workflow.agents[2].isActive = false;
    draft.workflow.agents[3].kind = MemberKind::Approval;
    const Stage stage(draft);
    QCOMPARE(dump(*stage.table->model()),
        u"1 | Agent T | t | member | gpt-4o | Prompt | Yes\n"
        "2 | Agent S | s | member | default | Prompt | Agent T › category = technical"
        " | 1 min 30 s | Yes\n"
        "3 | Agent B | b | member | default | Prompt | Agent T › category = billing"
        " | No\n"
        "4 | Agent F | A person decides | member | default"
        " | result of Agent S + result of Agent B | Yes\n"_s);
}

void tst_MembersTable::theModelStandsTheTester()
{
    TeamDocument document((TeamDraft()));
    MembersModel model(&document);
    const QAbstractItemModelTester tester(&model);
    for (const TeamDraft &draft :
        { teamOf(u"abc"_s), teamOf(u"cab"_s), branchingTeam(), teamOf(u"x"_s), TeamDraft() }) {
        document.edit(u"Other"_s, draft);
        model.refresh();
        QCOMPARE(model.rowCount(), int(draft.workflow.agents.size()));
    }
}

void tst_MembersTable::cellsAreEditedInPlace_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("step");
    QTest::newRow("name") << int(MembersModel::NameColumn) << u"Rename a member"_s;
    QTest::newRow("role") << int(MembersModel::RoleColumn) << u"Change a role"_s;
    QTest::newRow("model") << int(MembersModel::ModelColumn) << u"Change a model"_s;
}

void tst_MembersTable::cellsAreEditedInPlace()
{
    QFETCH(const int, column);
    Stage stage(teamOf(u"abc"_s));
    stage.type(stage.cell(1, column), u"planner"_s);
    QTRY_COMPARE(stage.document.history()->count(), 1); // an editor closes from the event loop
    const WorkflowAgent &member = stage.document.workflow().agents[1];
    const QStringList values { {}, member.name, {}, member.role,
        member.config.modelName.value_or(QString()) };
    QCOMPARE(values.value(column), u"planner"_s);
    QTEST(stage.document.history()->undoText(), "step");
    QCOMPARE(stage.cell(1, column).data().toString(), u"planner"_s);
}

void tst_MembersTable::emptyGoesBackToTheDefault()
{
    TeamDraft draft = teamOf(u"a"_s);
    draft.workflow.agents[0].config.modelName = u"gpt-4o"_s;
    Stage stage(draft);
    QVERIFY(stage.table->model()->setData(stage.cell(0, MembersModel::ModelColumn), u" "_s));
    QVERIFY(!stage.document.workflow().agents[0].config.modelName);
    QVERIFY(stage.table->model()->setData(stage.cell(0, MembersModel::NameColumn), QString()));
    QCOMPARE(stage.cell(0, MembersModel::NameColumn).data().toString(), u"a"_s);
    QVERIFY(!stage.table->model()->setData(stage.cell(0, MembersModel::InputColumn), u"x"_s));
    QVERIFY(!stage.table->model()->setData(stage.cell(0, MembersModel::OrderColumn), u"x"_s));
    QVERIFY(!stage.table->model()->setData({}, u"x"_s));
}

void tst_MembersTable::theOrderIsEdited()
{
    Stage stage(teamOf(u"abcd"_s));
    QVERIFY(stage.table->model()->setData(stage.cell(3, MembersModel::OrderColumn), 2));
    QCOMPARE(orderOf(stage.document), u"adbc"_s);
    QVERIFY(stage.table->model()->setData(stage.cell(0, MembersModel::OrderColumn), 99));
    QCOMPARE(orderOf(stage.document), u"dbca"_s);
    QVERIFY(stage.table->model()->setData(stage.cell(2, MembersModel::OrderColumn), -5));
    QCOMPARE(orderOf(stage.document), u"cdba"_s);
}

void tst_MembersTable::activeIsACheckBox()
{
    Stage stage(teamOf(u"ab"_s));
    const QModelIndex active = stage.cell(1, MembersModel::ActiveColumn);
    QVERIFY(active.flags().testFlag(Qt::ItemIsUserCheckable));
    stage.table->setCurrentIndex(active);
    QTest::keyClick(stage.table, Qt::Key_Space);
    QVERIFY(!stage.document.workflow().agents[1].isActive);
    QCOMPARE(stage.document.history()->undoText(), u"Switch a member off"_s);
    QTest::keyClick(stage.table, Qt::Key_Space);
    QVERIFY(stage.document.workflow().agents[1].isActive);
}

void tst_MembersTable::selectionIsOneBothWays()
{
    Stage stage(teamOf(u"abcd"_s));
    click(stage.table, stage.cell(1, 2));
    QCOMPARE(stage.selection.single(), idOf("b"));
    click(stage.table, stage.cell(3, 2), Qt::ControlModifier);
    QCOMPARE(stage.selection.members(), QSet({ idOf("b"), idOf("d") }));
    stage.selection.setMembers({ idOf("a"), idOf("c") });
    QList<int> rows;
    const QModelIndexList selected = stage.table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::ranges::sort(rows);
    QCOMPARE(rows, QList<int>({ 0, 2 }));
    stage.selection.clear();
    QVERIFY(!stage.table->selectionModel()->hasSelection());
}

void tst_MembersTable::altUpAndDownMove()
{
    Stage stage(teamOf(u"abcd"_s));
    stage.selection.setMembers({ idOf("c"), idOf("d") });
    QTest::keyClick(stage.table, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(orderOf(stage.document), u"acdb"_s);
    QCOMPARE(stage.selection.members(), QSet({ idOf("c"), idOf("d") }));
    QTest::keyClick(stage.table, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(orderOf(stage.document), u"cdab"_s);
    QTest::keyClick(stage.table, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(orderOf(stage.document), u"acdb"_s);
    QCOMPARE(stage.document.history()->count(), 3);
}

void tst_MembersTable::delRemovesAndHeals()
{
    Stage stage(teamOf(u"abc"_s, WorkflowType::Pipeline));
    click(stage.table, stage.cell(1, 2));
    QTest::keyClick(stage.table, Qt::Key_Delete);
    QCOMPARE(orderOf(stage.document), u"ac"_s);
    QCOMPARE(stage.document.workflow().agents[1].input->sources.front().agentId, idOf("a"));
    QVERIFY(stage.selection.isEmpty());
    stage.document.history()->undo();
    QCOMPARE(orderOf(stage.document), u"abc"_s);
}

void tst_MembersTable::f2Renames()
{
    Stage stage(teamOf(u"ab"_s));
    click(stage.table, stage.cell(1, MembersModel::AgentColumn));
    QTest::keyClick(stage.table, Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"Agent B"_s);
    editor->selectAll();
    QTest::keyClicks(editor, u"Critic"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(stage.document.workflow().agents[1].name, u"Critic"_s);
}

void tst_MembersTable::rowsAreDragged_data()
{
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("order");
    QTest::newRow("one up") << QList<int> { 3 } << 0 << u"dabc"_s;
    QTest::newRow("one down") << QList<int> { 0 } << 3 << u"bcad"_s;
    QTest::newRow("two") << QList<int> { 0, 2 } << 4 << u"bdac"_s;
    QTest::newRow("below all") << QList<int> { 1 } << -1 << u"acdb"_s;
}

void tst_MembersTable::rowsAreDragged()
{
    QFETCH(const QList<int>, rows);
    QFETCH(const int, to);
    Stage stage(teamOf(u"abcd"_s));
    QAbstractItemModel *model = stage.table->model();
    QModelIndexList dragged;
    for (const int row : rows)
        dragged.append(stage.cell(row, 0));
    const std::unique_ptr<QMimeData> data(model->mimeData(dragged));
    QVERIFY(data->hasText());
    QVERIFY(model->canDropMimeData(data.get(), Qt::MoveAction, to, 0, {}));
    model->dropMimeData(data.get(), Qt::MoveAction, to, 0, {});
    QTEST(orderOf(stage.document), "order");
    QCOMPARE(stage.document.history()->count(), 1);
    QCOMPARE(model->rowCount(), 4);
}

void tst_MembersTable::foreignDropsAreRefused()
{
    Stage stage(teamOf(u"ab"_s));
    QAbstractItemModel *model = stage.table->model();
    QMimeData data;
    data.setText(u"anything"_s);
    QVERIFY(!model->canDropMimeData(&data, Qt::MoveAction, 0, 0, {}));
    const QString type = model->mimeTypes().constFirst();
    for (const QByteArray &bytes :
        { QByteArray(), QByteArray("{"), QByteArray("\xff\xfe"), QByteArray(5000, '['),
            QByteArray("{\"renum_members\":1,\"agents\":[{\"agent_id\":\"stranger\"}]}") }) {
        data.setData(type, bytes);
        QVERIFY(!model->canDropMimeData(&data, Qt::MoveAction, 0, 0, {}));
        QVERIFY(!model->dropMimeData(&data, Qt::MoveAction, 0, 0, {}));
    }
    QCOMPARE(stage.document.history()->count(), 0);
}

void tst_MembersTable::doubleClickLeadsToTheField()
{
    Stage stage(teamOf(u"ab"_s));
    const QSignalSpy asked(&stage.view, &MembersTable::fieldRequested);
    const auto doubleClick = [&](int column) {
        const QModelIndex index = stage.cell(1, column);
        const QPoint at = stage.table->visualRect(index).center();
        QTest::mouseClick(stage.table->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(stage.table->viewport(), Qt::LeftButton, {}, at);
    };
    doubleClick(MembersModel::InputColumn);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.last().at(1).toString(), u"/workflow_definition/agents/1/input"_s);
    doubleClick(MembersModel::ConditionsColumn);
    QCOMPARE(asked.last().at(1).toString(), u"/workflow_definition/agents/1/conditions"_s);
    doubleClick(MembersModel::NameColumn);
    QCOMPARE(asked.count(), 2);
}

void tst_MembersTable::everythingCanBeTakenBack()
{
    Stage stage(teamOf(u"abc"_s));
    const QByteArray before = jsonOf(stage.document);
    QAbstractItemModel *model = stage.table->model();
    QVERIFY(model->setData(stage.cell(0, MembersModel::NameColumn), u"New"_s));
    QVERIFY(model->setData(stage.cell(1, MembersModel::RoleColumn), u"leader"_s));
    QVERIFY(model->setData(stage.cell(2, MembersModel::OrderColumn), 1));
    stage.selection.select(idOf("a"));
    QTest::keyClick(stage.table, Qt::Key_Delete);
    const QByteArray after = jsonOf(stage.document);
    while (stage.document.history()->canUndo())
        stage.document.history()->undo();
    QCOMPARE(jsonOf(stage.document), before);
    while (stage.document.history()->canRedo())
        stage.document.history()->redo();
    QCOMPARE(jsonOf(stage.document), after);
}

void tst_MembersTable::selectedMembersStaySelectedWhenTheyMove()
{
    Stage stage(teamOf(u"abc"_s));
    stage.selection.select(idOf("c"));
    stage.document.edit(u"Move"_s, withMemberAt(stage.document.draft(), idOf("c"), 0));
    QCOMPARE(stage.table->selectionModel()->selectedRows().value(0).row(), 0);
    QCOMPARE(stage.selection.single(), idOf("c"));
    // A member that is selected where it is made shows here as well.
    stage.document.edit(u"Add"_s, teamOf(u"abcd"_s));
    stage.selection.select(idOf("d"));
    QCOMPARE(stage.table->selectionModel()->selectedRows().value(0).row(), 3);
}

void tst_MembersTable::looks_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
}

void tst_MembersTable::looks()
{
    QFETCH(const Theme::Mode, mode);
    Stage stage(branchingTeam(), mode);
    stage.selection.select(idOf("s"));
    const QImage picture = stage.view.grab().toImage();
    QVERIFY(!picture.isNull());
    const QRect selected = stage.table->visualRect(stage.cell(1, 0));
    const QPoint corner
        = stage.table->viewport()->mapTo(&stage.view, selected.topRight() - QPoint(2, -2));
    QCOMPARE(
        picture.pixelColor(corner).name(), stage.theme.color(ColorToken::AccentBackground).name());
    keepPicture(&stage.view, u"members-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_MAIN(tst_MembersTable)
#include "tst_members_table.moc"
