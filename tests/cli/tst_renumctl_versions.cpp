// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/version_text.h"
#include "core/model/team.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

struct Finished {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

TeamDraft someTeam()
{
    TeamDraft draft;
    draft.name = u"Team"_s;
    WorkflowAgent member;
    member.agentId = AgentId(u"a"_s);
    member.executionOrder = 1;
    draft.workflow.agents = { member };
    return draft;
}

} // namespace

/// Versions of teams with `renumctl`.
class TestRenumctlVersions : public QObject {
    Q_OBJECT

private:
    Finished run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(RENUM_BIN_DIR) + u"/renumctl"_s,
            QStringList { u"--data-dir"_s, m_dir.filePath(u"data"_s) } + arguments);
        Finished finished;
        if (process.waitForFinished(Patience))
            finished.code = process.exitCode();
        finished.out = process.readAllStandardOutput();
        finished.err = process.readAllStandardError();
        return finished;
    }

    QTemporaryDir m_dir;

private slots:
    void areListedShownNamedAndRestored()
    {
        const QString file = m_dir.filePath(u"team.json"_s);
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(prettyJson(teamExport(someTeam())));
        written.close();
        const Finished imported = run({ u"teams"_s, u"import"_s, file });
        QCOMPARE(imported.code, 0);
        const QString team = QString::fromUtf8(imported.out).trimmed();

        const QStringList restore { u"teams"_s, u"restore"_s, team, u"--version"_s, u"1"_s };
        QCOMPARE(run(restore).out, "Version 1 is restored as version 2.\n");
        const Finished named = run({ u"teams"_s, u"label"_s, team, u"--version"_s, u"1"_s,
            u"--name"_s, u"The \x1b[31mfirst"_s });
        QCOMPARE(named.code, 0);

        const Finished listed = run({ u"teams"_s, u"versions"_s, team });
        QCOMPARE(listed.code, 0);
        const QList<QByteArray> lines = listed.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].trimmed().startsWith("2  "));
        QVERIFY(lines[0].endsWith("nothing changed"));
        QVERIFY(lines[1].contains("first]  the oldest that is kept"));
        QVERIFY(!listed.out.contains('\x1b'));

        const Finished shown = run({ u"teams"_s, u"versions"_s, team, u"--version"_s, u"1"_s });
        QCOMPARE(shown.code, 0);
        const Json document = Json::parse(shown.out.toStdString(), nullptr, false);
        QCOMPARE(readTeamFile(document).draft.name, u"Team"_s);
        const Finished json = run({ u"--json"_s, u"teams"_s, u"versions"_s, team });
        QCOMPARE(json.out.count('\n'), 2);
        QVERIFY(json.out.contains("\"version\":2"));
    }

    void whatIsUnknownIsSaid()
    {
        const QString nobody = u"99999999-0000-4000-8000-000000000000"_s;
        const Finished unknown = run({ u"teams"_s, u"versions"_s, nobody });
        QCOMPARE(unknown.code, 2);
        QVERIFY(!unknown.err.isEmpty());
        QCOMPARE(run({ u"teams"_s, u"restore"_s, nobody, u"--version"_s, u"1"_s }).code, 2);
        QCOMPARE(run({ u"teams"_s, u"restore"_s, nobody }).code, 2);
        QCOMPARE(run({ u"teams"_s, u"versions"_s, nobody, u"--version"_s, u"0"_s }).code, 2);
        QCOMPARE(run({ u"teams"_s, u"label"_s, nobody, u"--version"_s, u"1"_s }).code, 2);
    }

    void changesAreALine()
    {
        ChangeSummary changes;
        QCOMPARE(cli::changeText(changes), u"nothing changed"_s);
        changes.arranged = true;
        QCOMPARE(cli::changeText(changes), u"only arranged differently"_s);
        changes.added = { u"Anna"_s, u"Ben"_s };
        changes.removed = { u"Cleo\n\x1b"_s };
        changes.changed = { { u"Dora"_s, { u"role"_s } } };
        changes.moved = { u"Emil"_s };
        changes.fields = { u"name"_s };
        QVERIFY(!cli::changeText(changes).contains(u'\n'));
        QVERIFY(!cli::changeText(changes).contains(u'\x1b'));
        QVERIFY(cli::changeText(changes).startsWith(u"added Anna, Ben; removed Cleo"_s));
        QVERIFY(cli::changeText(changes).endsWith(u"; Dora: role; moved Emil; changed name"_s));
    }
};

QTEST_GUILESS_MAIN(TestRenumctlVersions)
#include "tst_renumctl_versions.moc"
