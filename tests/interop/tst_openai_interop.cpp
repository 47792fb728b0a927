// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum::test;

/// The simulated model endpoint as the official client sees it.
class OpenAiInteropTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void worksWithTheOfficialClient();

private:
    QDir m_folder { QStringLiteral(RENUM_SOURCE_DIR "/tests/interop/openai_client") };
    QString m_node;
};

void OpenAiInteropTest::initTestCase()
{
    m_node = QStandardPaths::findExecutable(u"node"_s);
    if (m_node.isEmpty())
        QSKIP("Node.js is not installed");
    if (!m_folder.exists(u"node_modules/openai"_s))
        QSKIP("The client library is not installed: run packaging/dev.sh interop");
}

void OpenAiInteropTest::worksWithTheOfficialClient()
{
    QFile scenario(m_folder.filePath(u"scenario.json"_s));
    QVERIFY(scenario.open(QIODevice::ReadOnly));
    SimFixture sim(scenario.readAll(), u"openai"_s);
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(m_node, { m_folder.filePath(u"client.mjs"_s), sim.url({}).toString() });
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QProcess::NotRunning, 60'000);
    const QByteArray output = client.readAll();
    for (const QByteArray &line : output.trimmed().split('\n'))
        qInfo("%s", line.constData());
    QCOMPARE(client.error(), QProcess::UnknownError);
    QCOMPARE(client.exitCode(), 0);
    QCOMPARE(output.count("ok - "), 6);
}

QTEST_GUILESS_MAIN(OpenAiInteropTest)
#include "tst_openai_interop.moc"
