// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/version_words.h"
#include "ui/text/language.h"

#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// What is said of versions.
class tst_VersionWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_language.apply(Language::Choice::English); }
    void changesAreASentence_data();
    void changesAreASentence();
    void versionsHaveTitles();
    void theFirstAndTheOldest();

private:
    Language m_language;
};

void tst_VersionWords::changesAreASentence_data()
{
    QTest::addColumn<ChangeSummary>("changes");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, ChangeSummary changes, const QString &sentence) {
        QTest::newRow(name) << std::move(changes) << sentence;
    };
    ChangeSummary changes;
    row("nothing", changes, u"Nothing was changed"_s);
    changes.arranged = true;
    row("arranged", changes, u"Only the arrangement is another"_s);
    changes.changed = { { u"Anna"_s, { u"role"_s, u"agent_config/instructions"_s } } };
    row("one member", changes, u"Anna: Role and Instructions changed"_s);
    changes.changed[0].fields.append(u"timeout"_s);
    row("one member, much", changes, u"Anna was changed"_s);
    changes.changed.push_back({ u"Ben"_s, { u"role"_s } });
    row("two members", changes, u"2 members were changed"_s);
    changes = {};
    changes.added = { u"Anna"_s };
    changes.removed = { u"Ben"_s };
    changes.moved = { u"Cleo"_s };
    row("came and went", changes,
        u"Anna was added, Ben was removed, and Cleo has another place in the order"_s);
    changes.added.append(u"Dora"_s);
    changes.removed.append(u"Emil"_s);
    changes.moved.append(u"Fay"_s);
    row("counted", changes,
        u"2 members were added, 2 members were removed, and 2 members have another place in the "
        "order"_s);
    changes = {};
    changes.fields = { u"name"_s };
    row("a field", changes, u"Name changed"_s);
    changes.fields = { u"name"_s, u"description"_s, u"workflow_definition/type"_s };
    row("fields", changes, u"3 settings of the team were changed"_s);
}

void tst_VersionWords::changesAreASentence()
{
    QFETCH(ChangeSummary, changes);
    QFETCH(QString, sentence);
    // The forms of plurals come with the translation.
    QCOMPARE(changeSentence(changes).replace(u"(s)"_s, u"s"_s), sentence);
}

void tst_VersionWords::versionsHaveTitles()
{
    QCOMPARE(versionTitle(3, {}), u"Version 3"_s);
    QCOMPARE(versionTitle(3, u"Before %1"_s), u"Version 3 · Before %1"_s);
}

void tst_VersionWords::theFirstAndTheOldest()
{
    TeamVersionInfo version;
    QCOMPARE(versionSentence(version), u"The first version"_s);
    version.version = 7;
    QCOMPARE(versionSentence(version), u"The oldest version that is kept"_s);
    version.changes = ChangeSummary();
    QCOMPARE(versionSentence(version), u"Nothing was changed"_s);
}

QTEST_MAIN(tst_VersionWords)
#include "tst_version_words.moc"
