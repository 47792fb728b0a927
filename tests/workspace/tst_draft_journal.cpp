// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/draft_journal.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

class tst_DraftJournal : public QObject {
    Q_OBJECT

private slots:
    void whatIsLeftIsFoundAgain();
    void theLastVersionOfAnEditorCounts();
    void whatWasRemovedIsGone();
    void entriesOfALivingProcessAreItsOwn();
    void isTakenOverOnce();
    void damagedFilesAreKeptAside();
    void aFolderThatCannotBeMadeIsToldOnce();

private:
    static DraftEntry entry(const QString &key, const QString &name);
    static DraftEntries recovered(DraftJournal &journal);
    [[nodiscard]] QStringList files(const QString &pattern) const
    {
        return QDir(m_folder->path() + u"/drafts"_s).entryList({ pattern }, QDir::Files);
    }
    [[nodiscard]] QString folder() const { return m_folder->path() + u"/drafts"_s; }

    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

DraftEntry tst_DraftJournal::entry(const QString &key, const QString &name)
{
    DraftEntry entry;
    entry.key = key;
    entry.draft.name = name;
    WorkflowAgent member;
    member.agentId = AgentId(u"a"_s);
    member.extra["kept"] = true;
    entry.draft.workflow.agents.push_back(member);
    return entry;
}

DraftEntries tst_DraftJournal::recovered(DraftJournal &journal)
{
    QSignalSpy found(&journal, &DraftJournal::found);
    journal.recover();
    if (!found.wait())
        return {};
    return found.first().first().value<DraftEntries>();
}

void tst_DraftJournal::whatIsLeftIsFoundAgain()
{
    DraftEntry stored = entry(u"k"_s, u"Edited"_s);
    stored.team = TeamId(u"team-1"_s);
    stored.version = 7;
    stored.base = entry(u"k"_s, u"Before"_s).draft;
    {
        DraftJournal journal(folder());
        journal.save(stored);
        journal.save(entry(u"l"_s, u"Never stored"_s));
    }
    DraftJournal journal(folder());
    const DraftEntries entries = recovered(journal);
    QCOMPARE(entries.size(), 2);
    const DraftEntry &first = entries[entries[0].team.isEmpty() ? 1 : 0];
    QCOMPARE(first.team, stored.team);
    QCOMPARE(first.version, 7);
    QVERIFY(first.base == stored.base);
    QVERIFY(first.draft == stored.draft);
}

void tst_DraftJournal::theLastVersionOfAnEditorCounts()
{
    {
        DraftJournal journal(folder());
        for (int i = 0; i < 20; ++i)
            journal.save(entry(u"k"_s, QString::number(i)));
    }
    DraftJournal journal(folder());
    const DraftEntries entries = recovered(journal);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].draft.name, u"19"_s);
}

void tst_DraftJournal::whatWasRemovedIsGone()
{
    {
        DraftJournal journal(folder());
        journal.save(entry(u"k"_s, u"x"_s));
        journal.remove(u"k"_s);
        journal.remove(u"unknown"_s);
    }
    QCOMPARE(files(u"*.json"_s), QStringList());
}

void tst_DraftJournal::entriesOfALivingProcessAreItsOwn()
{
    DraftJournal living(folder());
    living.save(entry(u"k"_s, u"x"_s));
    QTRY_COMPARE(files(u"*.json"_s).size(), 1);
    DraftJournal other(folder());
    QCOMPARE(recovered(other).size(), 0);
    QCOMPARE(files(u"*.json"_s).size(), 1);
}

void tst_DraftJournal::isTakenOverOnce()
{
    {
        DraftJournal journal(folder());
        journal.save(entry(u"k"_s, u"x"_s));
    }
    DraftJournal first(folder());
    const DraftEntries entries = recovered(first);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(recovered(first).size(), 0);
    DraftJournal second(folder());
    QCOMPARE(recovered(second).size(), 0);
    // Under its new name the taker can remove it.
    first.remove(entries[0].key);
    QTRY_COMPARE(files(u"*.json"_s).size(), 0);
}

void tst_DraftJournal::damagedFilesAreKeptAside()
{
    QVERIFY(QDir().mkpath(folder()));
    for (const auto &[name, text] :
        { std::pair { "a.k.draft.json", "{\"key\":\"k\"" }, std::pair { "b.k.draft.json", "[]" },
            std::pair { "c.k.draft.json", "{}" }, std::pair { "d.k.draft.json", "\xff\xfe" } }) {
        QFile file(folder() + u'/' + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    DraftJournal journal(folder());
    QCOMPARE(recovered(journal).size(), 0);
    QCOMPARE(files(u"*.damaged"_s).size(), 4);
}

void tst_DraftJournal::aFolderThatCannotBeMadeIsToldOnce()
{
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    DraftJournal journal(folder());
    QSignalSpy failed(&journal, &DraftJournal::failed);
    journal.save(entry(u"k"_s, u"x"_s));
    journal.save(entry(u"k"_s, u"y"_s));
    QVERIFY(failed.wait());
    QVERIFY(recovered(journal).isEmpty());
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().value<Error>().message.contains(folder()));
    // It goes on as soon as it can.
    QVERIFY(inTheWay.remove());
    journal.save(entry(u"k"_s, u"z"_s));
    QTRY_COMPARE(files(u"*.json"_s).size(), 1);
}

QTEST_GUILESS_MAIN(tst_DraftJournal)
#include "tst_draft_journal.moc"
