// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/messages/message_script.h"
#include "ui/monitor/messages/message_model.h"
#include "ui/monitor/messages/message_text.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

MessageScript talk()
{
    MessageScript script({ u"a"_s, u"b"_s, u"c"_s });
    script.ask(u"m1"_s, u"a"_s, u"b"_s, u"source of the 23 %?"_s)
        .read(u"b"_s, { u"m1"_s })
        .say(u"m2"_s, u"b"_s, u"a"_s, u"Abraciclo, p. 12"_s, MessageType::Response, u"m1"_s)
        .say(u"m3"_s, u"c"_s, {}, u"hello all"_s)
        .ask(u"m4"_s, u"c"_s, u"a"_s, u"ready?"_s)
        .timeOut(u"m5"_s, u"c"_s, u"m4"_s)
        .say(u"m6"_s, u"person:Ana"_s, u"b"_s, u"look at page 3"_s)
        .ask(u"m7"_s, u"b"_s, u"c"_s, u"and now?"_s);
    return script;
}

QString outcome(const MessageFlow &flow, int place)
{
    return outcomeText(flow, flow.messages().at(place));
}

} // namespace

class TestMessageFlow : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void lanesAreMembersAndPeople()
    {
        const MessageFlow flow = talk().flow;
        QCOMPARE(flow.lanes().size(), 4);
        QCOMPARE(flow.lanes().at(1).name, u"B"_s);
        QCOMPARE(flow.lanes().at(3).name, u"Ana"_s);
        QVERIFY(flow.lanes().at(3).person);
        QCOMPARE(flow.laneOf(AgentId()), -1);
    }

    void requestsKnowTheirAnswers()
    {
        const MessageFlow flow = talk().flow;
        QCOMPARE(flow.messages().at(0).reply, 1);
        QCOMPARE(flow.messages().at(1).request, 0);
        QVERIFY(flow.messages().at(0).state == RequestState::Answered);
        QVERIFY(flow.messages().at(3).state == RequestState::TimedOut);
        QVERIFY(flow.messages().at(6).state == RequestState::Open);
        QCOMPARE(outcome(flow, 0), QString());
        QCOMPARE(outcome(flow, 1), u"2.0 s later · unread"_s);
        QCOMPARE(outcome(flow, 3), u"no answer in time · unread"_s);
        QCOMPARE(outcome(flow, 6), u"no answer yet · unread"_s);
        QCOMPARE(lineOf(flow.messages().at(4).message), u"No answer came in time"_s);
    }

    void broadcastsReachAllButThoseLeftOut()
    {
        MessageScript script({ u"a"_s, u"b"_s, u"c"_s });
        TeamMessage message;
        message.id = MessageId(u"m"_s);
        message.from = AgentId(u"a"_s);
        message.excluded = { AgentId(u"c"_s) };
        message.content = Json { { "figures", { 1, 2 } } };
        script.post(message);
        const FlowMessage &shown = script.flow.messages().at(0);
        QCOMPARE(script.flow.recipients(shown), QList<AgentId> { AgentId(u"b"_s) });
        QVERIFY(script.flow.isUnread(shown));
        script.read(u"b"_s, { u"m"_s, u"unknown"_s });
        QVERIFY(!script.flow.isUnread(script.flow.messages().at(0)));
        QVERIFY(bodyOf(shown.message).contains(u"\"figures\""_s));
        QCOMPARE(lineOf(shown.message), u"{\"figures\":[1,2]}"_s);
        QCOMPARE(recipientText(script.flow, shown.message), u"Everyone"_s);
    }

    void aLateReplyIsToldSo()
    {
        MessageScript script = talk();
        TeamMessage late;
        late.id = MessageId(u"m9"_s);
        late.from = AgentId(u"a"_s);
        late.to = AgentId(u"c"_s);
        late.type = MessageType::Response;
        late.inReplyTo = MessageId(u"m4"_s);
        late.late = true;
        late.content = textContent(u"yes"_s);
        late.createdAt = script.now();
        script.post(late).post(late); // told twice
        QCOMPARE(script.flow.messages().size(), 8);
        QVERIFY(outcome(script.flow, 7).contains(u"too late"_s));
    }

    void filters()
    {
        const MessageFlow flow = talk().flow;
        QCOMPARE(filtered(flow, {}).size(), 7);
        QCOMPARE(filtered(flow, { AgentId(u"b"_s), {}, false }), QList<int>({ 0, 1, 2, 5, 6 }));
        QCOMPARE(filtered(flow, { {}, MessageType::Request, false }), QList<int>({ 0, 3, 6 }));
        QCOMPARE(
            filtered(flow, { AgentId(u"a"_s), MessageType::Request, false }), QList<int>({ 0, 3 }));
        QCOMPARE(filtered(flow, { {}, MessageType::Request, true }), QList<int>({ 3, 6 }));
    }

    void whatCannotBeReadIsLeftOut()
    {
        MessageScript script({ u"a"_s });
        script.add("team_message", "", { { "message_id", 7 } })
            .add("team_message", "from_the_future", Json::object())
            .add("execution_update", "plan_created", { { "plan", "no" } })
            .say(u"m"_s, u"a"_s, u"stranger"_s, u"<b>hi</b>"_s);
        QCOMPARE(script.flow.messages().size(), 1);
        QCOMPARE(spokenText(script.flow, script.flow.messages().at(0)),
            u"info from A to stranger: <b>hi</b>"_s);
    }

    void rowsStayWhileMessagesCome()
    {
        MessageModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        MessageScript script = talk();
        model.setFlow(script.flow);
        QCOMPARE(model.rowCount(), 7);
        script.say(u"m8"_s, u"c"_s, u"b"_s, u"now"_s, MessageType::Response, u"m7"_s);
        model.setFlow(script.flow);
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(removed.count() + reset.count(), 0);
        QCOMPARE(model.index(0, MessageModel::Time).data().toString(), u"00:01"_s);
        QCOMPARE(model.index(1, MessageModel::Kind).data().toString(), u"reply"_s);
        QCOMPARE(model.index(5, MessageModel::From).data().toString(), u"Ana"_s);
        QCOMPARE(model.headerData(MessageModel::Text, Qt::Horizontal, Qt::DisplayRole).toString(),
            u"Message"_s);

        model.setFilter({ AgentId(u"c"_s), {}, false });
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.rowOf(0), -1);
        QCOMPARE(model.rowOf(3), 1);
        // Back in time.
        model.setFlow(MessageScript({ u"a"_s }).flow);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.message(0));
    }

    void openRequestsCrossTheRowsBetween()
    {
        MessageModel model;
        model.setFlow(talk().flow);
        QCOMPARE(model.openAt(0), QList<OpenRequest>({ { 1, RequestState::Answered } }));
        QCOMPARE(model.openAt(1), QList<OpenRequest>({ { 1, RequestState::Answered } }));
        QVERIFY(model.openAt(2).isEmpty());
        QCOMPARE(model.openAt(4), QList<OpenRequest>({ { 0, RequestState::TimedOut } }));
        QCOMPARE(model.openAt(6), QList<OpenRequest>({ { 2, RequestState::Open } }));
    }

    void thousandsAreQuick()
    {
        MessageScript script({ u"a"_s, u"b"_s, u"c"_s });
        for (int i = 0; i < 5000; ++i)
            script.ask(QString::number(i), i % 2 == 0 ? u"a"_s : u"b"_s, u"c"_s, u"why?"_s);
        MessageModel model;
        QElapsedTimer clock;
        clock.start();
        model.setFlow(script.flow);
        script.say(u"last"_s, u"a"_s, u"b"_s, u"because"_s);
        model.setFlow(script.flow);
        QCOMPARE(model.rowCount(), 5001);
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_MAIN(TestMessageFlow)
#include "tst_message_flow.moc"
