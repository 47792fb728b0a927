// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

QString program(const char *name)
{
    return QStringLiteral(RENUM_BIN_DIR) + u'/' + QString::fromLatin1(name);
}

/// One agent that never ends, and one that does.
constexpr auto Scenario = R"({"version": 1, "agents": [
    {"agent_id": "slow", "name": "Slow", "responses": [{"steps": [{"text": "started"},
     {"hang": true}]}]},
    {"agent_id": "next", "name": "Next", "responses": [{"steps": [{"text": "done"}]}]}]})";
constexpr auto TeamFile = R"({"name": "Two", "workflow_definition": {"type": "sequential",
    "agents": [{"agent_id": "slow"}, {"agent_id": "next"}]}})";

} // namespace

/// One `renumctl` runs a team, and others act on that run.
class TestRenumctlControl : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void actsOnARunOfAnotherProcess()
    {
        QVERIFY(startSimulator());
        startRun();
        QString id;
        QTRY_VERIFY_WITH_TIMEOUT(!(id = runningExecution()).isEmpty(), Patience);
        QCOMPARE(act({ u"pause"_s, id }), 0);
        QVERIFY(show(id)["paused"].get<bool>());
        QVERIFY(act({ u"approve"_s, id, u"next"_s }) != 0); // nothing waits for that
        QCOMPARE(act({ u"skip"_s, id, u"--step"_s, u"slow"_s, u"--value"_s, u"mine"_s }), 0);
        QCOMPARE(act({ u"continue"_s, id }), 0);
        QVERIFY(m_run.waitForFinished(Patience));
        QCOMPARE(m_run.exitCode(), 0);
        QCOMPARE(show(id)["status"], Json("completed"));
    }

    void stopsARunOfAnotherProcess()
    {
        QVERIFY(startSimulator());
        startRun();
        QString id;
        QTRY_VERIFY_WITH_TIMEOUT(!(id = runningExecution()).isEmpty(), Patience);
        QCOMPARE(act({ u"stop"_s, id }), 0);
        QVERIFY(m_run.waitForFinished(Patience));
        QCOMPARE(show(id)["status"], Json("cancelled"));
    }

    void cleanup()
    {
        m_run.kill();
        m_run.waitForFinished(Patience);
        m_simulator.closeWriteChannel();
        m_simulator.waitForFinished(Patience);
    }

private:
    bool startSimulator()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        if (!write(u"scenario.json"_s, Scenario) || !write(u"team.json"_s, TeamFile))
            return false;
        m_simulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_simulator.start(program("suna-sim"),
            { u"--port"_s, u"0"_s, u"--profile"_s, u"v3"_s, u"--scenario"_s,
                m_dir->filePath(u"scenario.json"_s), u"--exit-with-stdin"_s });
        if (!m_simulator.waitForReadyRead(Patience))
            return false;
        m_url = QString::fromUtf8(m_simulator.readLine().trimmed().mid(10)); // "listening "
        return m_url.startsWith(u"http"_s);
    }
    bool write(const QString &name, const char *content)
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) > 0;
    }
    [[nodiscard]] QStringList common() const
    {
        return { u"--data-dir"_s, m_dir->filePath(u"data"_s) };
    }
    void startRun()
    {
        m_run.start(program("renumctl"),
            common()
                + QStringList { u"run"_s, m_dir->filePath(u"team.json"_s), u"--prompt"_s, u"Go"_s,
                    u"--suna"_s, m_url });
    }
    QByteArray output(const QStringList &words, int *code = nullptr)
    {
        QProcess process;
        process.start(program("renumctl"), common() + words);
        if (!process.waitForFinished(Patience))
            return {};
        if (code)
            *code = process.exitCode();
        return process.readAllStandardOutput();
    }
    int act(const QStringList &words)
    {
        int code = -1;
        output(words, &code);
        return code;
    }
    Json show(const QString &id)
    {
        return Json::parse(
            output({ u"executions"_s, u"show"_s, id, u"--json"_s }).toStdString(), nullptr, false);
    }
    QString runningExecution()
    {
        const QByteArray list = output({ u"executions"_s, u"list"_s, u"--json"_s });
        const Json first = Json::parse(list.split('\n').constFirst().toStdString(), nullptr, false);
        return stringAt(first, "status") == u"running"_s
            ? stringAt(first, "execution_id").value_or(QString())
            : QString();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QProcess m_simulator;
    QProcess m_run;
    QString m_url;
};

QTEST_GUILESS_MAIN(TestRenumctlControl)
#include "tst_renumctl_control.moc"
