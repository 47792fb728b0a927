// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_test.h"
#include "ui/teams/team_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;
using State = TeamListModel::State;

class tst_TeamListModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void showsTheFirstPage();
    void readsFurtherPagesOnDemand();
    void announcesEveryDifference();
    void searchAsksTheWorkspace();
    void lateAnswersOfAnOldSearchAreDropped();
    void failureIsAStateAndCanBeRepeated();
    void rowsTellEverything();
    void survivesItsDestruction();

private:
    void feed(int count);

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<TeamListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_TeamListModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_workspace = std::make_unique<FakeWorkspace>();
    m_model = std::make_unique<TeamListModel>(m_workspace.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void tst_TeamListModel::feed(int count)
{
    for (int i = 1; i <= count; ++i)
        m_workspace->storedTeams.prepend(sample::team(i));
}

void tst_TeamListModel::showsTheFirstPage()
{
    feed(3);
    QCOMPARE(m_model->state(), State::Loading);
    m_model->reload();
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->index(0).data().toString(), u"Team 3"_s);
    QVERIFY(!m_model->canFetchMore({}));
}

void tst_TeamListModel::readsFurtherPagesOnDemand()
{
    m_tester.reset(); // it asks for every page by itself
    feed(60);
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 25);
    m_model->fetchMore({});
    m_model->fetchMore({}); // the second one is on its way already
    QTRY_COMPARE(m_model->rowCount(), 50);
    QCOMPARE(m_workspace->calls(Call::Teams), 2);
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 60);
    QVERIFY(!m_model->canFetchMore({}));
    // Reading anew keeps what was scrolled to.
    m_model->reload();
    QTRY_COMPARE(m_workspace->calls(Call::Teams), 4);
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), 60);
}

void tst_TeamListModel::announcesEveryDifference()
{
    feed(5);
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 5);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_workspace->storedTeams.removeAt(3); // Team 2
    m_workspace->storedTeams[1].name = u"Renamed"_s; // Team 4
    m_workspace->storedTeams.prepend(sample::team(6));
    m_workspace->storedTeams.move(4, 1); // Team 1, behind the new one
    m_model->reload();
    QTRY_COMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names.append(m_model->index(row).data().toString());
    QCOMPARE(
        names, QStringList({ u"Team 6"_s, u"Team 1"_s, u"Team 5"_s, u"Renamed"_s, u"Team 3"_s }));
}

void tst_TeamListModel::searchAsksTheWorkspace()
{
    feed(12);
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 12);
    m_model->setSearch(u"market number 7"_s);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_workspace->teamQueries().last().search, u"market number 7"_s);
    const int calls = m_workspace->calls(Call::Teams);
    m_model->setSearch(u"market number 7"_s);
    QCOMPARE(m_workspace->calls(Call::Teams), calls);
    m_model->setSearch({});
    QTRY_COMPARE(m_model->rowCount(), 12);
}

void tst_TeamListModel::lateAnswersOfAnOldSearchAreDropped()
{
    feed(12);
    m_workspace->hold(Call::Teams);
    m_model->setSearch(u"Team 1"_s);
    m_model->setSearch(u"Team 12"_s);
    m_workspace->release(Call::Teams);
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->index(0).data().toString(), u"Team 12"_s);
}

void tst_TeamListModel::failureIsAStateAndCanBeRepeated()
{
    feed(2);
    m_workspace->failNext(Call::Teams, failure(code::StoreBusy));
    m_model->reload();
    QTRY_COMPARE(m_model->state(), State::Failed);
    QCOMPARE(m_model->error().code, u"store_busy"_s);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->reload();
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), 2);
    // A failure later does not take away what is there.
    m_workspace->failNext(Call::Teams, failure(code::StoreBusy));
    m_model->reload();
    QTRY_COMPARE(m_model->state(), State::Failed);
    QCOMPARE(m_model->rowCount(), 2);
}

void tst_TeamListModel::rowsTellEverything()
{
    feed(1);
    m_workspace->storedTeams[0].isActive = false;
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 1);
    const QModelIndex row = m_model->index(0);
    const Team &team = m_workspace->storedTeams.first();
    QCOMPARE(row.data(TeamListModel::IdRole).toString(), team.id.toString());
    QCOMPARE(row.data(TeamListModel::TypeRole).toInt(), int(WorkflowType::Sequential));
    QCOMPARE(row.data(TeamListModel::AgentCountRole).toInt(), 3);
    QCOMPARE(row.data(TeamListModel::AgentNamesRole).toStringList(),
        QStringList({ u"Researcher"_s, u"Analyst"_s, u"Reporter"_s }));
    QCOMPARE(row.data(TeamListModel::DescriptionRole).toString(), team.description);
    QCOMPARE(row.data(Qt::AccessibleDescriptionRole).toString(), team.description);
    QCOMPARE(row.data(TeamListModel::UpdatedRole).toLongLong(), toMicroseconds(team.updatedAt));
    QCOMPARE(row.data(TeamListModel::ActiveRole).toBool(), false);
    QVERIFY(!row.data(Qt::DecorationRole).isValid());
    QCOMPARE(m_model->team(row)->id, team.id);
    QVERIFY(!m_model->team({}));
    QCOMPARE(m_model->indexOf(team.id), row);
    QVERIFY(!m_model->indexOf(TeamId(u"other"_s)).isValid());
}

void tst_TeamListModel::survivesItsDestruction()
{
    feed(2);
    m_workspace->hold(Call::Teams);
    m_model->reload();
    m_tester.reset();
    m_model.reset();
    m_workspace->release(Call::Teams);
    QCoreApplication::processEvents();
    QCOMPARE(m_workspace->calls(Call::Teams), 1);
}

QTEST_MAIN(tst_TeamListModel)
#include "tst_team_list_model.moc"
