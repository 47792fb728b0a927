// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workspace/template_catalog.h"
#include "core/workspace/template_files.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

WorkflowAgent agent(const QString &id, const QString &name, int order)
{
    WorkflowAgent member;
    member.agentId = AgentId(id);
    member.name = name;
    member.executionOrder = order;
    return member;
}

/// Two agents of the same name, one of which reads the other, and a person who agrees.
TeamDraft someTeam()
{
    TeamDraft draft;
    draft.name = u"Reports"_s;
    draft.description = u"Writes."_s;
    draft.config.stepTimeoutSeconds = 90;
    WorkflowAgent second = agent(u"agt-2"_s, u"Rédacteur!"_s, 2);
    second.input.emplace();
    second.input->sources = { { InputSource::Kind::AgentResult, AgentId(u"agt-1"_s), {} } };
    second.input->templateText = u"Read {{agent.agt-1}}"_s;
    WorkflowAgent person = agent(u"approval"_s, u"Boss"_s, 3);
    person.kind = MemberKind::Approval;
    draft.workflow.agents = { agent(u"agt-1"_s, u"Rédacteur"_s, 1), second, person };
    return draft;
}

QString codeOf(const Error &error)
{
    return error.code;
}

} // namespace

/// Templates of one's own, and those in folders (features TP-02, TP-04).
class TestTemplateFiles : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
        m_files = std::make_unique<TemplateFiles>(m_dir->filePath(u"templates"_s));
    }

    void agentsBecomeSlots();
    void secretsStayBehind();
    void aFileGivesTheTemplateBack();
    void filledItIsTheTeamAgain();
    void teamFilesAreTemplatesToo();
    void brokenFilesSayWhy_data();
    void brokenFilesSayWhy();
    void areSavedRenamedAndDeleted();
    void namesAreThereOnce();
    void idsAreNoWayOutOfTheFolder_data();
    void idsAreNoWayOutOfTheFolder();
    void foldersAreRead();
    void aFolderThatGoesAwayIsSaid();
    void hugeFilesAreNotRead();
    void folderListsMayBeAnything();
    void whatCannotBeWrittenIsSaid();

private:
    void write(const QString &path, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TemplateFiles> m_files;
};

void TestTemplateFiles::agentsBecomeSlots()
{
    const TemplateDocument document = templateOf(someTeam());
    QCOMPARE(document.content.slotList.size(), size_t(2));
    QCOMPARE(document.content.slotList[0].slot, u"redacteur"_s);
    QCOMPARE(document.content.slotList[1].slot, u"redacteur-2"_s);
    const std::vector<WorkflowAgent> &members = document.content.workflow.agents;
    QCOMPARE(members[0].agentId.toString(), u"slot:redacteur"_s);
    QCOMPARE(members[0].name, u"Rédacteur"_s);
    QCOMPARE(members[1].input->sources[0].agentId.toString(), u"slot:redacteur"_s);
    QCOMPARE(*members[1].input->templateText, u"Read {{agent.slot:redacteur}}"_s);
    QCOMPARE(members[2].agentId.toString(), u"approval"_s);
    QCOMPARE(document.config.stepTimeoutSeconds.value_or(0), 90);
}

void TestTemplateFiles::secretsStayBehind()
{
    TeamDraft team = someTeam();
    QVERIFY(!hasSecrets(team));
    team.workflow.agents[0].config.instructions
        = u"Use Bearer abcdefghijklmnop1234567890 for it."_s;
    team.config.extra["api_key"] = "very secret";
    QVERIFY(hasSecrets(team));
    const QByteArray text = canonicalJson(toJson(templateOf(team)));
    QVERIFY(!text.contains("abcdefghijklmnop1234567890"));
    QVERIFY(!text.contains("very secret"));
    QVERIFY(!text.contains("agt-1"));
}

void TestTemplateFiles::aFileGivesTheTemplateBack()
{
    TemplateDocument document = templateOf(someTeam());
    document.author = u"Ana"_s;
    document.content.category = u"Writing"_s;
    document.content.samplePrompts = { u"Write about tea."_s };
    document.content.slotList[0].description = u"Writes first"_s;
    document.content.slotList[0].suggestedTools = { u"search"_s };
    const Result<TemplateDocument> read = readTemplateDocument(toJson(document));
    QVERIFY(read.ok());
    QVERIFY(*read == document);
}

void TestTemplateFiles::filledItIsTheTeamAgain()
{
    const TemplateDocument document = templateOf(someTeam());
    const Result<TeamDraft> draft = fillTemplate(document.content, u"Mine"_s,
        { { u"redacteur"_s, AgentId(u"agt-1"_s) }, { u"redacteur-2"_s, AgentId(u"agt-2"_s) } });
    QVERIFY(draft.ok());
    QCOMPARE(draft->name, u"Mine"_s);
    QVERIFY(draft->workflow == someTeam().workflow);
}

