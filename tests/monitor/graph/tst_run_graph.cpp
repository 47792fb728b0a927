// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/event_script.h"
#include "ui/monitor/graph/heat_legend.h"
#include "ui/monitor/graph/run_graph.h"
#include "ui/monitor/graph/run_graph_view.h"
#include "ui/text/money_text.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const AgentId Analyst(u"slot:analyst"_s);
const AgentId Reporter(u"slot:reporter"_s);

ExecutionEvent stepEvent(const QString &type, const QString &step, Json data = Json::object())
{
    ExecutionEvent event;
    event.type = u"step_update"_s;
    event.eventType = type;
    event.agentId = AgentId(step.section(u'#', 0, 0));
    data["step_id"] = step.toStdString();
    event.data = std::move(data);
    return event;
}

ExecutionEvent completed(const QString &step, const QString &result)
{
    return stepEvent(
        u"step_completed"_s, step, { { "result", { { "result", result.toStdString() } } } });
}

/// A run and what its folds say.
class Run {
public:
    explicit Run(WorkflowDefinition workflow = shippedWorkflow(u"market-analysis"_s))
    {
        EventScript script(u"e-1"_s, u"Team"_s, std::move(workflow), fromMicroseconds(1'000'000));
        script.begin(u"p"_s);
        add(script.take());
    }

    Run &add(const ExecutionEvents &events)
    {
        for (ExecutionEvent event : events) {
            event.seq = ++m_seq;
            if (event.timestamp == Timestamp())
                event.timestamp = fromMicroseconds(1'000'000 * m_seq);
            m_state.apply(event);
        }
        return *this;
    }
    Run &add(const ExecutionEvent &event) { return add(ExecutionEvents { event }); }

    [[nodiscard]] const MonitorState &state() const { return m_state; }
    [[nodiscard]] MonitorMoment moment(bool running = true) const
    {
        return { m_state, m_state.execution().updatedAt, true, running, false };
    }
    [[nodiscard]] GraphModel graph() const
    {
        GraphModel graph = graphOf(*m_state.execution().plan);
        applyExecution(graph, m_state.execution(), m_state.execution().updatedAt);
        return graph;
    }

private:
    MonitorState m_state;
    qint64 m_seq = 0;
};

/// The analyst runs, the reporter sends it back twice, and is done.
Run loop()
{
    WorkflowDefinition workflow = shippedWorkflow(u"market-analysis"_s);
    workflow.agents.back().feedback = FeedbackSpec { Analyst, {}, 3, Json::object() };
    Run run(workflow);
    run.add(stepEvent(u"step_started"_s, u"slot:researcher"_s));
    run.add(completed(u"slot:researcher"_s, u"sources"_s));
    for (const QString &suffix : { u""_s, u"#2"_s, u"#3"_s }) {
        const QString round = suffix.isEmpty() ? u"1"_s : suffix.mid(1);
        run.add(stepEvent(u"step_started"_s, u"slot:analyst"_s + suffix));
        run.add(completed(u"slot:analyst"_s + suffix, u"analysis "_s + round));
        run.add(stepEvent(u"step_started"_s, u"slot:reporter"_s + suffix));
        run.add(completed(u"slot:reporter"_s + suffix, u"report "_s + round));
    }
    return run;
}

ExecutionEvent used(const QString &step, CostBasis basis, qint64 nanoUsd)
{
    Usage usage;
    usage.requestCount = 1;
    usage.cost = Cost::ofCall(basis, nanoUsd);
    return stepEvent(u"step_usage"_s, step, { { "usage_metrics", toJson(usage) } });
}

/// The analyst costs three times as much as the researcher, the reporter's model has no price.
Run spending()
{
    Run run;
    const std::pair<QString, Cost> costs[] = {
        { u"slot:researcher"_s, Cost::ofCall(CostBasis::Computed, 10'000'000) },
        { u"slot:analyst"_s, Cost::ofCall(CostBasis::Computed, 30'000'000) },
        { u"slot:reporter"_s, Cost::ofCall(CostBasis::Unpriced, 0) },
    };
    for (const auto &[step, cost] : costs) {
        run.add(stepEvent(u"step_started"_s, step));
        run.add(
            used(step, cost.isKnown() ? CostBasis::Computed : CostBasis::Unpriced, cost.nanoUsd));
        run.add(completed(step, u"done"_s));
    }
    return run;
}

const GraphNode *nodeTitled(const GraphModel &graph, const QString &title)
{
    const auto found = std::ranges::find(graph.nodes, title, &GraphNode::title);
    return found == graph.nodes.end() ? nullptr : &*found;
}

