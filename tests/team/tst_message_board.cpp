// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/team/message_board.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

const AgentId A(u"a"_s);
const AgentId B(u"b"_s);
const AgentId C(u"c"_s);
const AgentId D(u"d"_s);

Timestamp at(int seconds)
{
    return fromMicroseconds(1'800'000'000'000'000) + std::chrono::seconds(seconds);
}

MessageStamp stamp(int number, int seconds = 0)
{
    return { MessageId(u"m%1"_s.arg(number)), at(seconds) };
}

MessageSender by(const AgentId &agent, int serving = -1)
{
    return { agent, {}, {}, serving < 0 ? MessageId() : stamp(serving).id };
}

MessageBoard board(bool restricted = false)
{
    return { ExecutionId(u"e"_s),
        { { A, {} }, { B, u"coordinator"_s }, { C, u"leader"_s }, { D, {} } }, restricted };
}

QStringList ids(const std::vector<TeamMessage> &messages)
{
    QStringList list;
    for (const TeamMessage &message : messages)
        list.append(message.id.toString());
    return list;
}

QStringList names(const std::vector<AgentId> &agents)
{
    QStringList list;
    for (const AgentId &agent : agents)
        list.append(agent.toString());
    return list;
}

QString codeOf(const Result<MessageEvent> &result)
{
    return result ? QString() : result.error().code;
}

const TeamMessage &posted(const Result<MessageEvent> &result)
{
    return std::get<MessagePosted>(*result).message;
}

/// Random operations, and the same board folded from what was logged.
class RandomBoard {
public:
    explicit RandomBoard(unsigned seed)
        : m_random(seed)
    {
    }

    void step()
    {
        m_now += std::chrono::milliseconds(number(4000)) + std::chrono::microseconds(7);
        const MessageStamp next { MessageId(u"m%1"_s.arg(++m_last)), m_now };
        const MessageSender from { agent(), RunId(u"r%1"_s.arg(number(20))), {},
            number(3) ? MessageId() : someId() };
        switch (number(7)) {
        case 0:
            return log(original.broadcast(from, MessageType::Info, "all", { agent() }, next));
        case 1:
        case 2:
            return log(original.request(from, agent(), "question", 1 + number(20), next));
        case 3:
            return log(original.respond(from, someId(), "answer", next));
        case 4:
            for (const MessageId &late : original.overdue(m_now))
                log(original.timeOut(late, { MessageId(u"m%1"_s.arg(++m_last)), m_now }));
            return;
        case 5:
            if (auto read = original.markRead(from.agent, { someId(), someId() }, m_now))
                log(*read);
            return;
        default:
            return log(original.send(from, agent(), MessageType::ContextUpdate, "text", next));
        }
    }

    MessageBoard original = board();
    MessageBoard folded = board();

private:
    int number(int below) { return int(m_random() % unsigned(below)); }
    AgentId agent() { return std::array { A, B, C, D }[size_t(number(4))]; }
    MessageId someId() { return MessageId(u"m%1"_s.arg(number(m_last + 1))); }

    void log(const Result<MessageEvent> &event)
    {
        if (!event)
            return;
        const auto stored = messageEventFromJson(eventTypeOf(*event), toJson(*event));
        QVERIFY(stored);
        QVERIFY(*stored == *event);
        folded.apply(*stored);
        folded.apply(*stored); // told twice, counted once
    }

    std::mt19937 m_random;
    Timestamp m_now = at(0);
    int m_last = 0;
};

} // namespace