void TestTemplateFiles::teamFilesAreTemplatesToo()
{
    const Result<TemplateDocument> read = readTemplateDocument(teamExport(someTeam()));
    QVERIFY(read.ok());
    QCOMPARE(read->content.name, u"Reports"_s);
    QCOMPARE(read->content.slotList.size(), size_t(2));
    QVERIFY(read->content.workflow == templateOf(someTeam()).content.workflow);
}

void TestTemplateFiles::brokenFilesSayWhy_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QString invalid = QString::fromLatin1(code::TemplateInvalid);
    QTest::newRow("no JSON") << QByteArray("{") << QString();
    QTest::newRow("a list") << QByteArray("[]") << invalid;
    QTest::newRow("another format") << QByteArray(R"({"format":"x"})") << invalid;
    QTest::newRow("a newer version")
        << QByteArray(R"({"format":"renum.team","version":2,"team":{}})") << invalid;
    QTest::newRow("no members") << QByteArray(
        R"({"name":"x","workflow_definition":{"type":"parallel","agents":[]}})")
                                << invalid;
    QTest::newRow("slots are no list") << QByteArray(R"({"name":"x","slots":7,"workflow_definition":
            {"type":"parallel","agents":[{"agent_id":"a"},{"agent_id":"a"}]}})")
                                       << invalid;
}

void TestTemplateFiles::brokenFilesSayWhy()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    write(m_dir->filePath(u"templates/x.renum.json"_s), bytes);
    const TemplateShelf shelf = m_files->shelf();
    QCOMPARE(shelf.entries.size(), 1);
    const TemplateEntry &entry = shelf.entries[0];
    QVERIFY(entry.error.has_value());
    QCOMPARE(entry.content.name, u"x.renum.json"_s);
    QCOMPARE(entry.error->args.value(u"file"_s).toString(), u"x.renum.json"_s);
    if (!code.isEmpty()) {
        QCOMPARE(entry.error->code, code);
        QVERIFY(!entry.error->args.value(u"reason"_s).toString().isEmpty());
    }
    // It can be deleted, but not renamed.
    QVERIFY(!m_files->rename(entry.content.id, u"y"_s).ok());
    QVERIFY(m_files->remove(entry.content.id).ok());
    QVERIFY(m_files->shelf().entries.isEmpty());
}

void TestTemplateFiles::areSavedRenamedAndDeleted()
{
    QVERIFY(m_files->shelf().entries.isEmpty());
    TemplateDocument document = templateOf(someTeam());
    document.author = u"Ana"_s;
    const Result<TemplateEntry> saved = m_files->save(document);
    QVERIFY(saved.ok());
    QVERIFY(saved->source == TemplateEntry::Source::Own);
    QCOMPARE(saved->author, u"Ana"_s);
    QVERIFY(saved->config == document.config);
    QCOMPARE(m_files->shelf().entries, QList<TemplateEntry>({ *saved }));

    const Result<TemplateEntry> renamed = m_files->rename(saved->content.id, u"Other"_s);
    QVERIFY(renamed.ok());
    QCOMPARE(renamed->content.id.toString(), saved->content.id.toString());
    QCOMPARE(m_files->shelf().entries[0].content.name, u"Other"_s);

    const Result<RemovedTemplate> removed = m_files->remove(saved->content.id);
    QVERIFY(removed.ok());
    QVERIFY(m_files->shelf().entries.isEmpty());
    QCOMPARE(
        codeOf(m_files->remove(saved->content.id).error()), QString::fromLatin1(code::NotFound));
    QVERIFY(m_files->restore(*removed).ok());
    QCOMPARE(m_files->shelf().entries[0].content.id.toString(), saved->content.id.toString());
    QCOMPARE(m_files->shelf().entries[0].content.name, u"Other"_s);
}

void TestTemplateFiles::namesAreThereOnce()
{
    TemplateDocument document = templateOf(someTeam());
    QVERIFY(m_files->save(document).ok());
    document.content.name = u"REPORTS"_s;
    QCOMPARE(codeOf(m_files->save(document).error()), QString::fromLatin1(code::NameTaken));
    // Names may differ where files may not.
    document.content.name = u"Reports?"_s;
    QVERIFY(m_files->save(document).ok());
    document.content.name = u"Reports!"_s;
    const Result<TemplateEntry> third = m_files->save(document);
    QVERIFY(third.ok());
    QCOMPARE(m_files->shelf().entries.size(), 3);
    QCOMPARE(codeOf(m_files->rename(third->content.id, u"reports"_s).error()),
        QString::fromLatin1(code::NameTaken));
    QVERIFY(m_files->rename(third->content.id, u"REPORTS!"_s).ok());
}

