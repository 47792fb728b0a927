// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workspace/team_archive.h"
#include "tests/workspace/workspace_bench.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// Templates of one's own through the interface of the front ends (feature TP-02).
class TestLocalWorkspaceTemplates : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void areKeptInTheDataFolder()
    {
        WorkspaceBench bench;
        TeamArchive *archive = bench->teamArchive();
        QSignalSpy changed(archive, &TeamArchive::templatesChanged);
        const TemplateDocument document = templateOf(WorkspaceBench::draft(u"Mine"_s));
        const Result<TemplateEntry> saved = bench.get(archive->saveTemplate(document));
        QVERIFY(saved.ok());
        QVERIFY(saved->path.startsWith(bench.options.dataDir + u"/templates/"_s));
        QCOMPARE(changed.size(), 1);
        bench.reopen();
        const Result<TemplateShelf> shelf = bench.get(bench->teamArchive()->templateShelf());
        QVERIFY(shelf.ok());
        QCOMPARE(shelf->entries, QList<TemplateEntry>({ *saved }));
    }

    void everyChangeIsTold()
    {
        WorkspaceBench bench;
        TeamArchive *archive = bench->teamArchive();
        QSignalSpy changed(archive, &TeamArchive::templatesChanged);
        const TemplateDocument document = templateOf(WorkspaceBench::draft(u"Mine"_s));
        const TemplateId id = bench.get(archive->saveTemplate(document))->content.id;
        QVERIFY(bench.get(archive->renameTemplate(id, u"Other"_s)).ok());
        const Result<RemovedTemplate> removed = bench.get(archive->removeTemplate(id));
        QVERIFY(removed.ok());
        QVERIFY(bench.get(archive->restoreTemplate(*removed)).ok());
        QVERIFY(bench.get(archive->addTemplateFolder(bench.dir.path())).ok());
        const QString folder = bench.get(archive->templateShelf())->folders.value(0).path;
        QCOMPARE(folder, QDir::cleanPath(bench.dir.path()));
        QVERIFY(bench.get(archive->removeTemplateFolder(folder)).ok());
        QCOMPARE(changed.size(), 6);
        // What fails changes nothing.
        QVERIFY(!bench.get(archive->removeTemplate(TemplateId(u"own:none"_s))).ok());
        QVERIFY(!bench.get(archive->addTemplateFolder(u"/nowhere/at/all"_s)).ok());
        QCOMPARE(changed.size(), 6);
    }

    void aStoppedCallEndsEarly()
    {
        WorkspaceBench bench;
        std::stop_source stop;
        stop.request_stop();
        const auto answer = bench.get(bench->teamArchive()->templateShelf(stop.get_token()));
        QCOMPARE(answer.error().code, QLatin1StringView(code::UserCancelled));
    }

    void closingAnswersWhoWaits()
    {
        auto bench = std::make_unique<WorkspaceBench>();
        auto task = bench->workspace->teamArchive()->templateShelf({});
        bench->workspace.reset();
        const auto answer = await(std::move(task));
        QVERIFY(answer.has_value());
        QVERIFY(answer->ok() || answer->error().code == QLatin1StringView(code::UserCancelled));
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceTemplates)
#include "tst_local_workspace_templates.moc"
