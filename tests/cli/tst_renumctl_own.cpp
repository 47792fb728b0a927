// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
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

    [[nodiscard]] Json json() const { return Json::parse(out.toStdString(), nullptr, false); }
    [[nodiscard]] QList<Json> lines() const
    {
        QList<Json> list;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                list.append(Json::parse(line.toStdString(), nullptr, false));
        }
        return list;
    }
};

QString program(const char *name)
{
    return QStringLiteral(RENUM_BIN_DIR) + u'/' + QString::fromLatin1(name);
}

/// suna-sim on a port of its own, ended with the object.
class Simulator {
public:
    explicit Simulator(const QString &profile, const QByteArray &more = {})
    {
        QFile file(m_dir.filePath(u"scenario.json"_s));
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(R"({"version":1,)" + more
            + R"("agents":[{"agent_id":"a","name":"A","responses":[{"steps":[{"text":"HI"}]}]}]})");
        file.close();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program("suna-sim"),
            { u"--port"_s, u"0"_s, u"--profile"_s, profile, u"--scenario"_s, file.fileName(),
                u"--exit-with-stdin"_s });
        if (!m_process.waitForReadyRead(Patience))
            return;
        const QByteArray line = m_process.readLine().trimmed();
        if (line.startsWith("listening "))
            url = QString::fromUtf8(line.mid(10));
    }
    ~Simulator()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(Patience);
    }

    QString url;

private:
    QTemporaryDir m_dir;
    QProcess m_process;
};

} // namespace

/// Agents and model endpoints of one's own on the command line, as a script uses them.
class TestRenumctlOwn : public QObject {
    Q_OBJECT

private:
    Finished run(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        // No keychain, whatever the machine has.
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        environment.insert(u"RENUM_TEST_KEY"_s, u"sk-right"_s);
        process.setProcessEnvironment(environment);
        process.start(program("renumctl"),
            QStringList { u"--data-dir"_s, m_dir->filePath(u"data"_s) } + arguments);
        Finished finished;
        if (process.waitForFinished(Patience))
            finished.code = process.exitCode();
        finished.out = process.readAllStandardOutput();
        finished.err = process.readAllStandardError();
        return finished;
    }

