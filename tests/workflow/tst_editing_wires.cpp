// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/wire_edits.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Three = "'agents':[{'agent_id':'a','execution_order':1},"
                         "{'agent_id':'b','execution_order':2,"
                         "'input':{'source':'agent_result','agent_id':'a'}},"
                         "{'agent_id':'c','execution_order':3,"
                         "'input':{'source':'agent_result','agent_id':'b'}}]";

TeamDraft team(const QByteArray &type)
{
    return validDraft("{'type':'" + type + "'," + Three + "}");
}

WireEnd end(const QString &name)
{
    if (name == "prompt"_L1)
        return { WireEnd::Kind::Prompt, {} };
    if (name == "result"_L1)
        return { WireEnd::Kind::Result, {} };
    return { WireEnd::Kind::Member, AgentId(name) };
}

const WorkflowAgent &member(const TeamDraft &draft, const QString &id)
{
    return *draft.workflow.find(AgentId(id));
}

QString sources(const WorkflowAgent &member)
{
    QStringList list;
    for (const InputSource &source : member.input.value_or(InputSpec()).sources) {
        list += source.kind == InputSource::Kind::AgentResult ? source.agentId.toString()
                                                              : u"prompt"_s;
    }
    return list.join(u'+');
}

} // namespace

class TestEditingWires : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void offers_data();
    void offers();
    void aFirstResultTakesThePlaceOfThePrompt();
    void furtherSourcesAreCombined();
    void aWireForwardInAPipelineMovesTheMember();
    void aWireBackIsFeedback();
    void theResultIsChosen();
    void refusedWiresChangeNothing();
    void removesWhatJoins();
    void removesNoWireOfAPipeline();
    void insertsOnAWire_data();
    void insertsOnAWire();
    void insertsBeforeTheResult();
};

void TestEditingWires::offers_data()
{
    using R = WireRefusal;
    using M = WireMeaning;
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<R>("refusal");
    QTest::addColumn<M>("meaning");
    const auto row
        = [](const char *type, const char *from, const char *to, R refusal, M meaning = M::Input) {
              QTest::addRow("%s: %s to %s", type, from, to)
                  << QByteArray(type) << QString::fromLatin1(from) << QString::fromLatin1(to)
                  << refusal << meaning;
          };
    row("sequential", "a", "c", R::None);
    row("sequential", "a", "b", R::AlreadyJoined);
    row("sequential", "c", "a", R::None, M::Feedback);
    row("sequential", "a", "a", R::SameMember);
    row("sequential", "a", "nobody", R::WrongWay);
    row("sequential", "prompt", "a", R::AlreadyJoined);
    row("sequential", "prompt", "b", R::None);
    row("sequential", "prompt", "result", R::NotBetweenEnds);
    row("sequential", "a", "prompt", R::WrongWay);
    row("sequential", "result", "a", R::WrongWay);
    row("sequential", "b", "result", R::None, M::FinalResult);
    row("pipeline", "a", "c", R::None, M::Successor);
    row("pipeline", "a", "b", R::AlreadyJoined);
    row("pipeline", "c", "a", R::None, M::Feedback);
    row("pipeline", "prompt", "b", R::PipelineInput);
    row("parallel", "a", "c", R::None);
    row("parallel", "c", "a", R::Cycle);
    row("parallel", "c", "b", R::Cycle);
    row("conditional", "c", "a", R::Cycle);
}

void TestEditingWires::offers()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const WireRefusal, refusal);
    QFETCH(const WireMeaning, meaning);
    const WireOffer offer = offerWire(team(type).workflow, end(from), end(to));
    QCOMPARE(int(offer.refusal), int(refusal));
    if (offer.isPossible())
        QCOMPARE(int(offer.meaning), int(meaning));
}

void TestEditingWires::aFirstResultTakesThePlaceOfThePrompt()
{
    const TeamDraft draft
        = validDraft("{'type':'parallel','agents':[{'agent_id':'a'},{'agent_id':'b'}]}");
    const TeamDraft wired = withWire(draft, end(u"a"_s), end(u"b"_s));
    QCOMPARE(sources(member(wired, u"b"_s)), u"a"_s);
    QVERIFY(!member(wired, u"b"_s).input->combined);
    QVERIFY(validateTeam(wired).valid());
}

void TestEditingWires::furtherSourcesAreCombined()
{
    TeamDraft draft = withWire(team("sequential"), end(u"a"_s), end(u"c"_s));
    QCOMPARE(sources(member(draft, u"c"_s)), u"b+a"_s);
    QVERIFY(member(draft, u"c"_s).input->combined);
    draft = withWire(draft, end(u"prompt"_s), end(u"c"_s));
    QCOMPARE(sources(member(draft, u"c"_s)), u"b+a+prompt"_s);
    QVERIFY(validateTeam(draft).valid());
}

