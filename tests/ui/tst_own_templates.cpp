// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_team_archive.h"
#include "tests/ui/page_test.h"
#include "ui/shell/toast.h"
#include "ui/teams/save_template_dialog.h"
#include "ui/teams/teams_page.h"
#include "ui/teams/template_keeper.h"
#include "ui/teams/template_rows.h"
#include "ui/teams/template_shelf_view.h"
#include "ui/text/language.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

/// Templates of one's own (features TP-02, TP-04).
class tst_OwnTemplates : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutAnyItSaysWhereTheyComeFrom();
    void areListedWithWhoMadeThem();
    void oneBecomesATeam();
    void brokenOnesCannotBeUsed();
    void areRenamed();
    void deletingCanBeUndone();
    void foldersComeAndGo();
    void aFolderThatIsGoneIsSaid();
    void failuresAreTold();
    void aTeamIsSaved();
    void secretsAreSaid();
    void aNameIsNeeded();
    void languageChangesWhileRunning();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return visibleChild<T>(m_window.get(), name);
    }
    void open();
    [[nodiscard]] QTreeView *tree() const { return child<QTreeView>(u"templatesTree"_s); }
    [[nodiscard]] QStringList names() const
    {
        QStringList list;
        for (int i = 0; tree() && i < tree()->model()->rowCount(); ++i)
            list.append(tree()->model()->index(i, 0).data().toString());
        return list;
    }
    void choose(int row, int inside = -1)
    {
        const QModelIndex top = tree()->model()->index(row, 0);
        tree()->setCurrentIndex(inside < 0 ? top : tree()->model()->index(inside, 0, top));
    }
    void press(const QString &button)
    {
        QTRY_VERIFY(child<QPushButton>(button));
        QVERIFY(child<QPushButton>(button)->isEnabled());
        QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton);
    }
    [[nodiscard]] FakeTeamArchive &archive() const { return *m_workspace->fakeTeamArchive(); }
    static TemplateEntry entry(const QString &name, const QString &author)
    {
        TemplateEntry result;
        result.content = sample::templates().first();
        result.content.id = TemplateId(u"own:"_s + name);
        result.content.name = name;
        result.author = author;
        result.config.stepTimeoutSeconds = 42;
        return result;
    }
    static TemplateEntry broken(const QString &folder)
    {
        TemplateEntry result;
        result.source = TemplateEntry::Source::Folder;
        result.content.id = TemplateId(u"file:"_s + folder + u"/x.json"_s);
        result.content.name = u"x.json"_s;
        result.path = folder + u"/x.json"_s;
        result.error
            = Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::TemplateInvalid),
                  u"English."_s, { { u"reason"_s, u"The team has no agents."_s } } };
        return result;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    TeamsPage *m_page = nullptr;
    QList<Toast> m_toasts;
};

void tst_OwnTemplates::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_language = std::make_unique<Language>();
    m_language->apply(Language::Choice::English);
    m_workspace = std::make_unique<FakeWorkspace>();
    m_toasts.clear();
}

void tst_OwnTemplates::cleanup()
{
    m_window.reset();
    m_workspace.reset();
}

void tst_OwnTemplates::open()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_page = new TeamsPage(m_workspace.get(), m_theme.get());
    connect(m_page, &renum::ui::Page::toastRequested, this,
        [this](const Toast &toast) { m_toasts.append(toast); });
    layout->addWidget(m_page);
    m_window->resize(1200, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_page->activated();
    QTRY_VERIFY(archive().calls > 0);
}

void tst_OwnTemplates::withoutAnyItSaysWhereTheyComeFrom()
{
    open();
    QTRY_VERIFY(child<QLabel>(u"templatesHint"_s));
    QVERIFY(child<QLabel>(u"templatesHint"_s)->text().startsWith(u"None yet."_s));
    QVERIFY(!tree());
    QVERIFY(!child<QPushButton>(u"useOwnTemplate"_s));
    QVERIFY(child<QPushButton>(u"addTemplateFolder"_s));
}