    std::unique_ptr<QTemporaryDir> m_dir;

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void agentsAreDefinedAndRun()
    {
        const Simulator endpoint(u"openai"_s);
        Finished done = run({ u"endpoints"_s, u"add"_s, endpoint.url, u"--name"_s, u"Here"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        const QString hostile = u"\u202Eevil 🚲 "_s + QString(240, u'x');
        done = run({ u"agents"_s, u"add"_s, u"--name"_s, hostile, u"--instructions"_s,
            u"Be brief"_s, u"--model"_s, u"a"_s, u"--temperature"_s, u"0.5"_s, u"--json"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        const QString id = stringAt(done.json(), "agent_id").value_or(QString());
        QCOMPARE(stringAt(done.json(), "name").value_or(QString()), hostile);
        done = run({ u"agents"_s, u"list"_s, u"--json"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        QCOMPARE(stringAt(done.lines().value(0), "agent_id").value_or(QString()), id);
        QFile team(m_dir->filePath(u"team.json"_s));
        QVERIFY(team.open(QIODevice::WriteOnly));
        team.write(R"({"name":"T","workflow_definition":{"type":"sequential","agents":[
            {"agent_id":")"
            + id.toUtf8() + R"("}]}})");
        team.close();
        done = run({ u"run"_s, team.fileName(), u"--prompt"_s, u"Go"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        QVERIFY(done.out.contains("HI"));
    }

    void agentsAreChangedAndRemoved()
    {
        QCOMPARE(
            run({ u"endpoints"_s, u"add"_s, u"http://127.0.0.1:1"_s, u"--name"_s, u"E"_s }).code,
            0);
        QCOMPARE(
            run({ u"agents"_s, u"add"_s, u"--name"_s, u"Ana"_s, u"--model"_s, u"m"_s }).code, 0);
        QFile schema(m_dir->filePath(u"schema.json"_s));
        QVERIFY(schema.open(QIODevice::WriteOnly));
        schema.write(R"({"type":"object"})");
        schema.close();
        Finished done = run({ u"agents"_s, u"edit"_s, u"ANA"_s, u"--tools"_s, u"off"_s,
            u"--output-schema"_s, schema.fileName(), u"--json"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        QCOMPARE(done.json()["team_tools"], Json(false));
        QCOMPARE(done.json()["model"], Json("m"));
        QCOMPARE(done.json()["version"], Json(2));
        done = run({ u"agents"_s, u"show"_s, u"ana"_s });
        QCOMPARE(done.code, 0);
        QVERIFY(done.out.contains("team tools    off") && done.out.contains("\"object\""));
        QCOMPARE(run({ u"agents"_s, u"add"_s, u"--name"_s, u"ana"_s }).code, 2); // the name
        QCOMPARE(run({ u"endpoints"_s, u"remove"_s, u"E"_s }).code, 2); // in use
        QCOMPARE(run({ u"agents"_s, u"remove"_s, u"Ana"_s }).code, 0);
        QCOMPARE(run({ u"agents"_s, u"show"_s, u"Ana"_s }).code, 2);
        QCOMPARE(run({ u"endpoints"_s, u"remove"_s, u"e"_s }).code, 0);
        QVERIFY(run({ u"endpoints"_s, u"list"_s, u"--json"_s }).out.isEmpty());
        // Without an endpoint an agent has no place.
        done = run({ u"agents"_s, u"add"_s, u"--name"_s, u"Ana"_s });
        QCOMPARE(done.code, 2);
        QVERIFY(done.err.contains("endpoints add"));
    }

    void agentsComeFromAFile()
    {
        QCOMPARE(
            run({ u"endpoints"_s, u"add"_s, u"http://127.0.0.1:1"_s, u"--name"_s, u"E"_s }).code,
            0);
        QFile file(m_dir->filePath(u"agents.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"([{"agent_id":"one","name":"One"},{"agent_id":"two","name":"Two"}])");
        file.close();
        Finished done = run({ u"agents"_s, u"add"_s, file.fileName() });
        QVERIFY2(done.code == 0, done.err.constData());
        QCOMPARE(done.out, QByteArray("one\ntwo\n"));
        file.setFileName(m_dir->filePath(u"again.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"([{"agent_id":"one","name":"Another"}])");
        file.close();
        done = run({ u"agents"_s, u"add"_s, file.fileName() });
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains("an agent with the id \"one\" already"), done.err.constData());
        QCOMPARE(run({ u"agents"_s, u"add"_s, u"/no/such/file"_s }).code, 2);
    }

    void keysComeFromTheKeychainOrTheEnvironment()
    {
        const Simulator endpoint(u"openai"_s, R"("auth":{"bearer":"sk-right"},)");
        Finished done = run({ u"endpoints"_s, u"add"_s, endpoint.url, u"--name"_s, u"Safe"_s,
            u"--key-env"_s, u"RENUM_TEST_KEY"_s });
        QVERIFY(done.code != 0); // there is no keychain here
        QVERIFY2(done.err.contains("--endpoint-key-env"), done.err.constData());
        QVERIFY(!done.err.contains("sk-right"));
        QCOMPARE(run({ u"endpoints"_s, u"add"_s, endpoint.url, u"--name"_s, u"Safe"_s }).code, 0);
        done = run({ u"agents"_s, u"list"_s });
        QCOMPARE(done.code, 5);
        QVERIFY(done.err.contains("API key"));
        done = run({ u"agents"_s, u"list"_s, u"--endpoint-key-env"_s, u"safe=RENUM_TEST_KEY"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        done = run({ u"endpoints"_s, u"check"_s, u"Safe"_s, u"--endpoint-key-env"_s,
            u"Safe=RENUM_TEST_KEY"_s, u"--json"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        QCOMPARE(done.json()["usable"], Json(true));
        QVERIFY(!done.out.contains("sk-right"));
        done = run({ u"agents"_s, u"list"_s, u"--endpoint-key-env"_s, u"save=RENUM_TEST_KEY"_s });
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains("names \"save\""), done.err.constData());
    }

    void aPartThatFailsIsTold()
    {
        const Simulator suna(u"v3"_s);
        QCOMPARE(run({ u"endpoints"_s, u"add"_s, u"http://127.0.0.1:1"_s, u"--name"_s, u"Attic"_s })
                     .code,
            0);
        const Finished done = run({ u"agents"_s, u"list"_s, u"--suna"_s, suna.url, u"--json"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        QCOMPARE(done.lines().size(), 1);
    }

    void withoutAnyAgents()
    {
        const Finished done = run({ u"agents"_s, u"list"_s });
        QCOMPARE(done.code, 2);
        QVERIFY(done.err.contains("--demo") && done.err.contains("endpoints add"));
    }

    void sunaIsChecked_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("family");
        QTest::addColumn<int>("code");
        QTest::newRow("V1") << u"v1"_s << u"V1"_s << 0;
        QTest::newRow("V2a") << u"v2a"_s << u"V2a"_s << 0;
        QTest::newRow("V3") << u"v3"_s << u"V3"_s << 0;
        QTest::newRow("V4") << u"v4-detect"_s << u"V4"_s << 2;
    }
    void sunaIsChecked()
    {
        QFETCH(QString, profile);
        QFETCH(QString, family);
        const Simulator suna(profile);
        const QStringList check { u"suna"_s, u"check"_s, suna.url, u"--suna-token-env"_s,
            u"RENUM_TEST_KEY"_s };
        Finished done = run(check + QStringList { u"--json"_s });
        QTEST(done.code, "code");
        QCOMPARE(stringAt(done.json(), "family").value_or(QString()), family);
        done = run(check);
        QVERIFY(done.out.contains(family == u"V4"_s ? "cannot be used" : "is healthy"));
        // Looking at an address leaves nothing behind.
        QVERIFY(!QFile::exists(m_dir->filePath(u"data"_s)));
    }

    void modelsAreChecked()
    {
        const Simulator endpoint(u"openai"_s);
        Finished done = run({ u"models"_s, u"check"_s, endpoint.url, u"--model"_s, u"none"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        QVERIFY(done.out.contains("A model endpoint answers"));
        QVERIFY(done.out.contains("\"none\" is not among them"));
        done = run({ u"models"_s, u"check"_s, u"http://127.0.0.1:1"_s, u"--json"_s });
        QCOMPARE(done.code, 5);
        QCOMPARE(done.json()["error"]["code"], Json("connection_refused"));
        QCOMPARE(run({ u"models"_s, u"check"_s, u"nonsense"_s }).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestRenumctlOwn)
#include "tst_renumctl_own.moc"