void TestTemplateFiles::idsAreNoWayOutOfTheFolder_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : { "", "own:", "own:../x.renum.json", "own:/x.renum.json",
             "own:.x.renum.json", "own:folders.json", "own:nobody.renum.json", "file:x.renum.json",
             "own:..\\x.renum.json" })
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestTemplateFiles::idsAreNoWayOutOfTheFolder()
{
    QFETCH(QString, id);
    write(m_dir->filePath(u"x.renum.json"_s), canonicalJson(toJson(templateOf(someTeam()))));
    write(m_dir->filePath(u"templates/.x.renum.json"_s), "{}");
    write(m_dir->filePath(u"templates/folders.json"_s), "[]");
    QCOMPARE(codeOf(m_files->remove(TemplateId(id)).error()), QString::fromLatin1(code::NotFound));
    QCOMPARE(codeOf(m_files->rename(TemplateId(id), u"y"_s).error()),
        QString::fromLatin1(code::NotFound));
    QVERIFY(QFileInfo::exists(m_dir->filePath(u"x.renum.json"_s)));
}

void TestTemplateFiles::foldersAreRead()
{
    const QString folder = m_dir->filePath(u"shared"_s);
    write(folder + u"/b.json"_s, canonicalJson(teamExport(someTeam())));
    write(folder + u"/a.json"_s, "broken");
    write(folder + u"/readme.txt"_s, "no template");
    QVERIFY(m_files->addFolder(folder).ok());
    QVERIFY(m_files->addFolder(folder + u"/../shared"_s).ok()); // the same one
    const TemplateShelf shelf = m_files->shelf();
    QCOMPARE(shelf.folders.size(), 1);
    QVERIFY(!shelf.folders[0].error);
    QCOMPARE(shelf.entries.size(), 2);
    QVERIFY(shelf.entries[0].source == TemplateEntry::Source::Folder);
    QVERIFY(shelf.entries[0].error.has_value());
    QCOMPARE(shelf.entries[1].content.name, u"Reports"_s);
    // What is in somebody's folder is not ours to change.
    QVERIFY(!m_files->remove(shelf.entries[1].content.id).ok());
    QVERIFY(m_files->removeFolder(shelf.folders[0].path).ok());
    QVERIFY(m_files->removeFolder(shelf.folders[0].path).ok());
    QVERIFY(m_files->shelf().folders.isEmpty());
    QVERIFY(QFileInfo::exists(folder + u"/b.json"_s));
}

void TestTemplateFiles::aFolderThatGoesAwayIsSaid()
{
    const QString folder = m_dir->filePath(u"shared"_s);
    QCOMPARE(codeOf(m_files->addFolder(folder).error()), QString::fromLatin1(code::FileUnreadable));
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(m_files->addFolder(folder).ok());
    QVERIFY(QDir(folder).removeRecursively());
    const TemplateShelf shelf = m_files->shelf();
    QCOMPARE(shelf.folders.size(), 1);
    QVERIFY(shelf.folders[0].error.has_value());
    QCOMPARE(shelf.folders[0].error->code, QString::fromLatin1(code::FileUnreadable));
}

void TestTemplateFiles::hugeFilesAreNotRead()
{
    const QString path = m_dir->filePath(u"templates/huge.renum.json"_s);
    write(path, "{");
    QVERIFY(QFile::resize(path, 50 * 1024 * 1024));
    const TemplateShelf shelf = m_files->shelf();
    QCOMPARE(shelf.entries.size(), 1);
    QCOMPARE(shelf.entries[0].error->code, QString::fromLatin1(code::FileTooLarge));
    // As many files as nobody looks through are not all read either.
    const QString folder = m_dir->filePath(u"many"_s);
    for (int i = 0; i < TemplateFiles::MostFiles + 1; ++i)
        write(folder + u"/%1.json"_s.arg(i), "{}");
    QVERIFY(m_files->addFolder(folder).ok());
    const TemplateShelf many = m_files->shelf();
    QCOMPARE(many.entries.size(), TemplateFiles::MostFiles + 1);
    QVERIFY(many.folders[0].error.has_value());
}

void TestTemplateFiles::folderListsMayBeAnything()
{
    const QString path = m_dir->filePath(u"templates/folders.json"_s);
    for (const char *bytes : { "", "{}", "[1, null, \"relative\", \"../up\"]", "[[]]" }) {
        write(path, bytes);
        QVERIFY(m_files->shelf().folders.isEmpty());
    }
    QVERIFY(m_files->addFolder(m_dir->path()).ok());
    QCOMPARE(m_files->shelf().folders.size(), 1);
}

void TestTemplateFiles::whatCannotBeWrittenIsSaid()
{
    // A file where the folder should be.
    write(m_dir->filePath(u"blocked"_s), "x");
    const TemplateFiles files(m_dir->filePath(u"blocked"_s));
    const Result<TemplateEntry> refused = files.save(templateOf(someTeam()));
    QCOMPARE(codeOf(refused.error()), QString::fromLatin1(code::StoreReadOnly));
    QVERIFY(!files.addFolder(m_dir->path()).ok());
    QVERIFY(!files.restore({ u"x.renum.json"_s, "{}" }).ok());
}

QTEST_GUILESS_MAIN(TestTemplateFiles)
#include "tst_template_files.moc"