void tst_OwnTemplates::areListedWithWhoMadeThem()
{
    archive().shelf.entries = { entry(u"Mine"_s, {}), entry(u"Hers"_s, u"Ana"_s) };
    open();
    QTRY_COMPARE(names(), QStringList({ u"Mine"_s, u"Hers"_s }));
    const auto author = [this](int row) {
        return tree()->model()->index(row, TemplateRow::AuthorColumn).data().toString();
    };
    QCOMPARE(author(0), u"You"_s);
    QCOMPARE(author(1), u"Ana"_s);
    QVERIFY(!child<QLabel>(u"templatesHint"_s));
}

void tst_OwnTemplates::oneBecomesATeam()
{
    archive().shelf.entries = { entry(u"Mine"_s, {}) };
    open();
    QTRY_COMPARE(names().size(), 1);
    QSignalSpy created(m_page, &TeamsPage::teamCreated);
    press(u"useOwnTemplate"_s);
    QTRY_COMPARE(created.size(), 1);
    QCOMPARE(m_workspace->calls(Call::CreateTeam), 1);
    QCOMPARE(m_workspace->calls(Call::InstantiateTemplate), 0);
    const Team &team = m_workspace->storedTeams.first();
    QCOMPARE(team.name, u"Mine"_s);
    QVERIFY(!team.workflow.agents.front().agentId.toString().startsWith(u"slot:"_s));
}

void tst_OwnTemplates::brokenOnesCannotBeUsed()
{
    archive().shelf.folders = { { u"/shared"_s, {} } };
    archive().shelf.entries = { broken(u"/shared"_s) };
    open();
    QTRY_COMPARE(names().size(), 1);
    choose(0, 0);
    QVERIFY(!child<QPushButton>(u"useOwnTemplate"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"renameOwnTemplate"_s));
    QCOMPARE(tree()->currentIndex().siblingAtColumn(TemplateRow::TypeColumn).data().toString(),
        u"Cannot be used"_s);
    QCOMPARE(tree()->currentIndex().siblingAtColumn(TemplateRow::NoteColumn).data().toString(),
        u"The team has no agents."_s);
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Return);
    QCOMPARE(m_workspace->calls(Call::Agents), 0);
}

void tst_OwnTemplates::areRenamed()
{
    archive().shelf.entries = { entry(u"Mine"_s, {}) };
    open();
    QTRY_COMPARE(names().size(), 1);
    tree()->setFocus();
    QTRY_VERIFY(tree()->hasFocus());
    QTest::keyClick(tree(), Qt::Key_F2);
    auto *dialog = openDialog<QInputDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), u"Mine"_s);
    dialog->setTextValue(u"  Better   name "_s);
    dialog->accept();
    QTRY_COMPARE(names(), QStringList { u"Better name"_s });
}

void tst_OwnTemplates::deletingCanBeUndone()
{
    archive().shelf.entries = { entry(u"Mine"_s, {}) };
    open();
    QTRY_COMPARE(names().size(), 1);
    press(u"removeOwnTemplate"_s);
    QTRY_COMPARE(m_toasts.size(), 1);
    QTRY_VERIFY(!tree());
    QCOMPARE(m_toasts[0].actionText, u"Undo"_s);
    m_toasts[0].action();
    QTRY_COMPARE(names(), QStringList { u"Mine"_s });
}

void tst_OwnTemplates::foldersComeAndGo()
{
    open();
    press(u"addTemplateFolder"_s);
    auto *dialog = openDialog<QFileDialog>();
    QVERIFY(dialog);
    emit dialog->fileSelected(u"/shared"_s);
    dialog->close();
    QTRY_COMPARE(names().size(), 1);
    QVERIFY(!child<QPushButton>(u"useOwnTemplate"_s)->isEnabled());
    press(u"removeOwnTemplate"_s);
    QTRY_VERIFY(archive().shelf.folders.isEmpty());
    QTRY_VERIFY(!tree());
}

void tst_OwnTemplates::aFolderThatIsGoneIsSaid()
{
    const Error gone { ErrorCategory::InvalidInput, QString::fromLatin1(code::FileUnreadable),
        u"English."_s, { { u"file"_s, u"/shared"_s } } };
    archive().shelf.folders = { { u"/shared"_s, gone } };
    open();
    QTRY_COMPARE(names().size(), 1);
    QVERIFY(tree()
                ->model()
                ->index(0, TemplateRow::NoteColumn)
                .data()
                .toString()
                .contains(u"/shared could not be read"_s));
}

