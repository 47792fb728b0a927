// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/event_script.h"
#include "ui/graph/graph_model.h"
#include "ui/graph/graph_navigation.h"
#include "ui/graph/graph_text.h"

#include <QTest>

#include <algorithm>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Start { std::chrono::seconds(1'767'261'600) };

/// "researcher>analyst data", sorted: what is joined with what.
QStringList wiresOf(const GraphModel &graph)
{
    const auto name = [&](int index) {
        const GraphNode &node = graph.nodes[static_cast<std::size_t>(index)];
        return node.kind == NodeKind::Agent ? node.agent.toString().sliced(5)
                                            : node.title.toLower();
    };
    QStringList wires;
    for (const GraphWire &wire : graph.wires) {
        const QString kind = wire.kind == GraphWire::Kind::Data ? u"data"_s
            : wire.kind == GraphWire::Kind::Condition           ? u"condition"_s
                                                                : u"feedback"_s;
        wires << u"%1>%2 %3"_s.arg(name(wire.from), name(wire.to), kind);
    }
    wires.sort();
    return wires;
}

const GraphWire &wireInto(const GraphModel &graph, const QString &slot)
{
    const int to = graph.indexOf(AgentId("slot:"_L1 + slot));
    return *std::ranges::find(graph.wires, to, &GraphWire::to);
}

const GraphNode &node(const GraphModel &graph, const QString &slot)
{
    return graph.nodes[static_cast<std::size_t>(graph.indexOf(AgentId("slot:"_L1 + slot)))];
}

GraphModel liveGraph(const EventScript &script)
{
    GraphModel graph = graphOf(script.plan());
    applyExecution(graph, script.execution(), script.now());
    return graph;
}

Condition test(const QString &field, const QString &op, std::optional<Json> value = {})
{
    Condition condition;
    condition.field = field;
    condition.op = op;
    condition.value = std::move(value);
    return condition;
}

} // namespace

