// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/mcp_server.h"
#include "tests/interop/toolbox_handler.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The server as client libraries see it that others wrote.
class McpInteropTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void works_data();
    void works();

private:
    QDir m_folder { QStringLiteral(RENUM_SOURCE_DIR "/tests/interop/mcp_client") };
    QString m_node;
};

void McpInteropTest::initTestCase()
{
    m_node = QStandardPaths::findExecutable(u"node"_s);
    if (m_node.isEmpty())
        QSKIP("Node.js is not installed");
    for (const QString &package : { u"sdk"_s, u"client"_s }) {
        if (!m_folder.exists(u"node_modules/@modelcontextprotocol/"_s + package))
            QSKIP("The client libraries are not installed: run packaging/dev.sh interop");
    }
}

void McpInteropTest::works_data()
{
    QTest::addColumn<QString>("library");
    QTest::newRow("sdk 1") << u"sdk-1"_s;
    QTest::newRow("client 2") << u"client-2"_s;
    QTest::newRow("client 2 with a handshake") << u"client-2-handshake"_s;
}

void McpInteropTest::works()
{
    QFETCH(const QString, library);
    SystemClock clock;
    ToolboxHandler team(&clock);
    McpServerSettings settings;
    settings.answerWithin = 5s; // one check waits for its end
    McpServer server(&clock, &team, settings);
    const Result<QUrl> url = server.listen();
    QVERIFY(url);

    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(m_node,
        { m_folder.filePath(u"client.mjs"_s), library, url->toString(), team.tokenOf(u"ann"_s),
            team.tokenOf(u"bob"_s) });
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QProcess::NotRunning, 60'000);
    const QByteArray output = client.readAll();
    for (const QByteArray &line : output.trimmed().split('\n'))
        qInfo("%s", line.constData());
    QCOMPARE(client.error(), QProcess::UnknownError);
    QCOMPARE(client.exitCode(), 0);
    QCOMPARE(output.count("ok - "), 8);
    QTRY_COMPARE(server.pendingRequests(), 0);
}

QTEST_GUILESS_MAIN(McpInteropTest)
#include "tst_mcp_interop.moc"