void tst_OwnTemplates::failuresAreTold()
{
    archive().shelf.entries = { entry(u"Mine"_s, {}) };
    open();
    QTRY_COMPARE(names().size(), 1);
    archive().failure = failure(code::StoreReadOnly);
    press(u"removeOwnTemplate"_s);
    QTRY_COMPARE(m_toasts.size(), 1);
    QVERIFY(m_toasts[0].isError);
    emit archive().templatesChanged();
    QTRY_VERIFY(child<QLabel>(u"templatesHint"_s));
    QCOMPARE(names().size(), 1); // what was read stays
}

void tst_OwnTemplates::aTeamIsSaved()
{
    QWidget window;
    TemplateKeeper keeper(m_workspace.get(), &window);
    QSignalSpy told(&keeper, &TemplateKeeper::toastRequested);
    keeper.askAndSave(sample::team(1).draft());
    auto *dialog = openDialog<SaveTemplateDialog>();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QLabel *>(u"templateSecrets"_s));
    dialog->findChild<QLineEdit *>(u"templateName"_s)->setText(u" My template "_s);
    dialog->findChild<QPlainTextEdit *>(u"templateDescription"_s)->setPlainText(u"About"_s);
    dialog->findChild<QLineEdit *>(u"templateCategory"_s)->setText(u"Research"_s);
    dialog->findChild<QLineEdit *>(u"templateAuthor"_s)->setText(u"Ana"_s);
    dialog->findChild<QPushButton *>(u"saveTemplate"_s)->click();
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(archive().savedTemplates.size(), 1);
    const TemplateDocument &saved = archive().savedTemplates.first();
    QCOMPARE(saved.content.name, u"My template"_s);
    QCOMPARE(saved.content.description, u"About"_s);
    QCOMPARE(saved.content.category, u"Research"_s);
    QCOMPARE(saved.author, u"Ana"_s);
    QCOMPARE(saved.content.slotList.size(), size_t(3));
    QVERIFY(saved.content.workflow.agents.front().agentId.toString().startsWith(u"slot:"_s));
}

void tst_OwnTemplates::secretsAreSaid()
{
    TeamDraft team = sample::team(1).draft();
    team.workflow.agents[0].config.instructions = u"Bearer abcdefghijklmnop1234567890"_s;
    QWidget window;
    TemplateKeeper keeper(m_workspace.get(), &window);
    keeper.askAndSave(team);
    auto *dialog = openDialog<SaveTemplateDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLabel *>(u"templateSecrets"_s));
    const QByteArray text = canonicalJson(toJson(dialog->document()));
    QVERIFY(!text.contains("abcdefghijklmnop1234567890"));
    dialog->reject();
}

void tst_OwnTemplates::aNameIsNeeded()
{
    QWidget window;
    SaveTemplateDialog dialog(
        templateOf(sample::team(1).draft()), SaveTemplateDialog::Secrets::None, &window);
    auto *save = dialog.findChild<QPushButton *>(u"saveTemplate"_s);
    QVERIFY(save->isEnabled());
    dialog.findChild<QLineEdit *>(u"templateName"_s)->setText(u"  "_s);
    QVERIFY(!save->isEnabled());
}

void tst_OwnTemplates::languageChangesWhileRunning()
{
    archive().shelf.entries = { entry(u"Mine"_s, {}) };
    open();
    QTRY_COMPARE(names().size(), 1);
    m_language->apply(Language::Choice::BrazilianPortuguese);
    m_language->apply(Language::Choice::English);
    QCOMPARE(child<QPushButton>(u"removeOwnTemplate"_s)->text(), u"Delete"_s);
    const QString folder = qEnvironmentVariable("RENUM_PICTURES");
    if (!folder.isEmpty())
        m_window->grab().save(folder + u"/own-templates.png"_s);
}

QTEST_MAIN(tst_OwnTemplates)
#include "tst_own_templates.moc"
