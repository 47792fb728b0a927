// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/draft_journal.h"
#include "tests/ui/no_connection_change.h"
#include "tests/ui/page_test.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/builder_page.h"
#include "ui/run/run_dialog.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/workbench.h"
#include "ui/teams/teams_page.h"

#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// Feature TB-14: from the empty window to a running team, by what a person does with mouse and
/// keyboard. Each click, and each text that is typed, counts as one action.
class tst_FirstTeam : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void fromATemplate();
    void fromNothing();

private:
    static constexpr int MostActions = 10;

    template<typename T>
    T *shown(const QString &name, const QWidget *in = nullptr) const
    {
        return visibleChild<T>(in ? in : m_bench->window(), name);
    }
    void click(QWidget *widget);
    void doubleClickRow(QListView *list, const QString &text);
    void type(QWidget *widget, const QString &text);
    void runWithPrompt();

    QTemporaryDir m_dir;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<DraftJournal> m_journal;
    NoConnectionChange m_connection;
    std::unique_ptr<Workbench> m_bench;
    int m_actions = 0;
};

void tst_FirstTeam::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_language = std::make_unique<Language>();
    m_language->apply(Language::Choice::English);
    QFile::remove(m_dir.filePath(u"renum.ini"_s));
    m_settings = std::make_unique<AppSettings>(m_dir.filePath(u"renum.ini"_s));
    m_workspace = std::make_unique<FakeWorkspace>();
    m_workspace->agentList = sample::agents();
    m_workspace->storedTemplates = sample::templates();
    m_journal = std::make_unique<DraftJournal>(m_dir.filePath(u"drafts"_s));
    const SettingsParts parts { m_workspace.get(), &m_connection, m_theme.get(), m_language.get(),
        m_settings.get() };
    m_bench = std::make_unique<Workbench>(parts, m_journal.get());
    m_bench->window()->restore();
    m_bench->window()->show();
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window()));
    m_actions = 0;
}

void tst_FirstTeam::cleanup()
{
    m_bench.reset();
    m_journal.reset();
    m_workspace.reset();
    m_settings.reset();
    m_language.reset();
    m_theme.reset();
}

void tst_FirstTeam::click(QWidget *widget)
{
    QVERIFY(widget);
    QVERIFY(widget->isEnabled());
    QTest::mouseClick(widget, Qt::LeftButton);
    ++m_actions;
}

void tst_FirstTeam::doubleClickRow(QListView *list, const QString &text)
{
    QVERIFY(list);
    const QModelIndexList found = list->model()->match(
        list->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly);
    QVERIFY2(!found.isEmpty(), qPrintable(text));
    list->scrollTo(found.first());
    const QPoint middle = list->visualRect(found.first()).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, middle);
    ++m_actions;
}

void tst_FirstTeam::type(QWidget *widget, const QString &text)
{
    QVERIFY(widget);
    QTest::keyClicks(widget, text);
    ++m_actions;
}

void tst_FirstTeam::runWithPrompt()
{
    QTRY_VERIFY(openDialog<RunDialog>());
    auto *dialog = openDialog<RunDialog>();
    type(dialog->findChild<QPlainTextEdit *>(), u"Electric bicycles in Brazil"_s);
    auto *run = dialog->findChild<QPushButton *>(u"runButton"_s);
    QTRY_VERIFY(run->isEnabled());
    click(run);
    QTRY_COMPARE(m_workspace->requests().size(), 1);
    QTRY_COMPARE(m_bench->window()->currentPageId(), u"monitor"_s);
}

void tst_FirstTeam::fromATemplate()
{
    QTRY_VERIFY(shown<QPushButton>(u"use-market-analysis"_s));
    click(shown<QPushButton>(u"use-market-analysis"_s));
    QTRY_COMPARE(m_workspace->storedTeams.size(), 1);
    QTRY_VERIFY(shown<QPushButton>(u"runTeam"_s)->isEnabled());
    click(shown<QPushButton>(u"runTeam"_s));
    runWithPrompt();
    QVERIFY2(m_actions <= MostActions, qPrintable(QString::number(m_actions)));
}

void tst_FirstTeam::fromNothing()
{
    click(shown<QPushButton>(u"newTeam"_s));
    QTRY_COMPARE(m_bench->window()->currentPageId(), u"builder"_s);
    QTRY_VERIFY(shown<QListView>(u"palette"_s));
    auto *palette = shown<QListView>(u"palette"_s);
    QTRY_VERIFY(palette->model()->rowCount() > 5);
    for (const QString &name : { u"Researcher"_s, u"Analyst"_s, u"Reporter"_s })
        doubleClickRow(palette, name);
    const WorkflowDefinition &workflow = m_bench->builder()->document()->workflow();
    QCOMPARE(workflow.agents.size(), std::size_t(3));
    QVERIFY(m_bench->builder()->document()->validation().valid());
    QTRY_VERIFY(shown<QPushButton>(u"runTeamButton"_s)->isEnabled());
    click(shown<QPushButton>(u"runTeamButton"_s));
    runWithPrompt();
    QVERIFY2(m_actions <= MostActions, qPrintable(QString::number(m_actions)));
    // The three work one after the other.
    const WorkflowDefinition &stored = m_workspace->storedTeams.first().workflow;
    QVERIFY(stored.type == WorkflowType::Sequential);
    QCOMPARE(stored.agents[2].displayName(), u"Reporter"_s);
}

QTEST_MAIN(tst_FirstTeam)
#include "tst_first_team.moc"
