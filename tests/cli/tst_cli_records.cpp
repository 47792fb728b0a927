// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/record_text.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::cli;
using namespace Qt::StringLiterals;

namespace {

Result<std::variant<Arguments, ArgumentsText>> parse(const QString &line)
{
    return parseArguments(u"renumctl "_s.append(line).split(u' '));
}

Arguments argumentsOf(const QString &line)
{
    return std::get<Arguments>(*parse(line));
}

const QString Hostile = u"one\n\x1b[31mtwo\u202e"_s;

bool isSafe(const QStringList &lines)
{
    for (const QString &line : lines) {
        for (const QChar c : line) {
            if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
                return false;
        }
    }
    return !lines.isEmpty();
}

} // namespace

/// `context`, `messages`, `logs` and `errors`: what is asked for, and how it looks.
class TestCliRecords : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void commands()
    {
        using Command = Arguments::Command;
        QVERIFY(argumentsOf(u"context E"_s).command == Command::Context);
        QCOMPARE(argumentsOf(u"context E"_s).target, u"E"_s);
        QVERIFY(!argumentsOf(u"context E"_s).contextVersion);
        QCOMPARE(argumentsOf(u"--json context E --version 3"_s).contextVersion, std::optional(3));
        QVERIFY(argumentsOf(u"context E --history"_s).history);
        QVERIFY(argumentsOf(u"errors E"_s).command == Command::Errors);

        const Arguments messages = argumentsOf(u"messages E --agent a --type Response"_s);
        QVERIFY(messages.command == Command::Messages);
        QCOMPARE(messages.messages.agent, AgentId(u"a"_s));
        QVERIFY(messages.messages.type == MessageType::Response);
        QCOMPARE(messages.messages.limit, int(MessageLimits::MaxPerExecution));
        QCOMPARE(argumentsOf(u"messages E --limit 5"_s).messages.limit, 5);

        const Arguments logs = argumentsOf(
            u"logs E --level WARNING --category user_action --agent a --search x --after 7 "
            "--export f.CSV"_s);
        QVERIFY(logs.command == Command::Logs);
        QVERIFY(logs.logs.atLeast == LogLevel::Warning);
        QVERIFY(logs.logs.categories == QList { LogCategory::UserAction });
        QCOMPARE(logs.logs.agent, AgentId(u"a"_s));
        QCOMPARE(logs.logs.search, u"x"_s);
        QCOMPARE(logs.logs.afterId, qint64(7));
        QCOMPARE(logs.exportFile, u"f.CSV"_s);
        QVERIFY(logs.exportFormat == LogFormat::Csv);
    }

    void overManyExecutions()
    {
        using Command = Arguments::Command;
        const Arguments statistics = argumentsOf(u"errors statistics --team T --limit 5"_s);
        QVERIFY(statistics.command == Command::ErrorStatistics);
        QCOMPARE(statistics.executions.team, TeamId(u"T"_s));
        QCOMPARE(statistics.executions.page.limit, 5);
        QVERIFY(argumentsOf(u"audit"_s).target.isEmpty());
        const Arguments audit = argumentsOf(u"audit E --event execution.approval. --actor user"_s);
        QVERIFY(audit.command == Command::Audit);
        QCOMPARE(audit.target, u"E"_s);
        AuditEntry entry;
        entry.eventType = u"execution.approval.rejected"_s;
        QVERIFY(!audit.audit.takes(entry)); // the system did it
        entry.actorType = AuditEntry::Actor::User;
        QVERIFY(audit.audit.takes(entry));
        entry.eventType = u"execution.approvals"_s;
        QVERIFY(!audit.audit.takes(entry));
        QVERIFY(argumentsOf(u"audit"_s).audit.takes(entry));
        QVERIFY(!argumentsOf(u"audit --event execution"_s).audit.takes(entry));
    }

    void whatAPersonDoes()
    {
        using Command = Arguments::Command;
        QVERIFY(argumentsOf(u"pause E"_s).command == Command::Pause);
        QVERIFY(!argumentsOf(u"continue E"_s).intervention.oneStep);
        QVERIFY(argumentsOf(u"continue E --one-step"_s).intervention.oneStep);
        const Arguments rejected = argumentsOf(u"reject E a --comment No"_s);
        QVERIFY(rejected.command == Command::Reject);
        QCOMPARE(rejected.otherTarget, u"a"_s);
        QCOMPARE(rejected.intervention.comment, u"No"_s);
    }

    void theProgramsOwnVersionIsStillTold()
    {
        QVERIFY(std::holds_alternative<ArgumentsText>(*parse(u"--version"_s)));
        QVERIFY(std::holds_alternative<ArgumentsText>(*parse(u"-v"_s)));
    }

    void badUsage_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
            { "context", "context E --version", "context E --version 0", "context E --version x",
                "context E --version 1 --history", "messages E --type no", "logs E --level loud",
                "logs E --category other", "logs E --export file.pdf", "logs E --limit 0", "errors",
                "errors E F", "audit --actor nobody", "approve E", "pause" })
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void badUsage()
    {
        QFETCH(const QString, line);
        const auto parsed = parse(line);
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.contains(u"renumctl --help"_s));
    }

    void nothingHostileReachesTheTerminal()
    {
        LogEntry entry;
        entry.message = Hostile;
        entry.stepName = Hostile;
        QVERIFY(isSafe(logLines(entry)));
        AuditEntry audit;
        audit.eventType = Hostile;
        audit.entityId = Hostile;
        audit.actorType = AuditEntry::Actor::User;
        audit.actorId = Hostile;
        QVERIFY(isSafe({ auditLine(audit) }));
        TeamMessage message;
        message.from = AgentId(Hostile);
        message.content = textContent(Hostile);
        QVERIFY(isSafe(messageLines(message)));
        ExecutionError error;
        error.error.message = Hostile;
        error.agentId = AgentId(Hostile);
        QVERIFY(isSafe(errorLines(error)));
        ContextVersion version;
        version.changedBy = Hostile;
        version.changes = { { ContextChange::Scope::SharedMemory, Hostile, toJson(Hostile),
            toJson(Hostile), Hostile, 2 } };
        QVERIFY(isSafe(historyLines(version)));
        ContextState state;
        state.context = TeamContext(Json::object(), Json { { "k", toJson(Hostile) } },
            Json { { Hostile.toStdString(), 1 } });
        QVERIFY(isSafe(contextLines(state)));
    }

    void linesForPeople()
    {
        LogEntry entry;
        entry.timestamp = fromMicroseconds(0);
        entry.level = LogLevel::Warning;
        entry.agentId = AgentId(u"a"_s);
        entry.message = u"Careful"_s;
        QCOMPARE(logLines(entry).join(u'\n'),
            u"1970-01-01T00:00:00.000Z  WARNING   execution    a                         Careful"_s);

        ContextVersion version;
        version.version = 3;
        version.changedBy = u"a"_s;
        version.restoredFrom = 1;
        version.changes = {
            { ContextChange::Scope::SharedMemory, u"n"_s, 2, 1, u"a"_s, 3 },
            { ContextChange::Scope::ContextObject, u"m"_s, true, nullptr, u"a"_s, 3 },
            { ContextChange::Scope::SharedMemory, u"k"_s, nullptr, "x", u"a"_s, 3, true },
        };
        const QStringList lines = historyLines(version);
        QVERIFY2(lines[0].endsWith(u"(restores version 1)"_s), qPrintable(lines[0]));
        QCOMPARE(lines[1].trimmed(), u"shared memory n = 2, was 1"_s);
        QCOMPARE(lines[2].trimmed(), u"context m = true"_s);
        QCOMPARE(lines[3].trimmed(), u"shared memory k deleted, was \"x\""_s);

        ExecutionError error;
        error.error = { ErrorCategory::NetworkError, u"connection_lost"_s, u"Gone."_s };
        error.stepName = u"Writer"_s;
        QVERIFY(errorLines(error).join(u'\n').contains(u"> Check that Suna runs"_s));
        error.resolved = true;
        QVERIFY(!errorLines(error).join(u'\n').contains(u'>'));
        QVERIFY(errorLines(error)[0].endsWith(u"(the step completed after all)"_s));

        TeamMessage message;
        message.to = AgentId(u"b"_s);
        message.type = MessageType::Response;
        message.late = true;
        message.content = textContent(u"Hello"_s);
        QVERIFY(messageLines(message)[0].contains(u"system > b"_s));
        QVERIFY(messageLines(message)[0].contains(u"response (late)"_s));
        QVERIFY(messageLines(message)[0].endsWith(u"Hello"_s));
    }
};

QTEST_GUILESS_MAIN(TestCliRecords)
#include "tst_cli_records.moc"
