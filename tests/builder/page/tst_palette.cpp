// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_clipboard.h"
#include "core/workflow/editing/member_edits.h"
#include "tests/ui/page_test.h"
#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/member_mime.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/palette/add_popup.h"
#include "ui/builder/palette/palette_model.h"
#include "ui/builder/palette/palette_panel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

class tst_Palette : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsAgentsStepsAndTeams();
    void theTeamItselfIsNoStepOfItself();
    void searchLooksAtModelsAndTools();
    void whoIsInTheTeamCannotBeAddedAgain();
    void aRowIsDraggedAsAMember();
    void enterAddsTheFirstFound();
    void doubleClickAdds();
    void clickOnAMemberShowsIt();
    void failureCanBeTriedAgain();
    void anEmptySearchOffersAll();
    void popupAddsByKeyboard();
    void popupClosesWithEscape();

private:
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QModelIndex row(const QString &title) const;
    void readAgents();

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<AgentCatalog> m_catalog;
    std::unique_ptr<TeamDocument> m_document;
    std::unique_ptr<MemberSelection> m_selection;
    std::unique_ptr<PaletteModel> m_model;
    std::unique_ptr<PalettePanel> m_panel;
};

void tst_Palette::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_workspace = std::make_unique<FakeWorkspace>();
    m_workspace->agentList = sample::agents();
    m_workspace->storedTeams = { sample::team(2), sample::team(1) };
    m_catalog = std::make_unique<AgentCatalog>(m_workspace.get());
    m_document = std::make_unique<TeamDocument>(TeamDraft());
    m_selection = std::make_unique<MemberSelection>(m_document.get());
    m_model = std::make_unique<PaletteModel>(m_workspace.get(), m_catalog.get(), m_document.get());
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    const PalettePanel::Parts parts { m_workspace.get(), m_catalog.get(), m_document.get(),
        m_selection.get(), m_theme.get() };
    m_panel = std::make_unique<PalettePanel>(parts);
    m_panel->resize(260, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void tst_Palette::cleanup()
{
    m_panel.reset();
    m_model.reset();
    m_selection.reset();
    m_document.reset();
    m_catalog.reset();
    m_workspace.reset();
    m_theme.reset();
}

QStringList tst_Palette::titles() const
{
    QStringList list;
    for (int i = 0; i < m_model->rowCount(); ++i)
        list.append(m_model->index(i).data().toString());
    return list;
}

QModelIndex tst_Palette::row(const QString &title) const
{
    return m_model->index(static_cast<int>(titles().indexOf(title)));
}

void tst_Palette::readAgents()
{
    m_catalog->reload();
    QTRY_VERIFY(m_catalog->state() == AgentCatalog::State::Ready);
    QTRY_VERIFY(titles().contains(sample::team(1).name));
}

void tst_Palette::listsAgentsStepsAndTeams()
{
    readAgents();
    const QStringList list = titles();
    QCOMPARE(list.first(), u"Agents"_s);
    QVERIFY(list.indexOf(u"Researcher"_s) < list.indexOf(u"Steps"_s));
    QVERIFY(list.indexOf(u"Approval"_s) < list.indexOf(u"Teams as a step"_s));
    const std::optional<WorkflowAgent> approval = m_model->memberOf(row(u"Approval"_s));
    QVERIFY(approval && approval->kind == MemberKind::Approval);
    const std::optional<WorkflowAgent> team = m_model->memberOf(row(sample::team(1).name));
    QVERIFY(team && team->kind == MemberKind::Team);
    QCOMPARE(team->teamId, sample::team(1).id);
    QVERIFY(!m_model->memberOf(m_model->index(0)));
    QVERIFY(!m_model->memberOf({}));
}

void tst_Palette::theTeamItselfIsNoStepOfItself()
{
    TeamDocument stored(sample::team(1));
    const PaletteModel model(m_workspace.get(), m_catalog.get(), &stored);
    QTRY_VERIFY(model.rowCount() > 3);
    for (int i = 0; i < model.rowCount(); ++i) {
        const std::optional<WorkflowAgent> member = model.memberOf(model.index(i));
        QVERIFY(!member || member->teamId != sample::team(1).id);
    }
}

void tst_Palette::searchLooksAtModelsAndTools()
{
    m_workspace->agentList[0].tools = { u"sparrow_tool"_s };
    readAgents();
    m_model->setSearch(u"SPARROW"_s);
    QCOMPARE(titles(), (QStringList { u"Agents"_s, m_workspace->agentList[0].name }));
    m_model->setSearch(u"nothing like it"_s);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setSearch({});
    QVERIFY(m_model->rowCount() > 5);
}

void tst_Palette::whoIsInTheTeamCannotBeAddedAgain()
{
    readAgents();
    const QModelIndex first = m_model->firstAddable();
    const std::optional<WorkflowAgent> member = m_model->memberOf(first);
    QVERIFY(member);
    m_document->edit(u"Add"_s, withMember(m_document->draft(), *member));
    QVERIFY(!m_model->memberOf(first));
    QCOMPARE(m_model->usedMember(first), member->agentId);
    QVERIFY(first.data(PaletteModel::UsedRole).toBool());
    QVERIFY(!m_model->flags(first).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(m_model->firstAddable() != first);
    // An approval can be there as often as one likes, each with an id of its own.
    const std::optional<WorkflowAgent> approval = m_model->memberOf(row(u"Approval"_s));
    m_document->edit(u"Add"_s, withMember(m_document->draft(), *approval));
    QVERIFY(m_model->memberOf(row(u"Approval"_s))->agentId != approval->agentId);
}

void tst_Palette::aRowIsDraggedAsAMember()
{
    readAgents();
    const std::unique_ptr<QMimeData> data(m_model->mimeData({ m_model->firstAddable() }));
    QVERIFY(data);
    const Result<std::vector<WorkflowAgent>> members = readCopiedMembers(membersText(data.get()));
    QVERIFY(members);
    QCOMPARE(members->size(), std::size_t(1));
    QCOMPARE(members->front().agentId, m_workspace->agentList[0].id);
    QVERIFY(!m_model->mimeData({ m_model->index(0) }));
}

void tst_Palette::enterAddsTheFirstFound()
{
    readAgents();
    const QSignalSpy added(m_panel.get(), &PalettePanel::addRequested);
    auto *search = visibleChild<QLineEdit>(m_panel.get(), u"paletteSearch"_s);
    m_panel->focusSearch();
    QTest::keyClicks(search, u"Analyst"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(added.count(), 1);
    QCOMPARE(added.first().first().value<WorkflowAgent>().displayName(), u"Analyst"_s);
}

void tst_Palette::doubleClickAdds()
{
    readAgents();
    const QSignalSpy added(m_panel.get(), &PalettePanel::addRequested);
    auto *list = visibleChild<QListView>(m_panel.get(), u"palette"_s);
    QVERIFY(list);
    const QPoint middle = list->visualRect(list->model()->index(1, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, middle);
    QCOMPARE(added.count(), 1);
}

void tst_Palette::clickOnAMemberShowsIt()
{
    readAgents();
    const WorkflowAgent member = *m_model->memberOf(m_model->firstAddable());
    m_document->edit(u"Add"_s, withMember(m_document->draft(), member));
    auto *list = visibleChild<QListView>(m_panel.get(), u"palette"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
        list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(m_selection->single(), member.agentId);
}

void tst_Palette::failureCanBeTriedAgain()
{
    m_workspace->failNext(Call::Agents, failure(code::NotConnected));
    m_catalog->reload();
    QTRY_VERIFY(visibleChild<QPushButton>(m_panel.get(), u"readAgentsAgain"_s));
    // What needs no service is there all the same.
    QVERIFY(titles().contains(u"Approval"_s));
    QTest::mouseClick(
        visibleChild<QPushButton>(m_panel.get(), u"readAgentsAgain"_s), Qt::LeftButton);
    QTRY_VERIFY(titles().contains(u"Researcher"_s));
    QVERIFY(!visibleChild<QPushButton>(m_panel.get(), u"readAgentsAgain"_s));
}

void tst_Palette::anEmptySearchOffersAll()
{
    readAgents();
    auto *search = visibleChild<QLineEdit>(m_panel.get(), u"paletteSearch"_s);
    QTest::keyClicks(search, u"zzz"_s);
    QVERIFY(!visibleChild<QListView>(m_panel.get(), u"palette"_s));
    QPushButton *all = nullptr;
    const auto buttons = m_panel->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == u"Show all"_s)
            all = button;
    }
    QVERIFY(all);
    QTest::mouseClick(all, Qt::LeftButton);
    QVERIFY(search->text().isEmpty());
    QVERIFY(visibleChild<QListView>(m_panel.get(), u"palette"_s));
}

void tst_Palette::popupAddsByKeyboard()
{
    readAgents();
    auto *popup = new AddPopup(
        m_workspace.get(), m_catalog.get(), m_document.get(), m_theme.get(), m_panel.get());
    const QSignalSpy chosen(popup, &AddPopup::chosen);
    const QPointer<AddPopup> alive(popup);
    popup->open(QPoint(10, 10));
    auto *search = visibleChild<QLineEdit>(popup, u"popupSearch"_s);
    auto *list = visibleChild<QListView>(popup, u"popupList"_s);
    const QString first = list->currentIndex().data().toString();
    QTest::keyClick(search, Qt::Key_Down);
    const QString second = list->currentIndex().data().toString();
    QVERIFY(first != second);
    QTest::keyClick(search, Qt::Key_Up);
    QTest::keyClick(search, Qt::Key_Up); // above the first there is only its section
    QCOMPARE(list->currentIndex().data().toString(), first);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<WorkflowAgent>().displayName(), first);
    QTRY_VERIFY(!alive);
}

void tst_Palette::popupClosesWithEscape()
{
    const QPointer<AddPopup> popup = new AddPopup(
        m_workspace.get(), m_catalog.get(), m_document.get(), m_theme.get(), m_panel.get());
    const QSignalSpy chosen(popup, &AddPopup::chosen);
    popup->open(QPoint(10, 10));
    QTest::keyClick(visibleChild<QLineEdit>(popup, u"popupSearch"_s), Qt::Key_Escape);
    QTRY_VERIFY(!popup);
    QCOMPARE(chosen.count(), 0);
}

QTEST_MAIN(tst_Palette)
#include "tst_palette.moc"