/// Contract §5.6 and §1.3.7.
class TestMessageBoard : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void sendsToOne() // MS-01
    {
        MessageBoard mail = board();
        const auto sent = mail.send(by(A), B, MessageType::Info, "hello", stamp(1, 5));
        QVERIFY(sent);
        QCOMPARE(posted(sent).content, Json({ { "text", "hello" } }));
        QVERIFY(posted(sent).createdAt == at(5));
        QCOMPARE(ids(mail.unread(B)), QStringList { u"m1"_s });
        QVERIFY(mail.unread(A).empty() && mail.unread(C).empty());
        const auto read = mail.markRead(B, { stamp(1).id, stamp(1).id, stamp(9).id }, at(6));
        QVERIFY(read);
        QCOMPARE(std::get<MessagesRead>(*read).messages.size(), size_t(1));
        QVERIFY(mail.unread(B).empty());
        QVERIFY(!mail.markRead(B, { stamp(1).id }, at(7)));
        QVERIFY(!mail.markRead(C, { stamp(1).id }, at(7))); // not addressed to it
    }

    void broadcasts() // MS-02
    {
        MessageBoard mail = board();
        const auto all = mail.broadcast(by(A), MessageType::Info, "x", {}, stamp(1));
        QCOMPARE(names(mail.recipients(posted(all))), (QStringList { u"c"_s, u"b"_s, u"d"_s }));
        const auto some = mail.broadcast(by(A), MessageType::Info, "x", { B }, stamp(2));
        QCOMPARE(names(mail.recipients(posted(some))), (QStringList { u"c"_s, u"d"_s }));
        QCOMPARE(ids(mail.unread(B)), QStringList { u"m1"_s });
        QVERIFY(mail.unread(A).empty()); // the sender does not get its own
        QVERIFY(toJson(posted(some)).at("to_agent").is_null());
    }

    void requestAndResponse() // MS-03, X-17
    {
        MessageBoard mail = board();
        const auto asked = mail.request(by(A), B, "how many?", 30, stamp(1));
        QVERIFY(posted(asked).requiresResponse);
        QVERIFY(mail.deadline(stamp(1).id) == at(30));
        QVERIFY(mail.nextDeadline() == at(30));
        QCOMPARE(codeOf(mail.respond(by(C), stamp(1).id, "3", stamp(2))), u"request_unknown"_s);
        const auto answer = mail.respond(by(B), stamp(1).id, "3", stamp(2, 9));
        QVERIFY(answer);
        QVERIFY(posted(answer).inReplyTo == stamp(1).id);
        QVERIFY(mail.find(stamp(1).id)->responseMessageId == stamp(2).id);
        QVERIFY(
            mail.find(stamp(2).id)->responseMessageId.isEmpty()); // linked once, not in a circle
        QVERIFY(!posted(answer).late);
        QVERIFY(mail.requestState(stamp(1).id) == RequestState::Answered);
        QVERIFY(mail.unread(B).empty()); // answered: nothing to do
        QCOMPARE(ids(mail.unread(A)), QStringList { u"m2"_s });
        QCOMPARE(codeOf(mail.respond(by(B), stamp(1).id, "4", stamp(3))), u"request_answered"_s);
        QVERIFY(mail.overdue(at(99)).empty());
        QCOMPARE(codeOf(mail.timeOut(stamp(1).id, stamp(3))), u"request_unknown"_s);
        QVERIFY(!mail.nextDeadline());
    }

    void timesOutAndTakesLateReplies() // MS-03
    {
        MessageBoard mail = board();
        QVERIFY(mail.request(by(A), B, "?", 30, stamp(1)));
        QVERIFY(mail.overdue(at(29)).empty());
        QVERIFY(mail.overdue(at(30)) == std::vector { stamp(1).id });
        const auto error = mail.timeOut(stamp(1).id, stamp(2, 30));
        QVERIFY(error);
        QVERIFY(posted(error).type == MessageType::Error);
        QCOMPARE(posted(error).content.at("error"), Json("timeout"));
        QVERIFY(posted(error).to == A && posted(error).inReplyTo == stamp(1).id);
        QVERIFY(mail.requestState(stamp(1).id) == RequestState::TimedOut);
        QCOMPARE(ids(mail.unread(B)), QStringList { u"m1"_s }); // still in the mailbox
        const auto late = mail.respond(by(B), stamp(1).id, "sorry", stamp(3, 40));
        QVERIFY(late);
        QVERIFY(posted(late).late);
        QVERIFY(mail.find(stamp(1).id)->responseMessageId == stamp(3).id);
        QCOMPARE(ids(mail.unread(A)), (QStringList { u"m2"_s, u"m3"_s }));
    }

    void refusesCircles()
    {
        MessageBoard mail = board();
        QCOMPARE(codeOf(mail.request(by(A), A, "?", 30, stamp(1))), u"request_cycle"_s);
        QVERIFY(mail.request(by(A), B, "?", 30, stamp(1)));
        QCOMPARE(codeOf(mail.request(by(B, 1), A, "?", 30, stamp(2))), u"request_cycle"_s);
        QVERIFY(mail.request(by(B, 1), C, "?", 30, stamp(2)));
        QCOMPARE(codeOf(mail.request(by(C, 2), A, "?", 30, stamp(3))), u"request_cycle"_s);
        QVERIFY(mail.request(by(B), A, "?", 30, stamp(3))); // of its own step: no chain
    }

    void refusesDepth()
    {
        MessageBoard mail(ExecutionId(u"e"_s),
            { { A, {} }, { B, {} }, { C, {} }, { D, {} }, { AgentId(u"x"_s), {} } });
        QVERIFY(mail.request(by(A), B, "?", 30, stamp(1)));
        QVERIFY(mail.request(by(B, 1), C, "?", 30, stamp(2)));
        const auto third = mail.request(by(C, 2), D, "?", 30, stamp(3));
        QCOMPARE(names(posted(third).chain), (QStringList { u"a"_s, u"b"_s, u"c"_s }));
        QCOMPARE(codeOf(mail.request(by(D, 3), AgentId(u"x"_s), "?", 30, stamp(4))),
            u"request_too_deep"_s);
    }

    void restrictsRequests()
    {
        MessageBoard mail = board(true);
        QCOMPARE(codeOf(mail.request(by(A), B, "?", 30, stamp(1))), u"requests_restricted"_s);
        QVERIFY(mail.request(by(B), A, "?", 30, stamp(1)));
        QVERIFY(mail.send(by(A), B, MessageType::Info, "fine", stamp(2)));
    }

    void refusesWhatIsWrong()
    {
        MessageBoard mail = board();
        const MessageBoard before = mail;
        const AgentId stranger(u"stranger"_s);
        const auto send = [&](const AgentId &to, const Json &content) {
            return codeOf(mail.send(by(A), to, MessageType::Info, content, stamp(1)));
        };
        QCOMPARE(send(stranger, "x"), u"recipient_unknown"_s);
        QCOMPARE(send({}, "x"), u"recipient_unknown"_s);
        QCOMPARE(send(B, 7), u"message_invalid"_s);
        QCOMPARE(send(B, std::string(64 * 1024, 'x')), u"message_too_large"_s);
        QCOMPARE(codeOf(mail.broadcast(by(A), MessageType::Info, "x", { stranger }, stamp(1))),
            u"recipient_unknown"_s);
        QCOMPARE(codeOf(mail.request(by(A), stranger, "x", 30, stamp(1))), u"recipient_unknown"_s);
        QCOMPARE(codeOf(mail.send(by(A), B, MessageType::Info, "x", {})), u"message_invalid"_s);
        QVERIFY(mail == before);
        QVERIFY(mail.request(by(A), B, "x", 1'000'000, stamp(1)));
        QVERIFY(mail.deadline(stamp(1).id) == at(MessageLimits::MaxTimeoutSeconds));
        QCOMPARE(send(B, "x"), u"message_invalid"_s); // the id is taken
    }

    void longAnswersAreCut()
    {
        MessageBoard mail = board();
        QVERIFY(mail.request(by(A), B, "?", 30, stamp(1)));
        const QString text = u"\u0001\U0001F600"_s.repeated(100'000);
        const auto answer = mail.respondWithText(by(B), stamp(1).id, text, stamp(2));
        QVERIFY(answer);
        QCOMPARE(posted(answer).content.at("truncated"), Json(true));
        QVERIFY(stringAt(posted(answer).content, "text")->isValidUtf16());
        QVERIFY(canonicalJson(posted(answer).content).size() > 1024);
    }

    void keepsTheLimits()
    {
        MessageBoard mail = board();
        MessageSender run = by(A);
        run.run = RunId(u"r"_s);
        for (int i = 0; i < MessageLimits::MaxPerRun; ++i)
            QVERIFY(mail.send(run, B, MessageType::Info, "x", stamp(i)));
        QCOMPARE(codeOf(mail.send(run, B, MessageType::Info, "x", stamp(99))),
            u"message_limit_reached"_s);
        int next = MessageLimits::MaxPerRun;
        for (; next < MessageLimits::MaxPerExecution - 2; ++next)
            QVERIFY(mail.send(by(A), B, MessageType::Info, "x", stamp(next)));
        QVERIFY(mail.request(by(A), B, "?", 30, stamp(next)));
        // The last place is kept for the answer.
        QCOMPARE(codeOf(mail.send(by(C), B, MessageType::Info, "x", stamp(900))),
            u"message_limit_reached"_s);
        QVERIFY(mail.respond(by(B), stamp(next).id, "!", stamp(901)));
        QCOMPARE(mail.messages().size(), size_t(MessageLimits::MaxPerExecution));
    }

    void listsNewestFirst()
    {
        MessageBoard mail = board();
        QVERIFY(mail.send(by(A), B, MessageType::Info, "1", stamp(1)));
        QVERIFY(mail.broadcast(by(B), MessageType::Error, "2", {}, stamp(2)));
        QVERIFY(mail.send(by(C), D, MessageType::Info, "3", stamp(3)));
        QVERIFY(mail.request(by(D), A, "4", 30, stamp(4)));
        const auto list
            = [&mail](MessageQuery query) { return ids(mail.history(query)).join(u' '); };
        QCOMPARE(list({}), u"m4 m3 m2 m1"_s);
        QCOMPARE(list({ .limit = 2, .offset = 1 }), u"m3 m2"_s);
        QCOMPARE(list({ .agent = A }), u"m4 m2 m1"_s);
        QCOMPARE(list({ .recipient = A }), u"m4 m2"_s);
        QCOMPARE(list({ .from = B }), u"m2"_s);
        QCOMPARE(list({ .type = MessageType::Info }), u"m3 m1"_s);
        QCOMPARE(list({ .limit = -1 }), QString());
        QCOMPARE(list({ .offset = -5 }), u"m4 m3 m2 m1"_s);
    }

    void foldsBack_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void foldsBack()
    {
        QFETCH(unsigned, seed);
        RandomBoard random(seed);
        for (int i = 0; i < 600 && !QTest::currentTestFailed(); ++i)
            random.step();
        QVERIFY(random.original.messages().size() > 100);
        QVERIFY(random.original.messages().size() <= size_t(MessageLimits::MaxPerExecution));
        QVERIFY(random.folded == random.original);
        for (const AgentId &agent : { A, B, C, D })
            QCOMPARE(ids(random.folded.unread(agent)), ids(random.original.unread(agent)));
        QVERIFY(random.folded.nextDeadline() == random.original.nextDeadline());
    }

    void resourceHasBothNames()
    {
        MessageBoard mail = board();
        MessageSender from { A, RunId(u"r"_s), ThreadId(u"t"_s), {} };
        const Json json = toJson(posted(mail.request(from, B, Json::object(), 30, stamp(1))));
        for (const auto &[name, alias] :
            { std::pair { "from_agent_id", "from_agent" }, std::pair { "to_agent_id", "to_agent" },
                std::pair { "message_type", "type" }, std::pair { "created_at", "timestamp" } })
            QCOMPARE(json.at(name), json.at(alias));
        QCOMPARE(json.at("suna_thread_id"), Json("t"));
        QCOMPARE(json.at("response_timeout"), Json(30));
        QVERIFY(json.at("in_reply_to").is_null());
        Json aliases = json;
        for (const char *name : { "from_agent_id", "to_agent_id", "message_type", "created_at" })
            aliases.erase(name);
        QVERIFY(*teamMessageFromJson(aliases) == *teamMessageFromJson(json));
    }

    void unreadableMessages()
    {
        MessageBoard mail = board();
        const Json good = toJson(posted(mail.send(by(A), B, MessageType::Info, "x", stamp(1))));
        for (const char *name : { "message_id", "content" }) {
            Json bad = good;
            bad.erase(name);
            QCOMPARE(teamMessageFromJson(bad).error().code, u"store_corrupt"_s);
        }
        Json type = good;
        type["message_type"] = "shout";
        QVERIFY(!messageEventFromJson({}, type));
        QVERIFY(!messageEventFromJson({}, Json::array()));
        QVERIFY(!messageEventFromJson(u"other"_s, good));
        QVERIFY(!messageEventFromJson(u"messages_read"_s, good));
    }
};

QTEST_GUILESS_MAIN(TestMessageBoard)
#include "tst_message_board.moc"