void TestEditingWires::aWireForwardInAPipelineMovesTheMember()
{
    const TeamDraft draft = withWire(team("pipeline"), end(u"a"_s), end(u"c"_s));
    QCOMPARE(sources(member(draft, u"c"_s)), u"a"_s);
    QCOMPARE(sources(member(draft, u"b"_s)), u"c"_s);
    QVERIFY(validateTeam(draft).valid());
}

void TestEditingWires::aWireBackIsFeedback()
{
    const TeamDraft draft = withWire(team("pipeline"), end(u"c"_s), end(u"a"_s));
    QCOMPARE(member(draft, u"c"_s).feedback->to, AgentId(u"a"_s));
    QCOMPARE(int(offerWire(draft.workflow, end(u"c"_s), end(u"a"_s)).refusal),
        int(WireRefusal::AlreadyJoined));
    QVERIFY(!member(withoutFeedback(draft, AgentId(u"c"_s)), u"c"_s).feedback);
}

void TestEditingWires::theResultIsChosen()
{
    TeamDraft draft = withWire(team("parallel"), end(u"b"_s), end(u"result"_s));
    QCOMPARE(draft.workflow.config.finalResult, std::optional(u"agent:b"_s));
    draft = withoutWire(draft, end(u"a"_s), end(u"result"_s));
    QVERIFY(draft.workflow.config.finalResult);
    draft = withoutWire(draft, end(u"b"_s), end(u"result"_s));
    QVERIFY(!draft.workflow.config.finalResult);
}

void TestEditingWires::refusedWiresChangeNothing()
{
    const TeamDraft draft = team("parallel");
    QCOMPARE(withWire(draft, end(u"c"_s), end(u"a"_s)), draft);
    QCOMPARE(withWire(draft, end(u"prompt"_s), end(u"result"_s)), draft);
}

void TestEditingWires::removesWhatJoins()
{
    const TeamDraft draft = validDraft(
        "{'type':'conditional','agents':[{'agent_id':'a'},{'agent_id':'b','dependencies':['a'],"
        "'input':{'source':'combined','sources':[{'type':'agent_result','agent_id':'a'},"
        "{'type':'initial_prompt'}]},"
        "'conditions':[{'field':'agent_a_result.x','operator':'exists'}]}]}");
    const TeamDraft cut = withoutWire(draft, end(u"a"_s), end(u"b"_s));
    QCOMPARE(sources(member(cut, u"b"_s)), u"prompt"_s);
    QVERIFY(!member(cut, u"b"_s).input->combined);
    QVERIFY(member(cut, u"b"_s).dependencies.empty());
    QVERIFY(member(cut, u"b"_s).conditions.empty());
}

void TestEditingWires::removesNoWireOfAPipeline()
{
    QCOMPARE(withoutWire(team("pipeline"), end(u"a"_s), end(u"b"_s)), team("pipeline"));
}

void TestEditingWires::insertsOnAWire_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : { "sequential", "pipeline", "parallel" })
        QTest::newRow(type) << QByteArray(type);
}

void TestEditingWires::insertsOnAWire()
{
    QFETCH(const QByteArray, type);
    WorkflowAgent fresh;
    fresh.agentId = AgentId(u"n"_s);
    const TeamDraft draft = withMemberBetween(team(type), fresh, end(u"a"_s), end(u"b"_s));
    QCOMPARE(sources(member(draft, u"n"_s)), u"a"_s);
    QCOMPARE(sources(member(draft, u"b"_s)), u"n"_s);
    QCOMPARE(sources(member(draft, u"c"_s)), u"b"_s);
    QVERIFY(validateTeam(draft).valid());
    QCOMPARE(draft.workflow.agents.at(1).agentId, AgentId(u"n"_s));
}

void TestEditingWires::insertsBeforeTheResult()
{
    WorkflowAgent fresh;
    fresh.agentId = AgentId(u"n"_s);
    const TeamDraft chosen = withWire(team("sequential"), end(u"c"_s), end(u"result"_s));
    const TeamDraft draft = withMemberBetween(chosen, fresh, end(u"c"_s), end(u"result"_s));
    QCOMPARE(draft.workflow.config.finalResult, std::optional(u"agent:n"_s));
    QCOMPARE(sources(member(draft, u"n"_s)), u"c"_s);
    const TeamDraft first
        = withMemberBetween(team("sequential"), fresh, end(u"prompt"_s), end(u"a"_s));
    QCOMPARE(sources(member(first, u"n"_s)), u"prompt"_s);
    QCOMPARE(sources(member(first, u"a"_s)), u"n"_s);
    QVERIFY(validateTeam(first).valid());
}

QTEST_APPLESS_MAIN(TestEditingWires)
#include "tst_editing_wires.moc"
