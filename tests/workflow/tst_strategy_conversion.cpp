// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/strategy_conversion.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// Told out of order on purpose; c reads a and the prompt, and sends its work back to b.
const QByteArray Sequential = "{'type':'sequential','agents':["
                              "{'agent_id':'c','execution_order':3,"
                              "'input':{'source':'combined','sources':["
                              "{'type':'agent_result','agent_id':'a'},{'type':'initial_prompt'}]},"
                              "'feedback':{'to':'b'}},"
                              "{'agent_id':'a','execution_order':1},"
                              "{'agent_id':'b','execution_order':2,'role':'judge',"
                              "'input':{'source':'agent_result','agent_id':'a'}}]}";
const QByteArray Fan = "{'type':'parallel','agents':[{'agent_id':'z',"
                       "'input':{'source':'combined','sources':["
                       "{'type':'agent_result','agent_id':'x'},"
                       "{'type':'agent_result','agent_id':'y'}]}},"
                       "{'agent_id':'x'},{'agent_id':'y'}],'config':{'fail_fast':true}}";
const QByteArray Branches = "{'type':'conditional','agents':[{'agent_id':'a'},"
                            "{'agent_id':'b','conditions':["
                            "{'field':'agent_a_result.kind','operator':'equals','value':'b'}]},"
                            "{'agent_id':'c','role':'billing'}]}";

QString shape(const TeamDraft &draft)
{
    QStringList list;
    for (const WorkflowAgent &member : draft.workflow.agents) {
        QStringList sources;
        for (const InputSource &source : member.input.value_or(InputSpec()).sources) {
            sources += source.kind == InputSource::Kind::AgentResult ? source.agentId.toString()
                                                                     : u"prompt"_s;
        }
        // Without an input a member gets the prompt.
        if (sources.isEmpty())
            sources += u"prompt"_s;
        list += member.agentId.toString() + u'<' + sources.join(u'+')
            + (member.conditions.empty() ? u""_s : u"?"_s);
    }
    return list.join(u' ');
}

QString told(const std::vector<ConversionLoss> &losses)
{
    using Kind = ConversionLoss::Kind;
    static const QHash<Kind, QString> words { { Kind::Input, u"input"_s },
        { Kind::Prompt, u"prompt"_s }, { Kind::Variable, u"variable"_s },
        { Kind::Dependency, u"dependency"_s }, { Kind::Feedback, u"feedback"_s },
        { Kind::FailFast, u"fail fast"_s } };
    QStringList list;
    for (const ConversionLoss &loss : losses) {
        list += words.value(loss.kind) + u' ' + loss.member.toString() + u' '
            + loss.other.toString() + loss.text;
    }
    return list.join(u", "_s);
}

} // namespace

class TestStrategyConversion : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void converts_data();
    void converts();
    void everyConversionOfAValidTeamIsValid_data();
    void everyConversionOfAValidTeamIsValid();
    void theSameTypeChangesNothing();
    void branchesAreNamedAfterRoles();
    void variablesAreToldAsLost();
    void aCircleDoesNotHang();
    void aThousandMembersAreQuick();
};

void TestStrategyConversion::converts_data()
{
    QTest::addColumn<QByteArray>("team");
    QTest::addColumn<WorkflowType>("to");
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("losses");
    using T = WorkflowType;
    QTest::newRow("sequential to pipeline")
        << Sequential << T::Pipeline << u"a<prompt b<a c<b"_s << u"input c a, prompt c "_s;
    QTest::newRow("sequential to parallel")
        << Sequential << T::Parallel << u"a<prompt b<prompt c<a+b"_s
        << u"feedback c b, input b a, prompt c "_s;
    QTest::newRow("sequential to conditional")
        << Sequential << T::Conditional << u"a<prompt b<a? c<a?"_s << u"feedback c b, prompt c "_s;
    QTest::newRow("parallel to sequential")
        << Fan << T::Sequential << u"x<prompt y<prompt z<x+y"_s << u"fail fast  "_s;
    QTest::newRow("parallel to pipeline")
        << Fan << T::Pipeline << u"x<prompt y<x z<y"_s << u"fail fast  , prompt y , input z x"_s;
    QTest::newRow("conditional to parallel")
        << Branches << T::Parallel << u"a<prompt b<prompt? c<prompt"_s << QString();
    QTest::newRow("conditional to sequential")
        << Branches << T::Sequential << u"a<prompt b<prompt? c<prompt"_s << QString();
}

