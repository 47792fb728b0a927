// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/team/execution_tokens.h"
#include "core/team/team_call_handler.h"
#include "core/team/team_toolbox.h"
#include "core/team/team_tools.h"
#include "core/team/tool_record.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

Timestamp at(int seconds)
{
    return fromMicroseconds(1'800'000'000'000'000) + std::chrono::seconds(seconds);
}

/// A team of three at work: a and b run, c has not begun.
struct Bench {
    ToolOutcome call(const char *tool, const Json &arguments, const char *agent = "a")
    {
        TeamToolbox box(context, board, roster);
        return box.execute({ QString::fromUtf8(tool), arguments },
            { AgentId(QString::fromUtf8(agent)), {}, {}, serving },
            { MessageId(u"m%1"_s.arg(++last)), now });
    }

    TeamContext context { {}, { { "c", 1 } }, { { "m", 1 } } };
    MessageBoard board { ExecutionId(u"e"_s),
        { { AgentId(u"a"_s), {} }, { AgentId(u"b"_s), {} }, { AgentId(u"c"_s), {} } } };
    TeamRoster roster { ExecutionId(u"e"_s), u"Team"_s,
        { { AgentId(u"a"_s), u"Ann"_s, u"leader"_s, 1, StepStatus::Running },
            { AgentId(u"b"_s), u"Bob"_s, {}, 2, StepStatus::Running },
            { AgentId(u"c"_s), u"Cy"_s, {}, 3, StepStatus::Pending } } };
    MessageId serving;
    Timestamp now = at(0);
    int last = 0;
};

class CountingIds : public IdSource {
public:
    QString next() override { return u"00000000-%1"_s.arg(++m_count); }

private:
    int m_count = 0;
};

} // namespace

