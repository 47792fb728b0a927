// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_test.h"
#include "ui/run/note_files.h"
#include "ui/run/prompt_history.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// What a team was asked before, and the files it is remembered in.
class tst_PromptHistory : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_notes = std::make_unique<NoteFiles>(m_dir->filePath(u"notes"_s));
    }

    void newestFirstAndEachOnce()
    {
        PromptHistory history(nullptr, m_team);
        for (const QString &prompt : { u"a"_s, u"b"_s, u"a"_s })
            history.add(prompt);
        QCOMPARE(history.prompts(), (QStringList { u"a"_s, u"b"_s }));
        for (int i = 0; i < 2 * PromptHistory::Most; ++i)
            history.add(QString::number(i));
        QCOMPARE(history.prompts().size(), PromptHistory::Most);
        QCOMPARE(history.prompts().first(), QString::number(2 * PromptHistory::Most - 1));
    }

    void anotherProgramFindsThem()
    {
        {
            PromptHistory history(m_notes.get(), m_team);
            history.add(u"Olá, “Brasil”"_s);
            history.add(u"second"_s);
            m_notes.reset(); // finishes what it was asked for
        }
        NoteFiles notes(m_dir->filePath(u"notes"_s));
        PromptHistory history(&notes, m_team);
        QTRY_COMPARE(history.prompts(), (QStringList { u"second"_s, u"Olá, “Brasil”"_s }));
        const PromptHistory other(&notes, TeamId(u"another"_s));
        QVERIFY(other.prompts().isEmpty());
        history.remove(u"second"_s);
        history.remove(u"Olá, “Brasil”"_s);
        QTRY_VERIFY(QDir(m_dir->filePath(u"notes"_s)).isEmpty());
    }

    void whatIsAddedWhileReadingComesFirst()
    {
        {
            PromptHistory history(m_notes.get(), m_team);
            history.add(u"old"_s);
            m_notes.reset();
        }
        NoteFiles notes(m_dir->filePath(u"notes"_s));
        PromptHistory history(&notes, m_team);
        history.add(u"new"_s);
        QTRY_COMPARE(history.prompts().first(), u"new"_s);
    }

    void nonsenseIsNoHistory_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("[\"a\"");
        QTest::newRow("an object") << QByteArray("{\"a\":1}");
        QTest::newRow("deep") << QByteArray(1000, '[');
        QTest::newRow("numbers") << QByteArray("[1, null, {}, \"\"]");
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01", 4);
    }
    void nonsenseIsNoHistory()
    {
        QFETCH(const QByteArray, content);
        QVERIFY(QDir().mkpath(m_dir->filePath(u"notes"_s)));
        QFile file(m_dir->filePath(u"notes/prompts-team.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        PromptHistory history(m_notes.get(), m_team);
        QByteArray read("not yet");
        m_notes->read(u"prompts-team.json"_s, this, [&read](const QByteArray &all) { read = all; });
        QTRY_COMPARE(read, content);
        QVERIFY(history.prompts().isEmpty());
    }

    void idsAreNoPaths()
    {
        PromptHistory history(m_notes.get(), TeamId(u"../../evil/.."_s));
        history.add(u"text"_s);
        m_notes.reset();
        const QStringList files = QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden);
        QVERIFY(files.isEmpty());
        QCOMPARE(QDir(m_dir->filePath(u"notes"_s)).entryList(QDir::Files).size(), 1);
    }

    void aFolderThatCannotBeWrittenIsToldOnce()
    {
        QFile file(m_dir->filePath(u"notes"_s)); // a file is in the way
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QSignalSpy failed(m_notes.get(), &NoteFiles::failed);
        m_notes->write(u"a"_s, "text");
        m_notes->write(u"b"_s, "text");
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(file.remove());
        m_notes->write(u"a"_s, "text");
        QTRY_VERIFY(QFile::exists(m_dir->filePath(u"notes/a"_s)));
        QCOMPARE(failed.count(), 1);
    }

    void whoIsGoneIsNotTold()
    {
        auto gone = std::make_unique<QObject>();
        bool told = false;
        m_notes->read(u"a"_s, gone.get(), [&told](const QByteArray &) { told = true; });
        gone.reset();
        bool other = false;
        m_notes->read(u"a"_s, this, [&other](const QByteArray &) { other = true; });
        QTRY_VERIFY(other);
        QVERIFY(!told);
    }

private:
    const TeamId m_team { u"team"_s };
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<NoteFiles> m_notes;
};

QTEST_GUILESS_MAIN(tst_PromptHistory)
#include "tst_prompt_history.moc"
