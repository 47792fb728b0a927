// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/draft_journal.h"
#include "tests/ui/fake_team_archive.h"
#include "tests/ui/page_test.h"
#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/agent_mapping_dialog.h"
#include "ui/builder/page/builder_page.h"
#include "ui/builder/page/team_files.h"
#include "ui/builder/versions/versions_view.h"
#include "ui/teams/save_template_dialog.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// How the page leads to versions, templates and replacements for agents.
class tst_BuilderArchive : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void versionsTakeThePlaceOfTheCanvas();
    void whatIsRestoredCanBeUndone();
    void aTeamBecomesATemplate();
    void missingAgentsAreSaidOnce();
    void importingAsksAtOnce();

private:
    void trigger(const QString &command)
    {
        QAction *action = m_page->findChild<QAction *>(command);
        QVERIFY(action && action->isEnabled());
        action->trigger();
    }
    [[nodiscard]] bool showsVersions() const
    {
        const auto *view = m_page->findChild<VersionsView *>();
        return view && view->isVisible();
    }
    [[nodiscard]] bool showsCanvas() const
    {
        return visibleChild<TeamCanvas>(m_window.get(), u"teamCanvas"_s) != nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<DraftJournal> m_journal;
    std::unique_ptr<QWidget> m_window;
    BuilderPage *m_page = nullptr;
    QList<Toast> m_toasts;
};

void tst_BuilderArchive::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_workspace = std::make_unique<FakeWorkspace>();
    Team team = sample::team(1);
    m_workspace->storedTeams = { team };
    TeamDraft first = team.draft();
    first.name = u"As it was"_s;
    m_workspace->fakeTeamArchive()->storedVersions[team.id]
        = { { 2, team.updatedAt, {}, team.draft() }, { 1, team.createdAt, {}, first } };
    m_journal = std::make_unique<DraftJournal>(m_dir->filePath(u"drafts"_s));
    m_toasts.clear();
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_page = new BuilderPage({ m_workspace.get(), m_journal.get(), m_theme.get() }, m_window.get());
    connect(m_page, &BuilderPage::toastRequested, this,
        [this](const Toast &toast) { m_toasts.append(toast); });
    layout->addWidget(m_page->headerWidget());
    layout->addWidget(m_page, 1);
    m_window->resize(1400, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_BuilderArchive::cleanup()
{
    m_window.reset();
    m_journal.reset();
    m_workspace.reset();
}

void tst_BuilderArchive::versionsTakeThePlaceOfTheCanvas()
{
    m_page->openTeam(m_workspace->storedTeams.first());
    QVERIFY(showsCanvas());
    trigger(u"showVersions"_s);
    QVERIFY(showsVersions());
    QVERIFY(!showsCanvas());
    QTRY_VERIFY(visibleChild<QListView>(m_window.get(), u"versionList"_s));
    QTest::keyClick(visibleChild<QListView>(m_window.get(), u"versionList"_s), Qt::Key_Escape);
    QVERIFY(showsCanvas());
    // The plan is below the canvas.
    trigger(u"showVersions"_s);
    trigger(u"previewPlan"_s);
    QVERIFY(showsCanvas());
}

void tst_BuilderArchive::whatIsRestoredCanBeUndone()
{
    m_page->openTeam(m_workspace->storedTeams.first());
    const QString name = m_page->document()->draft().name;
    trigger(u"showVersions"_s);
    QTRY_VERIFY(visibleChild<QListView>(m_window.get(), u"versionList"_s));
    auto *list = visibleChild<QListView>(m_window.get(), u"versionList"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    auto *restore = visibleChild<QPushButton>(m_window.get(), u"restoreVersion"_s);
    QTRY_VERIFY(restore->isEnabled());
    m_toasts.clear();
    restore->click();
    QVERIFY(showsCanvas());
    QCOMPARE(m_page->document()->draft().name, u"As it was"_s);
    QCOMPARE(m_toasts.size(), 1);
    m_toasts[0].action();
    QCOMPARE(m_page->document()->draft().name, name);
    m_toasts[0].action(); // the step is undone already
    QCOMPARE(m_page->document()->draft().name, name);
}

void tst_BuilderArchive::aTeamBecomesATemplate()
{
    m_page->openTeam(m_workspace->storedTeams.first());
    trigger(u"saveAsTemplate"_s);
    auto *dialog = openDialog<SaveTemplateDialog>();
    QVERIFY(dialog);
    dialog->accept();
    QTRY_COMPARE(m_workspace->fakeTeamArchive()->savedTemplates.size(), 1);
}

void tst_BuilderArchive::missingAgentsAreSaidOnce()
{
    m_workspace->agentList = {};
    m_page->openTeam(m_workspace->storedTeams.first());
    m_page->activated();
    QTRY_COMPARE(m_toasts.size(), 1);
    QVERIFY(!openDialog<AgentMappingDialog>());
    m_toasts[0].action();
    auto *dialog = openDialog<AgentMappingDialog>();
    QVERIFY(dialog);
    dialog->reject();
    QVERIFY(m_page->findChild<QAction *>(u"replaceMissing"_s)->isEnabled());
}

void tst_BuilderArchive::importingAsksAtOnce()
{
    m_page->activated();
    QCoreApplication::processEvents();
    TeamReading reading;
    reading.draft = m_workspace->storedTeams.first().draft();
    for (WorkflowAgent &member : reading.draft.workflow.agents)
        member.agentId = AgentId(u"elsewhere-"_s + member.name);
    emit m_page->findChild<TeamFiles *>()->wasRead(reading);
    QTRY_VERIFY(openDialog<AgentMappingDialog>());
    openDialog<AgentMappingDialog>()->reject();
}

QTEST_MAIN(tst_BuilderArchive)
#include "tst_builder_archive.moc"
