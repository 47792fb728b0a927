// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/model/workflow_codec.h"
#include "core/workflow/planner.h"
#include "core/workflow/validation.h"
#include "core/workspace/template_catalog.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

QList<TeamTemplate> all()
{
    const Result<QList<TeamTemplate>> templates = builtInTemplates();
    return templates ? *templates : QList<TeamTemplate>();
}

TeamTemplate byId(const QString &id)
{
    const QList<TeamTemplate> templates = all();
    const auto found = std::ranges::find(templates, TemplateId(id), &TeamTemplate::id);
    return found == templates.cend() ? TeamTemplate() : *found;
}

QHash<QString, AgentId> someAgents(const TeamTemplate &source)
{
    QHash<QString, AgentId> agents;
    for (const TemplateSlot &slot : source.slotList)
        agents.insert(slot.slot, AgentId());
    int number = 0;
    for (AgentId &id : agents)
        id = AgentId(u"agt-%1"_s.arg(++number));
    return agents;
}

} // namespace

class TestTemplates : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void threeTemplatesShip()
    {
        QStringList ids;
        for (const TeamTemplate &source : all())
            ids.append(source.id.toString());
        QCOMPARE(
            ids, (QStringList { u"market-analysis"_s, u"software-dev"_s, u"customer-service"_s }));
    }

    void filled_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("CU001") << u"market-analysis"_s;
        QTest::newRow("CU002") << u"software-dev"_s;
        QTest::newRow("CU003") << u"customer-service"_s;
    }
    void filled()
    {
        QFETCH(QString, id);
        const TeamTemplate source = byId(id);
        QCOMPARE(source.slotList.size(), source.workflow.agents.size());
        QVERIFY(!source.samplePrompts.isEmpty());
        const Result<TeamDraft> draft = fillTemplate(source, u"Mine"_s, someAgents(source));
        QVERIFY(draft.ok());
        QCOMPARE(draft->name, u"Mine"_s);
        const Validation validation = validateTeam(*draft);
        for (const Problem &problem : validation.problems)
            qInfo("%s %s", qUtf8Printable(problem.code), qUtf8Printable(problem.message));
        QVERIFY(validation.valid());
        QVERIFY(validation.problems.isEmpty()); // no warning either
        QVERIFY(!canonicalJson(toJson(draft->workflow)).contains("slot:"));
        QCOMPARE(planExecution(validation.normalized).steps.size(), source.slotList.size());
        for (const WorkflowAgent &agent : draft->workflow.agents) {
            QVERIFY(agent.position);
            QVERIFY(agent.config.instructions.size() > 100);
        }
    }

    void cardsDoNotOverlap_data() { filled_data(); }
    void cardsDoNotOverlap()
    {
        QFETCH(QString, id);
        const TeamTemplate source = byId(id);
        const auto &agents = source.workflow.agents;
        for (size_t i = 0; i < agents.size(); ++i) {
            for (size_t j = i + 1; j < agents.size(); ++j) {
                const bool apart = std::abs(agents[i].position->x - agents[j].position->x) > 250
                    || std::abs(agents[i].position->y - agents[j].position->y) > 150;
                QVERIFY(apart);
            }
        }
    }

    void feedbackAndConditionsNameTheChosenAgents()
    {
        const TeamTemplate source = byId(u"software-dev"_s);
        const Result<TeamDraft> draft = fillTemplate(source, {},
            { { u"architect"_s, AgentId(u"a"_s) }, { u"developer"_s, AgentId(u"d.1"_s) },
                { u"tester"_s, AgentId(u"slot:developer"_s) } });
        QVERIFY(draft.ok());
        QCOMPARE(draft->name, source.name);
        const WorkflowAgent &tester = draft->workflow.agents[2];
        QCOMPARE(tester.agentId, AgentId(u"slot:developer"_s)); // an id is not replaced again
        QCOMPARE(tester.feedback->to, AgentId(u"d.1"_s));
        QCOMPARE(tester.feedback->maxIterations, std::optional<int>(3));
        QCOMPARE(tester.feedback->conditions[0].field, u"agent_slot:developer_result.verdict"_s);
        QCOMPARE(draft->workflow.config.finalResult, std::optional<QString>(u"all"_s));
    }

    void slotsWithoutAgentAreNamed()
    {
        const Result<TeamDraft> draft
            = fillTemplate(byId(u"market-analysis"_s), {}, { { u"analyst"_s, AgentId(u"x"_s) } });
        QVERIFY(!draft);
        QCOMPARE(draft.error().code, QString::fromLatin1(code::AgentNotFound));
        QVERIFY(draft.error().message.contains(u"researcher"_s));
        QVERIFY(draft.error().message.contains(u"reporter"_s));
        QVERIFY(!draft.error().message.contains(u"analyst"_s));
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
