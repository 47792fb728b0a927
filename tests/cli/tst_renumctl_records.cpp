// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "core/team/team_message.h"
#include "tests/support/await.h"
#include "tests/support/event_by_hand.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

struct Finished {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QList<Json> lines() const
    {
        QList<Json> list;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                list.append(Json::parse(line.toStdString(), nullptr, false));
        }
        return list;
    }
};

TeamMessage greeting()
{
    TeamMessage message;
    message.id = MessageId(u"m1"_s);
    message.executionId = ExecutionId(QString::fromLatin1(EventScript::Id));
    message.from = AgentId(u"a"_s);
    message.content = textContent(u"Hello\x1b[31m all"_s);
    message.createdAt = fromMicroseconds(EventScript::Begin);
    return message;
}

ExecutionEvents story()
{
    EventScript script;
    const Json failure
        = EventScript::error("network_error", "connection_lost", "Gone, token=abcdefgh12345");
    return { script.created(), script.planned({ u"a"_s, u"b"_s }),
        script.execution("execution_started", { { "owner", "nobody" } }),
        script.step("step_started", "a", { { "attempt", 1 }, { "prompt", "Do it" } }),
        script.context("leads", 7, 2, "a"), script.context("leads", 8, 3, "Ana", 7),
        script.next("team_message", "", toJson(greeting())),
        script.step("step_failed", "a",
            { { "attempt", 1 }, { "error", "Gone, token=abcdefgh12345" },
                { "error_detail", failure } }),
        script.execution("execution_failed",
            { { "error", "Gone" }, { "error_detail", failure }, { "progress", 0 } }) };
}

} // namespace

/// What `renumctl` tells of an execution that is over.
class TestRenumctlRecords : public QObject {
    Q_OBJECT

private:
    Finished run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(RENUM_BIN_DIR) + u"/renumctl"_s,
            QStringList { u"--data-dir"_s, m_dir.path() } + arguments);
        Finished finished;
        if (process.waitForFinished(Patience))
            finished.code = process.exitCode();
        finished.out = process.readAllStandardOutput();
        finished.err = process.readAllStandardError();
        return finished;
    }

    QTemporaryDir m_dir;
    const QString m_id = QString::fromLatin1(EventScript::Id);

