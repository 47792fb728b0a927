// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using State = ConnectionStatus::State;

namespace {

// A port where nobody listens.
QUrl closedAddress()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
}

template<typename T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

} // namespace

class TestLocalWorkspaceConnection : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void withoutConnectionNothingRuns()
    {
        WorkspaceBench bench;
        QTRY_COMPARE(bench->connectionStatus().state, State::Unconfigured);
        QCOMPARE(bench->connectionStatus().place, u"This computer"_s);
        QCOMPARE(codeOf(bench.get(bench->agents())), QString::fromLatin1(code::NotConnected));
        const Result<Team> team = bench.get(bench->createTeam(WorkspaceBench::draft()));
        QCOMPARE(codeOf(bench.get(bench->execute({ team->id, u"Go"_s, {} }))),
            QString::fromLatin1(code::NotConnected));
        QCOMPARE(bench.get(bench->executions({}))->items.size(), 0);
        const TeamId nobody(u"99999999-0000-4000-8000-000000000000"_s);
        QCOMPARE(codeOf(bench.get(bench->execute({ nobody, u"Go"_s, {} }))),
            QString::fromLatin1(code::NotFound));
    }

    void aServerThatIsNotThereIsTold()
    {
        WorkspaceBench bench(SunaConnection { closedAddress(), {}, {} });
        QTRY_COMPARE(bench->connectionStatus().state, State::Failed);
        QCOMPARE(
            bench->connectionStatus().error->code, QString::fromLatin1(code::ConnectionRefused));
        QCOMPARE(codeOf(bench.get(bench->agents())), QString::fromLatin1(code::ConnectionRefused));
    }

    void theConnectionCanBeChanged()
    {
        WorkspaceBench bench;
        QSignalSpy changed(bench.workspace.get(), &Workspace::connectionStatusChanged);
        (*bench).setConnection(SunaConnection { closedAddress(), {}, {} });
        QTRY_COMPARE(bench->connectionStatus().state, State::Failed);
        QVERIFY(changed.size() >= 2); // connecting, failed
        (*bench).setConnection(NoConnection());
        QTRY_COMPARE(bench->connectionStatus().state, State::Unconfigured);
        QVERIFY(!bench->connectionStatus().error);
    }

    void brokenDemoIsTold_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("missing") << u"/no/such/program"_s;
        QTest::newRow("ends at once") << u"/bin/true"_s;
        QTest::newRow("says something else") << u"/bin/echo"_s;
    }
    void brokenDemoIsTold()
    {
        QFETCH(QString, program);
        DemoConnection demo;
        demo.simulatorProgram = program;
        WorkspaceBench bench(demo);
        QVERIFY(bench->connectionStatus().demo);
        QTRY_COMPARE(bench->connectionStatus().state, State::Failed);
        QCOMPARE(bench->connectionStatus().error->code, QString::fromLatin1(code::DemoUnavailable));
        QCOMPARE(codeOf(bench.get(bench->agents())), QString::fromLatin1(code::DemoUnavailable));
    }

    void closingWhileConnectingEnds()
    {
        QTemporaryDir dir;
        QFile silent(dir.filePath(u"silent"_s)); // never says where it listens
        QVERIFY(silent.open(QIODevice::WriteOnly));
        silent.write("#!/bin/sh\nexec sleep 60\n");
        silent.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        silent.close();
        DemoConnection demo;
        demo.simulatorProgram = silent.fileName();
        WorkspaceBench bench(demo);
        QCoro::Task<Result<QList<AgentInfo>>> call = bench->agents();
        bench.workspace.reset();
        const auto answer = await(std::move(call));
        QVERIFY(answer);
        QVERIFY(!answer->ok());
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceConnection)
#include "tst_local_workspace_connection.moc"
