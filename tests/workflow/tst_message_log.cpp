// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/message_log.h"
#include "tests/support/event_by_hand.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

TeamMessage message(int number, const char *from, const char *to, MessageType type)
{
    TeamMessage message;
    message.id = MessageId(u"m%1"_s.arg(number));
    message.executionId = ExecutionId(QString::fromLatin1(EventScript::Id));
    message.from = AgentId(QString::fromLatin1(from));
    message.to = AgentId(QString::fromLatin1(to));
    message.type = type;
    message.content = textContent(u"text %1"_s.arg(number));
    message.createdAt = fromMicroseconds(EventScript::Begin + number * 1'000'000);
    return message;
}

/// a tells all, asks b, b answers, the system tells a of a time-out.
ExecutionEvents story()
{
    EventScript script;
    TeamMessage question = message(2, "a", "b", MessageType::Request);
    question.requiresResponse = true;
    question.responseTimeoutSeconds = 30;
    TeamMessage answer = message(3, "b", "a", MessageType::Response);
    answer.inReplyTo = question.id;
    const Json read = { { "agent_id", "b" }, { "message_ids", Json::array({ "m2" }) },
        { "read_at", "2026-02-02T02:40:02.500Z" } };
    return { script.created(), script.planned({ u"a"_s, u"b"_s, u"c"_s }),
        script.next("team_message", "", toJson(message(1, "a", "", MessageType::Info))),
        script.next("team_message", "", toJson(question)),
        script.next("team_message", "messages_read", read),
        script.next("team_message", "auxiliary_run_started", { { "request_id", "m2" } }),
        script.next("team_message", "", toJson(answer)),
        script.next("team_message", "", toJson(message(4, "", "a", MessageType::Error))),
        script.next("team_message", "", { { "message_id", "damaged" } }) };
}

QString idsOf(const MessageQuery &query)
{
    QStringList ids;
    const auto log = folded<MessageLog>(story());
    for (const TeamMessage &found : log.board().history(query))
        ids.append(found.id.toString());
    return ids.join(u' ');
}

} // namespace

/// Contract §1.5.10: the messages of an execution.
class TestMessageLog : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void queries()
    {
        using Order = MessageQuery::Order;
        QCOMPARE(idsOf({}), u"m4 m3 m2 m1"_s);
        QCOMPARE(idsOf({ .order = Order::OldestFirst }), u"m1 m2 m3 m4"_s);
        QCOMPARE(idsOf({ .limit = 2, .offset = 1 }), u"m3 m2"_s);
        QCOMPARE(idsOf({ .limit = 2, .offset = 1, .order = Order::OldestFirst }), u"m2 m3"_s);
        QCOMPARE(idsOf({ .limit = 0 }), QString());
        QCOMPARE(idsOf({ .offset = -5 }), u"m4 m3 m2 m1"_s);
        QCOMPARE(idsOf({ .agent = AgentId(u"c"_s) }), u"m1"_s); // a broadcast reaches it
        QCOMPARE(idsOf({ .agent = AgentId(u"b"_s), .order = Order::OldestFirst }), u"m1 m2 m3"_s);
        QCOMPARE(idsOf({ .type = MessageType::Request }), u"m2"_s);
        QCOMPARE(idsOf({ .agent = AgentId(u"ghost"_s) }), QString());
    }

    void requestsAndRepliesKnowEachOther() // MS-03, MS-04
    {
        const auto log = folded<MessageLog>(story());
        QCOMPARE(log.board().find(MessageId(u"m2"_s))->responseMessageId, MessageId(u"m3"_s));
        QCOMPARE(log.board().find(MessageId(u"m3"_s))->inReplyTo, MessageId(u"m2"_s));
    }

    void withoutPlan()
    {
        EventScript script;
        const auto log = folded<MessageLog>({ script.execution("plan_created", { { "plan", 7 } }),
            script.next("team_message", "", toJson(message(1, "a", "b", MessageType::Info))) });
        QCOMPARE(log.board().messages().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestMessageLog)
#include "tst_message_log.moc"