private slots:
    void initTestCase()
    {
        SystemClock clock;
        const Result<std::unique_ptr<Store>> store
            = Store::open({ m_dir.filePath(u"renum.db"_s), false, {} }, &clock);
        QVERIFY(store.ok());
        QVERIFY(await((*store)->append(story()))->ok());
    }

    void context() // CX-01, CX-03
    {
        Finished finished = run({ u"context"_s, m_id, u"--json"_s });
        QVERIFY2(finished.code == 0, finished.err.constData());
        const Json latest = finished.lines().value(0);
        QCOMPARE(latest["version"], Json(3));
        QCOMPARE(latest["shared_memory"], Json({ { "leads", 8 } }));
        QCOMPARE(latest["workflow_state"]["total_steps"], Json(2));
        finished = run({ u"context"_s, m_id, u"--json"_s, u"--version"_s, u"2"_s });
        QCOMPARE(finished.lines().value(0)["shared_memory"], Json({ { "leads", 7 } }));
        finished = run({ u"context"_s, m_id });
        QVERIFY(finished.out.startsWith("Version 3, of "));
        QVERIFY(finished.out.contains("  leads  8\n"));
        finished = run({ u"context"_s, m_id, u"--version"_s, u"9"_s });
        QCOMPARE(finished.code, 2);
        QVERIFY(finished.err.contains("no version 9"));
        finished = run({ u"context"_s, u"00000000-0000-4000-8000-000000000000"_s });
        QVERIFY(finished.code != 0);
        QVERIFY(finished.out.isEmpty());
    }

    void interventionsInWhatIsOver()
    {
        for (const QStringList &words : { QStringList { u"skip"_s, m_id, u"--step"_s, u"a"_s },
                 QStringList { u"retry-step"_s, m_id, u"--step"_s, u"a"_s },
                 QStringList { u"message"_s, m_id, u"--to"_s, u"a"_s, u"--text"_s, u"Hi"_s },
                 QStringList { u"break"_s, u"clear"_s, m_id }, QStringList { u"pause"_s, m_id },
                 QStringList { u"continue"_s, m_id, u"--one-step"_s },
                 QStringList { u"approve"_s, m_id, u"a"_s },
                 QStringList { u"cap"_s, m_id, u"--max-calls"_s, u"9"_s } }) {
            const Finished finished = run(words);
            QCOMPARE(finished.code, 1);
            QVERIFY2(finished.err.contains("already ended"), finished.err.constData());
        }
        const Finished listed = run({ u"break"_s, u"list"_s, m_id });
        QCOMPARE(listed.code, 0);
        QVERIFY(listed.err.contains("holds nowhere"));
    }

    void history()
    {
        Finished finished = run({ u"context"_s, m_id, u"--history"_s, u"--json"_s });
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.lines().size(), 3);
        QCOMPARE(finished.lines()[2]["changes"][0]["previous_value"], Json(7));
        finished = run({ u"context"_s, m_id, u"--history"_s });
        QVERIFY(finished.out.contains("shared memory leads = 8, was 7"));
    }

    void messages()
    {
        Finished finished = run({ u"messages"_s, m_id, u"--json"_s });
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.lines().size(), 1);
        QCOMPARE(finished.lines()[0]["message_id"], Json("m1"));
        finished = run({ u"messages"_s, m_id, u"--agent"_s, u"b"_s });
        QVERIFY(finished.out.contains("a > everyone"));
        QVERIFY(!finished.out.contains('\x1b'));
        finished = run({ u"messages"_s, m_id, u"--type"_s, u"request"_s });
        QCOMPARE(finished.code, 0);
        QVERIFY(finished.out.isEmpty());
    }

    void logs()
    {
        Finished finished = run({ u"logs"_s, m_id, u"--json"_s });
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.lines().size(), story().size());
        QVERIFY(!finished.out.contains("abcdefgh12345")); // contract §8.5
        finished = run({ u"logs"_s, m_id, u"--level"_s, u"error"_s, u"--agent"_s, u"a"_s });
        QCOMPARE(finished.out.count('\n'), 1);
        QVERIFY(finished.out.contains("Agent execution failed: Gone"));
        finished = run({ u"logs"_s, m_id, u"--limit"_s, u"2"_s, u"--json"_s });
        QCOMPARE(finished.lines().size(), 2);
        QCOMPARE(finished.lines()[1]["log_id"], Json(story().size()));
        QVERIFY(run({ u"logs"_s, m_id, u"--search"_s, u"no such text"_s }).out.isEmpty());
    }

    void exportedLogs()
    {
        const QString path = m_dir.filePath(u"log.csv"_s);
        const Finished finished = run({ u"logs"_s, m_id, u"--export"_s, path });
        QCOMPARE(finished.code, 0);
        QVERIFY(finished.out.isEmpty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QVERIFY(csv.startsWith("\"log_id\",\"timestamp\""));
        QCOMPARE(csv.count("\r\n"), story().size() + 1);
        const Finished failed
            = run({ u"logs"_s, m_id, u"--export"_s, m_dir.filePath(u"no/such/folder.txt"_s) });
        QCOMPARE(failed.code, 2);
        QVERIFY(failed.err.contains("cannot be written"));
    }

    void errors()
    {
        Finished finished = run({ u"errors"_s, m_id, u"--json"_s });
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.lines().size(), 2);
        const Json first = finished.lines()[0];
        QCOMPARE(first["error_type"], Json("network_error"));
        QCOMPARE(first["severity"], Json("medium"));
        QCOMPARE(first["step_name"], Json("A"));
        QVERIFY(!finished.out.contains("abcdefgh12345"));
        finished = run({ u"errors"_s, m_id });
        QVERIFY(finished.out.contains("> Check that Suna runs"));
    }

    void errorStatistics()
    {
        Finished finished = run({ u"errors"_s, u"statistics"_s, u"--json"_s });
        QVERIFY2(finished.code == 0, finished.err.constData());
        const Json all = finished.lines().value(0);
        QCOMPARE(all["total_errors"], Json(2));
        QCOMPARE(all["errors_by_type"], Json({ { "network_error", 2 } }));
        QCOMPARE(all["recovery_rate"], Json(0.0));
        finished = run({ u"errors"_s, u"statistics"_s });
        QVERIFY(finished.out.startsWith("2 failures in 1 executions"));
        finished = run({ u"errors"_s, u"statistics"_s, u"--team"_s, u"another"_s });
        QCOMPARE(finished.out, QByteArray("Nothing failed in 0 executions.\n"));
    }

    void audit() // contract 8.4
    {
        Finished finished = run({ u"audit"_s, u"--json"_s });
        QVERIFY2(finished.code == 0, finished.err.constData());
        QCOMPARE(finished.lines().size(), 2);
        const Json failed = finished.lines().value(1);
        QCOMPARE(failed["event_type"], Json("execution.failed"));
        QCOMPARE(failed["entity_id"], Json(EventScript::Id));
        QCOMPARE(failed["details"]["agent_ids"], Json::array({ "a", "b" }));
        QCOMPARE(failed["details"]["prompt_sha256"].get<std::string>().size(), std::size_t(64));
        QCOMPARE(run({ u"audit"_s, m_id, u"--json"_s }).out, finished.out);
        finished = run({ u"audit"_s, u"--event"_s, u"execution.failed"_s });
        QCOMPARE(finished.out.count('\n'), 1);
        QVERIFY(finished.out.contains("execution.failed"));
        finished = run({ u"audit"_s, u"--event"_s, u"execution.approval."_s });
        QVERIFY(finished.out.isEmpty());
        QVERIFY(finished.err.contains("says nothing"));
        QVERIFY(run({ u"audit"_s, u"00000000-0000-4000-8000-000000000000"_s }).code != 0);
    }

    void executionsAreFoundAndDeleted() // EM-09; the last, because nothing is left
    {
        const auto found = [this](const QStringList &options) {
            const Finished finished
                = run(QStringList { u"executions"_s, u"list"_s, u"--json"_s } + options);
            return finished.code == 0 ? int(finished.lines().size()) : -1;
        };
        QCOMPARE(found({}), 1);
        QCOMPARE(found({ u"--group"_s, u"failed"_s }), 1);
        QCOMPARE(found({ u"--group"_s, u"completed"_s }), 0);
        QCOMPARE(found({ u"--search"_s, u"WRITERS"_s }), 1);
        QCOMPARE(found({ u"--search"_s, u"nothing of that"_s }), 0);
        QCOMPARE(found({ u"--min-cost"_s, u"0"_s }), 0); // unknown is not zero
        Finished finished = run({ u"executions"_s, u"delete"_s, m_id });
        QVERIFY2(finished.code == 0, finished.err.constData());
        QCOMPARE(found({}), 0);
        finished = run({ u"executions"_s, u"delete"_s, m_id });
        QCOMPARE(finished.code, 2);
        QVERIFY(finished.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRenumctlRecords)
#include "tst_renumctl_records.moc"