class TestGraphModel : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void shapes_data()
    {
        QTest::addColumn<QString>("templateId");
        QTest::addColumn<QStringList>("wires");
        QTest::newRow("CU001 sequential, combined input")
            << u"market-analysis"_s
            << QStringList { u"analyst>reporter data"_s, u"prompt>researcher data"_s,
                   u"reporter>result data"_s, u"researcher>analyst data"_s,
                   u"researcher>reporter data"_s };
        QTest::newRow("CU002 pipeline with feedback")
            << u"software-dev"_s
            << QStringList { u"architect>developer data"_s, u"developer>tester data"_s,
                   u"prompt>architect data"_s, u"tester>developer feedback"_s,
                   u"tester>result data"_s };
        QTest::newRow("CU003 conditional")
            << u"customer-service"_s
            << QStringList { u"billing>follow-up data"_s, u"follow-up>result data"_s,
                   u"prompt>triage data"_s, u"technical>follow-up data"_s,
                   u"triage>billing condition"_s, u"triage>technical condition"_s };
    }

    void shapes()
    {
        QFETCH(QString, templateId);
        QFETCH(QStringList, wires);
        const WorkflowDefinition workflow = shippedWorkflow(templateId);
        QVERIFY(!workflow.agents.empty());
        const ExecutionPlan plan = EventScript(u"e"_s, u"T"_s, workflow, Start).plan();
        QCOMPARE(wiresOf(graphOf(workflow)), wires);
        QCOMPARE(wiresOf(graphOf(plan)), wires);
    }

    void conditionsAreLabelled()
    {
        const GraphModel graph = graphOf(shippedWorkflow(u"customer-service"_s));
        QCOMPARE(wireInto(graph, u"technical"_s).label, u"category = technical"_s);
        QCOMPARE(wireInto(graph, u"billing"_s).label, u"category = billing"_s);
    }

    void feedbackIsLabelled()
    {
        const GraphModel graph = graphOf(shippedWorkflow(u"software-dev"_s));
        const auto back
            = std::ranges::find(graph.wires, GraphWire::Kind::Feedback, &GraphWire::kind);
        QVERIFY(back != graph.wires.end());
        QCOMPARE(back->label, u"verdict = fail, up to 3 time(s)"_s);
    }

    void orderJoinsStepsThatNothingElseJoins()
    {
        WorkflowDefinition workflow;
        for (const int order : { 3, 1, 2 }) {
            WorkflowAgent agent;
            agent.agentId = AgentId(u"slot:%1"_s.arg(order));
            agent.executionOrder = order;
            workflow.agents.push_back(agent);
        }
        QCOMPARE(wiresOf(graphOf(workflow)),
            QStringList({ u"1>2 data"_s, u"2>3 data"_s, u"3>result data"_s, u"prompt>1 data"_s }));
        workflow.type = WorkflowType::Parallel;
        QCOMPARE(wiresOf(graphOf(workflow)),
            QStringList({ u"1>result data"_s, u"2>result data"_s, u"3>result data"_s,
                u"prompt>1 data"_s, u"prompt>2 data"_s, u"prompt>3 data"_s }));
    }

    void unknownAgentsAreNotDrawn()
    {
        WorkflowDefinition workflow;
        WorkflowAgent agent;
        agent.agentId = AgentId(u"slot:a"_s);
        agent.input = InputSpec();
        agent.input->sources.push_back(
            { InputSource::Kind::AgentResult, AgentId(u"slot:gone"_s), {} });
        agent.dependencies = { AgentId(u"slot:a"_s), AgentId(u"slot:gone"_s) };
        agent.feedback = FeedbackSpec { AgentId(u"slot:gone"_s), {}, {}, {} };
        workflow.agents.push_back(agent);
        QCOMPARE(
            wiresOf(graphOf(workflow)), QStringList({ u"a>result data"_s, u"prompt>a data"_s }));
        QCOMPARE(graphOf(WorkflowDefinition()).nodes.size(), 2U);
    }

    void conditionTexts_data()
    {
        QTest::addColumn<QString>("op");
        QTest::addColumn<QString>("text");
        QTest::newRow("equals") << u"equals"_s << u"n = 3"_s;
        QTest::newRow("==") << u"=="_s << u"n = 3"_s;
        QTest::newRow("ne") << u"ne"_s << u"n ≠ 3"_s;
        QTest::newRow("gt") << u"gt"_s << u"n > 3"_s;
        QTest::newRow("less_than_or_equal") << u"less_than_or_equal"_s << u"n ≤ 3"_s;
        QTest::newRow("contains") << u"contains"_s << u"n contains 3"_s;
        QTest::newRow("is_empty") << u"is_empty"_s << u"n is empty"_s;
        QTest::newRow("unknown") << u"sounds_like"_s << u"n sounds_like 3"_s;
    }

    void conditionTexts()
    {
        QFETCH(QString, op);
        QFETCH(QString, text);
        const QSet<AgentId> known { AgentId(u"a"_s) };
        QCOMPARE(conditionText(test(u"agent_a_result.n"_s, op, Json(3)), known), text);
    }

    void conditionGroups()
    {
        const QSet<AgentId> known { AgentId(u"a"_s) };
        Condition any;
        any.kind = Condition::Kind::Any;
        any.children = { test(u"x"_s, u"equals"_s, Json(true)), test(u"y"_s, u"exists"_s) };
        QCOMPARE(conditionText(any, known), u"x = true or y exists"_s);
        Condition negation;
        negation.kind = Condition::Kind::Not;
        negation.children = { any };
        QCOMPARE(conditionText(negation, known), u"not x = true or y exists"_s);
        QCOMPARE(conditionText(test(u"agent_a_result"_s, u"exists"_s), known), QString());
        QCOMPARE(conditionText(test(u"agent_a_result"_s, u"equals"_s, Json("yes")), known),
            u"the result = yes"_s);
    }

    void pendingRunningDone()
    {
        EventScript script(u"e"_s, u"T"_s, shippedWorkflow(u"market-analysis"_s), Start);
        script.begin(u"Electric bicycles"_s).start(u"researcher"_s);
        script.write(u"researcher"_s, u"Demand **grows**\n\nfast"_s);
        GraphModel graph = liveGraph(script);
        QCOMPARE(toString(*node(graph, u"researcher"_s).status), u"running"_s);
        QCOMPARE(node(graph, u"researcher"_s).body, u"Demand grows fast"_s);
        QVERIFY(node(graph, u"researcher"_s).live);
        QCOMPARE(node(graph, u"reporter"_s).body, u"Waits for Researcher, Analyst"_s);
        QCOMPARE(wireInto(graph, u"researcher"_s).state, GraphWire::State::Done);
        QCOMPARE(wireInto(graph, u"analyst"_s).state, GraphWire::State::Waiting);

        script.complete(u"researcher"_s, u"# Sources\nFourteen sources"_s);
        graph = liveGraph(script);
        QCOMPARE(node(graph, u"researcher"_s).body, u"Sources Fourteen sources"_s);
        QVERIFY(!node(graph, u"researcher"_s).live);
        QVERIFY2(node(graph, u"researcher"_s).footer.contains(u"9.1k"_s),
            qPrintable(node(graph, u"researcher"_s).footer));
        QCOMPARE(node(graph, u"reporter"_s).body, u"Waits for Researcher ✓, Analyst"_s);
        QCOMPARE(wireInto(graph, u"analyst"_s).state, GraphWire::State::Done);
    }

    void retryFailSkipStop()
    {
        EventScript script(u"e"_s, u"T"_s, shippedWorkflow(u"market-analysis"_s), Start);
        script.begin(u"Electric bicycles"_s).start(u"researcher"_s);
        script.retry(u"researcher"_s, timeoutError(), 2);
        GraphModel graph = liveGraph(script);
        QCOMPARE(node(graph, u"researcher"_s).look.icon, u"retry"_s);
        script.start(u"researcher"_s, 2);
        graph = liveGraph(script);
        QVERIFY(node(graph, u"researcher"_s).subtitle.contains(u"attempt 2"_s));
        script.fail(u"researcher"_s, timeoutError());
        script.skip(u"analyst"_s, SkipReason::UpstreamFailed).cancel(u"reporter"_s);
        graph = liveGraph(script);
        QCOMPARE(toString(*node(graph, u"researcher"_s).status), u"failed"_s);
        QVERIFY(!node(graph, u"researcher"_s).body.isEmpty());
        QCOMPARE(node(graph, u"analyst"_s).body, u"An agent it depends on failed."_s);
        QCOMPARE(node(graph, u"reporter"_s).body, u"Stopped before it started."_s);
        QCOMPARE(wireInto(graph, u"analyst"_s).state, GraphWire::State::Unused);
    }

    void longTextsAreCut()
    {
        QVERIFY(oneLine(QString(5000, u'a')).size() <= 160);
        const QString end = lastWords(u"first "_s + u"word "_s.repeated(400) + u"last"_s);
        QVERIFY(end.startsWith(u"…"_s));
        QVERIFY(end.endsWith(u"word last"_s));
        QVERIFY(end.size() <= 90);
        QCOMPARE(lastWords(u"short"_s), u"short"_s);
    }

    void directions()
    {
        const std::vector<QRectF> places { { 0, 0, 10, 10 }, { 100, 5, 10, 10 },
            { 100, -50, 10, 10 }, { 200, 0, 10, 10 } };
        QCOMPARE(nodeTowards(places, -1, GraphDirection::Right), 0);
        QCOMPARE(nodeTowards(places, 0, GraphDirection::Right), 1);
        QCOMPARE(nodeTowards(places, 1, GraphDirection::Up), 2);
        QCOMPARE(nodeTowards(places, 3, GraphDirection::Right), 3);
        QCOMPARE(nodeTowards(places, 3, GraphDirection::Left), 1);
        QCOMPARE(nodeTowards({}, -1, GraphDirection::Left), -1);
    }

    void alongWires()
    {
        const GraphModel graph = graphOf(shippedWorkflow(u"software-dev"_s));
        QCOMPARE(nodeAlongWire(graph, 0, true), 1);
        QCOMPARE(nodeAlongWire(graph, 3, true), 4);
        QCOMPARE(nodeAlongWire(graph, 4, true), 4);
        QCOMPARE(nodeAlongWire(graph, 1, false), 0);
    }

    void spoken()
    {
        EventScript script(u"e"_s, u"T"_s, shippedWorkflow(u"market-analysis"_s), Start);
        script.begin(u"Electric bicycles"_s).start(u"researcher"_s);
        const QString text = spokenNode(liveGraph(script), 1);
        QVERIFY2(text.startsWith(u"Agent Researcher, Running"_s), qPrintable(text));
        QVERIFY2(text.endsWith(u"1 input(s), 2 output(s)"_s), qPrintable(text));
        QCOMPARE(spokenNode(GraphModel(), 3), QString());
    }
};

QTEST_MAIN(TestGraphModel)
#include "tst_graph_model.moc"
