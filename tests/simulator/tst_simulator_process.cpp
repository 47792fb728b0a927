// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/options.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;

/// The program itself: what it prints, and how it ends.
class TestSimulatorProcess : public QObject {
    Q_OBJECT

private slots:
    void printsOneLineAndAnswers();
    void endsWithStdin();
    void endsOnSigterm();
    void badOptions_data();
    void badOptions();
    void badScenarioNamesThePointer();
    void optionsAreRead();
    void help();
};

namespace {

const QString Program = QStringLiteral(RENUM_BIN_DIR "/suna-sim");

QString start(QProcess &process, const QStringList &arguments)
{
    process.start(Program, arguments);
    if (!QTest::qWaitFor([&process] { return process.canReadLine(); }, 20'000))
        return {};
    return QString::fromUtf8(process.readLine());
}

void endByClosing(QProcess &process)
{
    process.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
}

} // namespace

void TestSimulatorProcess::printsOneLineAndAnswers()
{
    QProcess process;
    const QString line = start(process, { u"--port"_s, u"0"_s, u"--exit-with-stdin"_s });
    static const QRegularExpression shape(u"^listening (http://127\\.0\\.0\\.1:\\d+)\\n$"_s);
    const QRegularExpressionMatch match = shape.match(line);
    QVERIFY2(match.hasMatch(), qPrintable(line));
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(
        manager.get(QNetworkRequest(QUrl(match.captured(1) + u"/v1/agents"_s))));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(reply->readAll().contains("agt-researcher"));
    endByClosing(process);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void TestSimulatorProcess::endsWithStdin()
{
    QProcess process;
    QVERIFY(start(process, { u"--exit-with-stdin"_s, u"--profile"_s, u"v2a"_s })
                .startsWith("listening"_L1));
    process.write("some noise\n");
    QSignalSpy finished(&process, &QProcess::finished);
    QVERIFY(!finished.wait(200));
    endByClosing(process);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestSimulatorProcess::endsOnSigterm()
{
    QProcess process;
    QVERIFY(start(process, {}).startsWith("listening"_L1));
    process.closeWriteChannel(); // is not listened to without the option
    process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestSimulatorProcess::badOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("port") << QStringList { u"--port"_s, u"70000"_s } << QByteArray("--port");
    QTest::newRow("profile") << QStringList { u"--profile"_s, u"v9"_s } << QByteArray("--profile");
    QTest::newRow("speed") << QStringList { u"--speed"_s, u"0"_s } << QByteArray("--speed");
    QTest::newRow("speed nan") << QStringList { u"--speed"_s, u"nan"_s } << QByteArray("--speed");
    QTest::newRow("seed") << QStringList { u"--seed"_s, u"x"_s } << QByteArray("--seed");
    QTest::newRow("unknown") << QStringList { u"--fly"_s } << QByteArray("fly");
    QTest::newRow("without a name") << QStringList { u"file.json"_s } << QByteArray("file.json");
    QTest::newRow("no file") << QStringList { u"--scenario"_s, u"/none.json"_s }
                             << QByteArray("/none.json");
}

void TestSimulatorProcess::badOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, word);
    QProcess process;
    process.start(Program, arguments);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.startsWith("suna-sim: ") && errors.contains(word), errors.constData());
}

void TestSimulatorProcess::badScenarioNamesThePointer()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"bad.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version":1,"agents":[{"agent_id":"a","name":"A","responses":[{"steps":1}]}]})");
    file.close();
    QProcess process;
    process.start(Program, { u"--scenario"_s, file.fileName() });
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(process.exitCode(), 2);
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.contains("/agents/0/responses/0/steps must be"), errors.constData());
}

void TestSimulatorProcess::optionsAreRead()
{
    const auto line = sim::parseCommandLine({ u"suna-sim"_s, u"--port"_s, u"8000"_s,
        u"--profile=v2a"_s, u"--scenario"_s, u"f"_s, u"--seed"_s, u"7"_s, u"--speed"_s, u"2.5"_s });
    QVERIFY(line);
    QCOMPARE(line->port, quint16(8000));
    QCOMPARE(line->profile.prefix, u"/api"_s);
    QCOMPARE(line->scenarioFile, u"f"_s);
    QCOMPARE(line->seed, quint64(7));
    QCOMPARE(line->speed, 2.5);
    QVERIFY(!line->exitWithStdin);
}

void TestSimulatorProcess::help()
{
    QProcess process;
    process.start(Program, { u"--help"_s });
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("--exit-with-stdin"));
}

QTEST_GUILESS_MAIN(TestSimulatorProcess)
#include "tst_simulator_process.moc"