bool joined(const GraphModel &graph, const QString &from, const QString &to)
{
    return std::ranges::any_of(graph.wires, [&](const GraphWire &wire) {
        return graph.nodes[std::size_t(wire.from)].title == from
            && graph.nodes[std::size_t(wire.to)].title == to;
    });
}

} // namespace

/// The team's graph while it runs.
class TestRunGraph : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_view = std::make_unique<RunGraphView>(m_theme.get());
        m_view->resize(1000, 600);
        m_view->show();
    }

    void cleanup()
    {
        m_view.reset();
        m_theme.reset();
    }

    void eachIterationIsKept()
    {
        const Run run = loop();
        const StepRuns &runs = run.state().fold<StepRuns>();
        QVERIFY(runs.hasLoops());
        const QList<StepRun> analyst = runs.of(Analyst);
        QCOMPARE(analyst.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(analyst.at(i).iteration, i + 1);
            QVERIFY(analyst.at(i).status == StepStatus::Completed);
            QCOMPARE(analyst.at(i).result, u"analysis %1"_s.arg(i + 1));
        }
        QVERIFY(analyst.at(0).lastSeq < analyst.at(1).firstSeq);
    }

    void attemptsAreNoIterations()
    {
        Run run;
        run.add(stepEvent(u"step_started"_s, u"slot:researcher"_s));
        run.add(stepEvent(u"step_failed"_s, u"slot:researcher"_s, { { "will_retry", true } }));
        run.add(stepEvent(u"step_started"_s, u"slot:researcher"_s, { { "attempt", 2 } }));
        run.add(stepEvent(u"step_skipped"_s, Analyst.toString()));
        run.add(stepEvent(u"step_started"_s, u"no-step-of-the-plan"_s));
        const StepRuns &runs = run.state().fold<StepRuns>();
        QVERIFY(!runs.hasLoops());
        QCOMPARE(runs.of(AgentId(u"slot:researcher"_s)).size(), 1);
        QVERIFY(runs.of(Analyst).first().status == StepStatus::Skipped);
        QVERIFY(runs.of(AgentId(u"no-step-of-the-plan"_s)).isEmpty());
        QVERIFY(unrolled(run.graph(), runs).graph == run.graph());
    }

    void manyIterationsAreBounded()
    {
        Run run;
        for (int i = 1; i < 2 * StepRuns::MostRuns; ++i)
            run.add(stepEvent(u"step_started"_s, u"slot:analyst#%1"_s.arg(i)));
        const QList<StepRun> runs = run.state().fold<StepRuns>().of(Analyst);
        QCOMPARE(runs.size(), StepRuns::MostRuns);
        QCOMPARE(runs.constLast().iteration, int(2 * StepRuns::MostRuns - 1));
    }

    void aLoopIsUnrolled()
    {
        const Run run = loop();
        const GraphModel aggregated = run.graph();
        const UnrolledGraph all = unrolled(aggregated, run.state().fold<StepRuns>());
        QCOMPARE(all.graph.nodes.size(), aggregated.nodes.size() + 4);
        QVERIFY(all.graph.nodes.back().kind == NodeKind::Result);
        const GraphNode *second = nodeTitled(all.graph, u"Analyst, time 2"_s);
        QVERIFY(second);
        QCOMPARE(second->body, u"analysis 2"_s);
        QVERIFY(second->status == StepStatus::Completed);
        QCOMPARE(all.aliases.value(second->agent), Analyst);
        const GraphNode *last = nodeTitled(all.graph, u"Analyst, time 3"_s);
        QCOMPARE(last->agent, Analyst); // what is selected elsewhere

        QVERIFY(joined(all.graph, u"Researcher"_s, u"Analyst, time 2"_s));
        QVERIFY(joined(all.graph, u"Analyst, time 2"_s, u"Reporter, time 2"_s));
        QVERIFY(!joined(all.graph, u"Analyst, time 1"_s, u"Reporter, time 2"_s));
        QVERIFY(joined(all.graph, u"Reporter, time 1"_s, u"Analyst, time 2"_s)); // it led back
        QVERIFY(joined(all.graph, u"Reporter, time 2"_s, u"Analyst, time 3"_s));
        QVERIFY(!joined(all.graph, u"Reporter, time 1"_s, u"Analyst, time 1"_s));
        QVERIFY(std::ranges::none_of(all.graph.wires,
            [](const GraphWire &wire) { return wire.kind == GraphWire::Kind::Feedback; }));
    }

    void thePersonSwitches()
    {
        const Run run = loop();
        m_view->setMoment(run.moment());
        auto *button = m_view->findChild<QToolButton *>(u"unrollLoops"_s);
        QVERIFY(button->isVisible());
        const std::size_t planned = m_view->graph().nodes.size();
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_view->isUnrolled());
        QCOMPARE(m_view->graph().nodes.size(), planned + 4);

        const QSignalSpy chosen(m_view.get(), &RunGraphView::agentChosen);
        const auto &nodes = m_view->graph().nodes;
        const auto second = std::ranges::find(nodes, u"Analyst, time 2"_s, &GraphNode::title);
        m_view->selectNode(int(second - nodes.begin()));
        QCOMPARE(chosen.count(), 1);
        QVERIFY(chosen.at(0).at(0).value<AgentId>() == Analyst);
        m_view->showAgent(Reporter);
        QCOMPARE(m_view->selectedAgent(), Reporter);

        m_view->setUnrolled(false);
        QCOMPARE(m_view->graph().nodes.size(), planned);
        const Run plain;
        m_view->clear();
        m_view->setMoment(plain.moment());
        QVERIFY(!button->isVisible());
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(m_view.get(), &change);
        QCOMPARE(button->text(), u"Aggregated"_s);
    }

    void whatFlowsMoves()
    {
        Run run;
        run.add(stepEvent(u"step_started"_s, u"slot:researcher"_s));
        m_view->setMoment(run.moment());
        QCOMPARE(m_view->movingWires().size(), 1U); // the prompt
        run.add(completed(u"slot:researcher"_s, u"sources"_s));
        m_view->setMoment(run.moment());
        QVERIFY(m_view->movingWires().empty());
        run.add(stepEvent(u"step_started"_s, Analyst.toString()));
        m_view->setMoment(run.moment());
        QCOMPARE(m_view->movingWires().size(), 1U);
        const GraphWire &wire = m_view->graph().wires[std::size_t(m_view->movingWires().front())];
        QCOMPARE(m_view->graph().nodes[std::size_t(wire.to)].agent, Analyst);
        QVERIFY(!m_view->grab().isNull());
        // An earlier instant stands still.
        m_view->setMoment(run.moment(false));
        QVERIFY(m_view->movingWires().empty());
    }

    void moneyAndWhatIsNotKnown()
    {
        Run run;
        run.add(stepEvent(u"step_started"_s, u"slot:researcher"_s));
        Usage usage;
        usage.tokensInput = 9100;
        usage.cost = Cost::ofCall(CostBasis::Computed, 20'800'000);
        run.add(stepEvent(
            u"step_usage"_s, u"slot:researcher"_s, { { "usage_metrics", toJson(usage) } }));
        QVERIFY(
            nodeTitled(run.graph(), u"Researcher"_s)->footer.contains(format::money(usage.cost)));
        Usage unpriced;
        unpriced.cost = Cost::ofCall(CostBasis::Unpriced, 0);
        run.add(stepEvent(u"step_started"_s, Analyst.toString()));
        run.add(stepEvent(
            u"step_usage"_s, Analyst.toString(), { { "usage_metrics", toJson(unpriced) } }));
        QVERIFY(nodeTitled(run.graph(), u"Analyst"_s)->footer.contains(u"no price"_s));
    }

    void verdictsAreSaidOnceTheyAreKnown()
    {
        Run run(shippedWorkflow(u"customer-service"_s));
        const auto state = [&run](const QString &to) {
            const GraphModel graph = run.graph();
            for (const GraphWire &wire : graph.wires) {
                const bool asked = wire.kind == GraphWire::Kind::Condition
                    && graph.nodes[std::size_t(wire.to)].agent == AgentId(to);
                if (asked)
                    return std::optional(wire.state);
            }
            return std::optional<GraphWire::State>();
        };
        std::vector<QString> asked;
        for (const PlanStep &step : run.state().execution().plan->steps) {
            if (state(step.agentId.toString()))
                asked.push_back(step.agentId.toString());
        }
        QVERIFY(asked.size() >= 2);
        const QString first = run.state().execution().plan->steps.front().agentId.toString();
        run.add(stepEvent(u"step_started"_s, first)).add(completed(first, u"technical"_s));
        QVERIFY(state(asked[0]) == GraphWire::State::Waiting); // nobody has looked yet
        run.add(stepEvent(u"step_started"_s, asked[0]));
        run.add(stepEvent(u"step_skipped"_s, asked[1], { { "reason", "condition_not_met" } }));
        QVERIFY(state(asked[0]) == GraphWire::State::Done);
        QVERIFY(state(asked[1]) == GraphWire::State::Unused);
    }

    void aTeamsCardOpensItsExecution()
    {
        Run run;
        run.add(stepEvent(u"step_started"_s, u"slot:researcher"_s));
        run.add(stepEvent(
            u"step_nested_started"_s, u"slot:researcher"_s, { { "execution_id", "inner" } }));
        m_view->setMoment(run.moment());
        const QSignalSpy asked(m_view.get(), &RunGraphView::executionRequested);
        const QSignalSpy opened(m_view.get(), &RunGraphView::agentOpened);
        m_view->selectNode(1);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked.at(0).at(0).value<ExecutionId>() == ExecutionId(u"inner"_s));
        QCOMPARE(opened.count(), 0);
        m_view->selectNode(2);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
    }

    void beforeThePlanThereIsNothing()
    {
        m_view->setMoment(loop().moment());
        QVERIFY(!m_view->graph().nodes.empty());
        const MonitorState nothing;
        m_view->setMoment({ nothing, {}, false, false, false });
        QVERIFY(m_view->graph().nodes.empty());
        QVERIFY(!m_view->grab().isNull());
    }

    void costsAreShades()
    {
        Run run = spending();
        m_view->setMoment(run.moment());
        QVERIFY(m_view->heat().cells.empty()); // nobody asked
        auto *legend = m_view->findChild<HeatLegend *>(u"costLegend"_s);
        QVERIFY(!legend->isVisible());
        auto *button = m_view->findChild<QToolButton *>(u"showCosts"_s);
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(m_view->showsCosts());
        QVERIFY(legend->isVisible());
        QVERIFY(legend->accessibleName().contains(u"0.0300"_s));
        const CostHeat heat = m_view->heat();
        QCOMPARE(heat.cells.size(), size_t(3));
        QCOMPARE(heat.cells[0].warmth, 1.0 / 3);
        QCOMPARE(heat.cells[1].warmth, 1.0);
        QCOMPARE(heat.cells[1].share, 0.75);
        QVERIFY(heatText(heat.cells[1]).contains(u"75 %"_s));
        QCOMPARE(heatText(heat.cells[2]), u"unknown"_s); // and never $0
        QVERIFY(heatColor(*m_theme, 1).alpha() > heatColor(*m_theme, 0).alpha());
        const QImage shaded = m_view->grab().toImage();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(!legend->isVisible());
        QVERIFY(m_view->grab().toImage() != shaded);
    }

    void eachIterationHasItsOwnCost()
    {
        Run run = loop();
        m_view->setMoment(run.moment());
        m_view->setShowsCosts(true);
        QVERIFY(m_view->heat().cells.empty()); // no model was called
        QVERIFY(!m_view->heat().isKnown());
        QCOMPARE(m_view->findChild<HeatLegend *>()->text(), u"No cost is known yet"_s);
        run.add(used(u"slot:reporter#3"_s, CostBasis::Computed, 10'000'000));
        m_view->setMoment(run.moment());
        QCOMPARE(m_view->heat().cells.size(), size_t(1));
        m_view->setUnrolled(true);
        QCOMPARE(m_view->heat().cells.size(), size_t(1)); // the last time only
        const auto node = size_t(m_view->heat().cells[0].node);
        QCOMPARE(m_view->graph().nodes[node].title, u"Reporter, time 3"_s);
    }

    /// Three hundred members begin at once.
    void manyStatesAtOnce()
    {
        WorkflowDefinition workflow;
        workflow.type = WorkflowType::Parallel;
        for (int i = 0; i < 300; ++i) {
            WorkflowAgent agent;
            agent.agentId = AgentId(u"slot:a%1"_s.arg(i));
            agent.name = u"Agent %1"_s.arg(i);
            workflow.agents.push_back(agent);
        }
        Run run(workflow);
        m_view->setMoment(run.moment());
        for (int i = 0; i < 300; ++i)
            run.add(stepEvent(u"step_started"_s, u"slot:a%1"_s.arg(i)));
        QElapsedTimer clock;
        clock.start();
        m_view->setMoment(run.moment());
        const double ms = double(clock.nsecsElapsed()) / 1e6;
        qInfo("300 states after %.1f ms", ms);
        QCOMPARE(m_view->movingWires().size(), 300U);
        QVERIFY(ms < 500);
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<RunGraphView> m_view;
};

QTEST_MAIN(TestRunGraph)
#include "tst_run_graph.moc"