/// Contract §5.7.1: the tools at work, and the tokens that let them be called.
class TestTeamToolbox : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void sharesVariables() // CX-02
    {
        Bench bench;
        const ToolOutcome set
            = bench.call("set_shared_variable", { { "key", "k" }, { "value", nullptr } });
        QCOMPARE(set.result, Json({ { "ok", true } }));
        QCOMPARE(set.changes.size(), size_t(1));
        QCOMPARE(set.changes[0].changedBy, u"a"_s);
        QCOMPARE(bench.call("get_shared_variable", { { "key", "m" } }, "b").result, Json(1));
        QCOMPARE(bench.call("get_shared_variable", { { "key", "none" } }).result, Json());
        QCOMPARE(bench.call("get_all_shared_variables", nullptr).result,
            Json({ { "m", 1 }, { "k", nullptr } }));
        QCOMPARE(
            bench.call("delete_shared_variable", { { "key", "m" } }).changes.size(), size_t(1));
        QVERIFY(bench.call("delete_shared_variable", { { "key", "m" } }).changes.empty());
    }

    void valuesEnd()
    {
        Bench bench;
        QVERIFY(!bench
                     .call("set_shared_variable",
                         { { "key", "k" }, { "value", 1 }, { "ttl_seconds", 5 } })
                     .error);
        bench.now = at(5);
        const ToolOutcome read = bench.call("get_shared_variable", { { "key", "k" } });
        QVERIFY(read.result.is_null());
        QCOMPARE(read.changes.size(), size_t(1)); // its end has to be logged
        QVERIFY(read.changes[0].deleted);
    }

    void contributesToTheContext()
    {
        Bench bench;
        const ToolOutcome set = bench.call("set_context", { { "context", { { "x", 1 } } } });
        QCOMPARE(*set.outputContext, Json({ { "x", 1 } }));
        QVERIFY(set.changes.empty()); // it becomes context when the step ends
        QCOMPARE(bench.call("set_context", { { "context", { { "team_id", 1 } } } }).error->code,
            u"context_key_reserved"_s);
        const Json large { { "context", { { "x", std::string(300 * 1024, 'x') } } } };
        QCOMPARE(bench.call("set_context", large).error->code, u"context_value_too_large"_s);
    }

    void sendsAndReads()
    {
        Bench bench;
        const ToolOutcome sent
            = bench.call("send_message_to_agent", { { "target_agent", "b" }, { "message", "hi" } });
        QCOMPARE(sent.result, Json({ { "message_id", "m1" } }));
        QCOMPARE(sent.messages.size(), size_t(1));
        QVERIFY(!bench
                     .call("broadcast_to_team",
                         { { "message", { { "n", 1 } } }, { "message_type", "error" },
                             { "exclude_agents", { "c" } } })
                     .error);
        const ToolOutcome read = bench.call("get_team_messages", { { "limit", 5 } }, "b");
        QCOMPARE(read.result.size(), size_t(2));
        QCOMPARE(read.result[0].at("content"), Json({ { "n", 1 } }));
        QVERIFY(std::holds_alternative<MessagesRead>(read.messages.at(0)));
        QVERIFY(bench.board.unread(AgentId(u"b"_s)).empty());
        QVERIFY(bench.call("get_team_messages", { { "limit", 5 } }, "b").messages.empty());
        QCOMPARE(bench.call("get_team_messages", Json::object(), "c").result, Json::array());
        const Json filter { { "from_agent_id", "a" }, { "message_type", "info" } };
        QCOMPARE(bench.call("get_team_messages", filter, "b").result.size(), size_t(1));
    }

    void asks()
    {
        Bench bench;
        const Json question { { "target_agent", "c" }, { "request", "?" } };
        const ToolOutcome idle = bench.call("request_from_agent", question);
        QCOMPARE(idle.result, Json({ { "status", "pending" }, { "request_id", "m1" } }));
        QVERIFY((
            idle.pending == PendingRequest { MessageId(u"m1"_s), AgentId(u"c"_s), at(0), at(30) }));
        const ToolOutcome busy = bench.call("request_from_agent",
            { { "target_agent", "b" }, { "request", "?" }, { "timeout", 20 } });
        QVERIFY(busy.pending->startAuxiliaryAt == at(10)); // half of it, as it works now
        QVERIFY(busy.pending->deadline == at(20));
        const ToolOutcome answer = bench.call(
            "respond_to_request", { { "request_message_id", "m2" }, { "content", "42" } }, "b");
        QCOMPARE(answer.result, Json({ { "message_id", "m3" }, { "late", false } }));
        QCOMPARE(requestResult(bench.board, MessageId(u"m2"_s)),
            Json({ { "status", "answered" }, { "request_id", "m2" }, { "from_agent", "b" },
                { "response", { { "text", "42" } } } }));
        QVERIFY(bench.board.timeOut(MessageId(u"m1"_s), { MessageId(u"t"_s), at(30) }));
        QCOMPARE(requestResult(bench.board, MessageId(u"m1"_s)),
            Json({ { "error", "timeout" }, { "request_id", "m1" } }));
        bench.serving = MessageId(u"m2"_s);
        QCOMPARE(
            bench.call("request_from_agent", { { "target_agent", "a" }, { "request", "?" } }, "b")
                .error->code,
            u"request_cycle"_s);
    }

    void knowsTheTeam()
    {
        Bench bench;
        const Json info = bench.call("get_team_info", Json::object(), "b").result;
        QCOMPARE(info.at("you"), Json("b"));
        QCOMPARE(info.at("your_step"), Json(2));
        QCOMPARE(info.at("total_steps"), Json(3));
        QCOMPARE(info.at("members").at(0).at("role"), Json("leader"));
        QCOMPARE(info.at("members").at(1).at("role"), Json("member"));
        QVERIFY(bench.call("get_team_info", {}, "x").result.at("your_step").is_null());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *tool, const char *arguments,
                             const char *code, const char *says) {
            QTest::newRow(name) << QByteArray(tool) << QByteArray(arguments)
                                << QString::fromUtf8(code) << QString::fromUtf8(says);
        };
        const char *wrong = code::TeamToolArguments;
        row("unknown", "rm", "{}", code::TeamToolUnknown, "get_team_info");
        row("missing", "set_shared_variable", R"({"key":"k"})", wrong, "\"value\" is missing");
        row("wrong type", "get_shared_variable", R"({"key":1})", wrong, "\"key\" has to be string");
        row("null is missing", "get_shared_variable", R"({"key":null})", wrong, "is missing");
        row("extra", "get_team_info", R"({"why":1})", wrong, "there is no \"why\"");
        row("not an object", "get_team_info", "[1]", wrong, "have to be an object");
        row("enum", "broadcast_to_team", R"({"message":"x","message_type":"request"})", wrong,
            "one of info, error, context_update");
        row("two types", "broadcast_to_team", R"({"message":[1]})", wrong, "string or object");
        row("items", "broadcast_to_team", R"({"message":"x","exclude_agents":[1]})", wrong,
            "a list, each string");
        row("range", "get_team_messages", R"({"limit":0})", wrong, "from 1 to 100");
        row("huge", "get_team_messages", R"({"limit":1e300})", wrong, "has to be integer");
        row("huge integer", "get_team_messages", R"({"limit":18446744073709551615})", wrong,
            "from 1 to 100");
        row("stranger", "send_message_to_agent", R"({"target_agent":"x","message":"m"})",
            code::RecipientUnknown, "get_team_info");
        row("key", "set_shared_variable", R"({"key":"a b","value":1})", code::ContextKeyInvalid,
            "letters");
        row("another's request", "respond_to_request",
            R"({"request_message_id":"m9","content":"x"})", code::RequestUnknown, "m9");
    }
    void refuses()
    {
        QFETCH(QByteArray, tool);
        QFETCH(QByteArray, arguments);
        QFETCH(QString, code);
        QFETCH(QString, says);
        Bench bench;
        const TeamContext context = bench.context;
        const MessageBoard board = bench.board;
        const ToolOutcome outcome
            = bench.call(tool.constData(), Json::parse(arguments.toStdString()));
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, code);
        QVERIFY2(outcome.error->message.contains(says), qPrintable(outcome.error->message));
        QVERIFY(answerText(answerOf(outcome)).startsWith(u"ERROR: "_s));
        QVERIFY(outcome.changes.empty() && outcome.messages.empty() && outcome.result.is_null());
        QVERIFY(bench.context == context && bench.board == board);
    }

    void everyToolIsDescribed()
    {
        QCOMPARE(teamTools().size(), size_t(11));
        QCOMPARE(mcpToolList().size(), size_t(11));
        for (const Json &tool : mcpToolList()) {
            QVERIFY(!tool.at("description").get<std::string>().empty());
            QVERIFY(tool.at("inputSchema").at("properties").contains("execution_token"));
            QCOMPARE(tool.at("inputSchema").at("required").back(), Json("execution_token"));
        }
        for (const Json &tool : functionToolList()) {
            QCOMPARE(tool.at("type"), Json("function"));
            const Json &parameters = tool.at("function").at("parameters");
            QCOMPARE(parameters.at("type"), Json("object"));
            QVERIFY(parameters.at("required").is_array());
            for (const Json &name : parameters.at("required"))
                QVERIFY(parameters.at("properties").contains(name.get<std::string>()));
            const Json call { { "action", tool.at("function").at("name") } };
            Bench bench; // each name has something that executes it
            const ToolOutcome outcome
                = bench.call(call.at("action").get<std::string>().c_str(), Json::object());
            QVERIFY(
                !outcome.error || outcome.error->code == QLatin1String(code::TeamToolArguments));
        }
        QCOMPARE(signatureOf(*findTeamTool(u"request_from_agent"_s)),
            u"request_from_agent(request: string|object, target_agent: string, [timeout: integer])"_s);
    }

    void recordsComeBack()
    {
        Bench bench;
        const TeamBlock block { TeamBlock::Kind::Actions, u"0:x:1"_s, {}, {}, {} };
        TeamCall call { u"request_from_agent"_s, { { "target_agent", "c" }, { "request", "?" } } };
        TeamToolbox box(bench.context, bench.board, bench.roster);
        const MessageSender caller { AgentId(u"a"_s), {}, {}, {} };
        std::vector<ToolRecord> records;
        records.push_back(
            recordOf(block, 0, call, box.execute(call, caller, { MessageId(u"m1"_s), at(0) })));
        QVERIFY(records[0].request == MessageId(u"m1"_s));
        call = { u"set_context"_s, { { "context", { { "x", 1 } } } } };
        records.push_back(
            recordOf(block, 1, call, box.execute(call, caller, { MessageId(u"m2"_s), at(0) })));
        QVERIFY(!needsFollowUp({ records[1] }));
        QVERIFY(needsFollowUp(records));
        TeamBlock refused;
        refused.refusal
            = Error { ErrorCategory::InvalidInput, u"team_actions_invalid"_s, u"No."_s };
        records.push_back(recordOf(refused));
        QVERIFY(needsFollowUp({ records[2] })); // it can correct what was refused
        for (const ToolRecord &record : records)
            QVERIFY(*toolRecordFromJson(toJson(record)) == record);
        QCOMPARE(outputContextOf(records), Json({ { "x", 1 } }));
        QVERIFY(!toolRecordFromJson(Json::object()));
        QVERIFY(!toolRecordFromJson({ { "block_id", "b" }, { "index", -1 } }));
    }

    void refusedCallsDoNothing()
    {
        Bench bench;
        TeamCall call;
        call.tool = u"get_team_info"_s;
        call.refusal = Error { ErrorCategory::InvalidInput, u"team_actions_invalid"_s, u"No."_s };
        TeamToolbox box(bench.context, bench.board, bench.roster);
        const ToolOutcome outcome = box.execute(call, {}, { MessageId(u"m"_s), at(0) });
        QCOMPARE(answerText(answerOf(outcome)), u"ERROR: No."_s);
        QCOMPARE(
            answerText(answerOf(bench.call("get_shared_variable", { { "key", "m" } }))), u"1"_s);
    }

    void tokens()
    {
        ExecutionTokens tokens;
        CountingIds ids;
        const TokenGrant a { ExecutionId(u"e"_s), AgentId(u"a"_s), at(10) };
        const TokenGrant b { ExecutionId(u"f"_s), AgentId(u"b"_s), at(20) };
        const QString first = tokens.issue(a, ids);
        const QString second = tokens.issue(b, ids);
        QVERIFY(first != second);
        QVERIFY(*tokens.resolve(first, at(9)) == a);
        QVERIFY(*tokens.resolve(second, at(9)) == b);
        QCOMPARE(tokens.resolve(first, at(10)).error().code, u"team_token_expired"_s);
        const QStringList guesses { QString(), u"guess"_s, first.chopped(1), first + u' ',
            u"x"_s.repeated(1'000'000) };
        for (const QString &wrong : guesses) {
            const auto denied = tokens.resolve(wrong, at(0));
            QCOMPARE(denied.error().code, u"team_token_invalid"_s);
            QVERIFY(denied.error().category == ErrorCategory::AuthenticationError);
        }
        tokens.prune(at(10));
        QCOMPARE(tokens.size(), 1);
        tokens.revokeAll(ExecutionId(u"e"_s));
        QVERIFY(tokens.resolve(second, at(9)));
        tokens.revokeAll(ExecutionId(u"f"_s));
        QCOMPARE(tokens.size(), 0);
        RandomIdSource random;
        const QString token = tokens.issue(a, random);
        QCOMPARE(token.size(), 64);
        tokens.revoke(token);
        QVERIFY(!tokens.resolve(token, at(0)));
    }
};

QTEST_GUILESS_MAIN(TestTeamToolbox)
#include "tst_team_toolbox.moc"