void TestStrategyConversion::converts()
{
    QFETCH(const QByteArray, team);
    QFETCH(const WorkflowType, to);
    QFETCH(const QString, shape);
    QFETCH(const QString, losses);
    const StrategyConversion conversion = convertStrategy(validDraft(team), to);
    QCOMPARE(toString(conversion.draft.workflow.type), toString(to));
    QCOMPARE(::shape(conversion.draft), shape);
    QCOMPARE(told(conversion.losses), losses);
}

void TestStrategyConversion::everyConversionOfAValidTeamIsValid_data()
{
    QTest::addColumn<QByteArray>("team");
    QTest::newRow("sequential") << Sequential;
    QTest::newRow("parallel") << Fan;
    QTest::newRow("conditional") << Branches;
}

void TestStrategyConversion::everyConversionOfAValidTeamIsValid()
{
    QFETCH(const QByteArray, team);
    for (const WorkflowType to : { WorkflowType::Sequential, WorkflowType::Parallel,
             WorkflowType::Pipeline, WorkflowType::Conditional }) {
        const TeamDraft once = convertStrategy(validDraft(team), to).draft;
        QVERIFY2(validateTeam(once).valid(), qPrintable(toString(to)));
        for (const WorkflowType next : { WorkflowType::Sequential, WorkflowType::Parallel,
                 WorkflowType::Pipeline, WorkflowType::Conditional })
            QVERIFY(validateTeam(convertStrategy(once, next).draft).valid());
    }
}

void TestStrategyConversion::theSameTypeChangesNothing()
{
    const StrategyConversion same
        = convertStrategy(validDraft(Sequential), WorkflowType::Sequential);
    QCOMPARE(same.draft, validDraft(Sequential));
    QVERIFY(same.losses.empty());
}

void TestStrategyConversion::branchesAreNamedAfterRoles()
{
    const TeamDraft draft
        = convertStrategy(validDraft(Sequential), WorkflowType::Conditional).draft;
    const Condition &role = draft.workflow.find(AgentId(u"b"_s))->conditions.front();
    QCOMPARE(role.field, u"agent_a_result.result"_s);
    QCOMPARE(role.op, u"contains"_s);
    QCOMPARE(toQString(*role.value), u"judge"_s);
    const Condition &name = draft.workflow.find(AgentId(u"c"_s))->conditions.front();
    QCOMPARE(toQString(*name.value), u"c"_s);
}

void TestStrategyConversion::variablesAreToldAsLost()
{
    const TeamDraft draft
        = validDraft("{'type':'sequential','agents':[{'agent_id':'a','execution_order':1},"
                     "{'agent_id':'b','execution_order':2,"
                     "'input':{'source':'context_variable','variable_name':'topic'}}]}");
    QCOMPARE(told(convertStrategy(draft, WorkflowType::Pipeline).losses), u"variable b topic"_s);
}

void TestStrategyConversion::aCircleDoesNotHang()
{
    const TeamReading circle
        = readTeam("{'type':'parallel','agents':[{'agent_id':'a','dependencies':['b']},"
                   "{'agent_id':'b','dependencies':['a','b','nobody']}]}");
    QCOMPARE(flowOrder(circle.draft.workflow), (std::vector<std::size_t> { 0, 1 }));
    QCOMPARE(convertStrategy(circle.draft, WorkflowType::Pipeline).draft.workflow.agents.size(),
        std::size_t(2));
}

void TestStrategyConversion::aThousandMembersAreQuick()
{
    TeamDraft draft;
    draft.workflow.type = WorkflowType::Parallel;
    for (int i = 0; i < 1000; ++i) {
        WorkflowAgent member;
        member.agentId = AgentId(u"m%1"_s.arg(i));
        // Backwards, so that all of them change places.
        if (i < 999)
            member.dependencies = { AgentId(u"m%1"_s.arg(i + 1)) };
        draft.workflow.agents.push_back(std::move(member));
    }
    const TeamDraft ordered = convertStrategy(draft, WorkflowType::Sequential).draft;
    QCOMPARE(ordered.workflow.agents.front().agentId, AgentId(u"m999"_s));
    QCOMPARE(ordered.workflow.agents.back().executionOrder, std::optional(1000));
}

QTEST_APPLESS_MAIN(TestStrategyConversion)
#include "tst_strategy_conversion.moc"
