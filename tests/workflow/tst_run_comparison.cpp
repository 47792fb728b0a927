// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/run_comparison.h"
#include "core/workflow/run_family.h"
#include "tests/support/event_by_hand.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

ComparedStep step(const QString &agent, int position, int iteration = 1, const QString &name = {})
{
    ComparedStep facts;
    facts.agent = AgentId(agent);
    facts.name = name.isEmpty() ? agent : name;
    facts.position = position;
    facts.iteration = iteration;
    return facts;
}

/// "a=a b=- -=c": which steps stand side by side.
QString written(const std::vector<StepComparison> &steps)
{
    QStringList words;
    const auto name = [](const std::optional<ComparedStep> &facts) {
        if (!facts)
            return u"-"_s;
        const QString agent = facts->agent.toString();
        return facts->iteration > 1 ? u"%1#%2"_s.arg(agent).arg(facts->iteration) : agent;
    };
    for (const StepComparison &each : steps)
        words << name(each.before) + u'=' + name(each.after);
    return words.join(u' ');
}

Json usage(qint64 tokens, std::optional<qint64> nanoUsd)
{
    Usage used;
    used.tokensInput = tokens;
    used.cost = nanoUsd ? Cost::ofCall(CostBasis::Computed, *nanoUsd)
                        : Cost::ofCall(CostBasis::Unpriced, 0);
    return toJson(used);
}

ExecutionEvents run(const QString &answer, qint64 tokens, std::optional<qint64> nanoUsd)
{
    EventScript script;
    StepOutput output;
    output.result = answer;
    return {
        script.created(), script.planned({ u"a"_s, u"b"_s }), script.execution("execution_started"),
        script.step("step_started", "a", { { "attempt", 1 }, { "prompt", "do it" } }),
        script.step("step_failed", "a", { { "will_retry", true } }),
        script.step("step_started", "a", { { "attempt", 2 }, { "prompt", "do it" } }),
        script.step("step_usage", "a", { { "usage_metrics", usage(tokens, nanoUsd) } }),
        script.step("step_usage", "beside", { { "usage_metrics", usage(5, 1) } }),
        script.step("step_completed", "a", { { "result", toJson(output) } }),
        script.step("step_skipped", "b"),
        script.execution("execution_completed", { { "result", { { "result", toJson(answer) } } } })
    };
}

FamilyMember member(const QString &id, const QString &origin, int second)
{
    FamilyMember made;
    made.id = ExecutionId(id);
    if (!origin.isEmpty())
        made.origin = ExecutionId(origin);
    made.createdAt = Timestamp(std::chrono::seconds(second));
    return made;
}

QString written(const FamilyTree &tree)
{
    QString text = tree.member.id.toString();
    for (const FamilyTree &child : tree.children)
        text += u'(' + written(child) + u')';
    return text;
}

} // namespace

class TestRunComparison : public QObject {
    Q_OBJECT

private slots:
    void stepsStandSideBySide_data()
    {
        QTest::addColumn<std::vector<ComparedStep>>("before");
        QTest::addColumn<std::vector<ComparedStep>>("after");
        QTest::addColumn<QString>("expected");
        using Steps = std::vector<ComparedStep>;
        QTest::newRow("nothing") << Steps {} << Steps {} << QString();
        QTest::newRow("the same") << Steps { step(u"a"_s, 0), step(u"b"_s, 1) }
                                  << Steps { step(u"a"_s, 0), step(u"b"_s, 1) } << u"a=a b=b"_s;
        QTest::newRow("another order")
            << Steps { step(u"a"_s, 0), step(u"b"_s, 1) }
            << Steps { step(u"b"_s, 0), step(u"a"_s, 1) } << u"b=b a=a"_s;
        QTest::newRow("one added")
            << Steps { step(u"a"_s, 0), step(u"c"_s, 1) }
            << Steps { step(u"a"_s, 0), step(u"b"_s, 1), step(u"c"_s, 2) } << u"a=a -=b c=c"_s;
        QTest::newRow("one gone") << Steps { step(u"a"_s, 0), step(u"b"_s, 1), step(u"c"_s, 2) }
                                  << Steps { step(u"a"_s, 0), step(u"c"_s, 1) } << u"a=a b=- c=c"_s;
        QTest::newRow("another agent of the name")
            << Steps { step(u"a"_s, 0), step(u"b"_s, 1, 1, u"Critic"_s) }
            << Steps { step(u"x"_s, 0, 1, u"Critic"_s), step(u"a"_s, 1) } << u"b=x a=a"_s;
        QTest::newRow("replaced at its place")
            << Steps { step(u"a"_s, 0), step(u"b"_s, 1) }
            << Steps { step(u"a"_s, 0), step(u"x"_s, 1) } << u"a=a b=x"_s;
        QTest::newRow("more rounds")
            << Steps { step(u"a"_s, 0), step(u"b"_s, 1) }
            << Steps { step(u"a"_s, 0), step(u"b"_s, 1), step(u"a"_s, 0, 2) } << u"a=a b=b -=a#2"_s;
        QTest::newRow("all others") << Steps { step(u"a"_s, 0) } << Steps {} << u"a=-"_s;
    }
    void stepsStandSideBySide()
    {
        QFETCH(std::vector<ComparedStep>, before);
        QFETCH(std::vector<ComparedStep>, after);
        QTEST(written(alignedSteps(before, after)), "expected");
    }

    void factsAreFolded()
    {
        const RunFacts facts = folded<RunFacts>(run(u"Yes"_s, 700, 2'000'000));
        QCOMPARE(facts.teamName(), u"Writers"_s);
        QCOMPARE(facts.prompt(), u"Do it"_s);
        QVERIFY(facts.status() == ExecutionStatus::Completed);
        QCOMPARE(facts.result(), u"Yes"_s);
        QCOMPARE(facts.duration()->count(), 8'000'000);
        QCOMPARE(*facts.usage().tokensInput, 705);
        const std::vector<ComparedStep> steps = facts.steps();
        QCOMPARE(steps.size(), std::size_t(2));
        QCOMPARE(steps[0].attempts, 2);
        QCOMPARE(steps[0].prompt, u"do it"_s);
        QCOMPARE(steps[0].output, u"Yes"_s);
        QCOMPARE(steps[0].duration()->count(), 5'000'000);
        QCOMPARE(*steps[0].usage.tokensInput, 700);
        QVERIFY(steps[1].status == StepStatus::Skipped);
        QVERIFY(!steps[1].duration());
        QVERIFY(facts.settings().contains("workflow"));
    }

    void laterRoundsAreStepsOfTheirOwn()
    {
        EventScript script;
        const RunFacts facts = folded<RunFacts>({ script.created(),
            script.planned({ u"a"_s, u"b"_s }), script.step("step_started", "a#2"),
            script.step("step_completed", "a#2"), script.step("step_started", "stranger") });
        const std::vector<ComparedStep> steps = facts.steps();
        QCOMPARE(steps.size(), std::size_t(3));
        QCOMPARE(steps[2].id, StepId(u"a#2"_s));
        QCOMPARE(steps[2].iteration, 2);
        QCOMPARE(steps[2].name, u"A"_s);
    }

    void figuresChange()
    {
        const RunComparison comparison
            = compareRuns(folded<RunFacts>(run(u"Yes"_s, 700, 2'000'000)),
                folded<RunFacts>(run(u"No"_s, 900, 5'000'000)));
        const FiguresChange figures = comparison.figures();
        QCOMPARE(figures.tokens.change(), std::optional<qint64>(200));
        QCOMPARE(figures.money.change(), std::optional<qint64>(3'000'000));
        QCOMPARE(figures.time.change(), std::optional<qint64>(0));
        QVERIFY(!figures.approximate);
        QVERIFY(comparison.steps[0].outputChanged());
        QVERIFY(!comparison.steps[0].promptChanged());
        QVERIFY(!comparison.steps[1].outputChanged());
    }

    void unknownStaysUnknown()
    {
        const RunComparison comparison
            = compareRuns(folded<RunFacts>(run(u"Yes"_s, 700, 2'000'000)),
                folded<RunFacts>(run(u"Yes"_s, 700, {})));
        const FiguresChange step = comparison.steps[0].figures();
        QCOMPARE(step.money.before, std::optional<qint64>(2'000'000));
        QVERIFY(!step.money.after && !step.money.change());
        QVERIFY(step.approximate);
        // A step that only one of them has changes nothing: it has no other side.
        const StepComparison alone { {}, ComparedStep {} };
        QVERIFY(!alone.figures().time.change());
    }

    void isWrittenAsJson()
    {
        ExecutionEvents other = run(u"No"_s, 900, {});
        other[0].data["execution_config"] = Json { { "step_timeout_seconds", 30 } };
        const Json json = toJson(
            compareRuns(folded<RunFacts>(run(u"Yes"_s, 700, 2'000'000)), folded<RunFacts>(other)));
        QCOMPARE(json["result_changed"].get<bool>(), true);
        QCOMPARE(json["steps"].size(), std::size_t(2));
        QCOMPARE(json["steps"][0]["figures"]["tokens"]["change"].get<int>(), 200);
        QVERIFY(json["steps"][0]["figures"]["nano_usd"]["change"].is_null());
        QCOMPARE(json["steps"][0]["output_changed"].get<bool>(), true);
        QCOMPARE(json["settings"].size(), std::size_t(1));
        QCOMPARE(toQString(json["settings"][0]["path"]), u"/execution_config"_s);
        QCOMPARE(toQString(json["settings"][0]["kind"]), u"added"_s);
    }

    void familiesAreTrees()
    {
        const std::vector<FamilyMember> known { member(u"first"_s, {}, 1),
            member(u"fork"_s, u"first"_s, 4), member(u"retry"_s, u"first"_s, 2),
            member(u"again"_s, u"retry"_s, 3), member(u"other"_s, {}, 9),
            member(u"orphan"_s, u"deleted"_s, 5) };
        QCOMPARE(
            written(*familyOf(known, ExecutionId(u"again"_s))), u"first(retry(again))(fork)"_s);
        QCOMPARE(written(*familyOf(known, ExecutionId(u"orphan"_s))), u"orphan"_s);
        QCOMPARE(written(*familyOf(known, ExecutionId(u"other"_s))), u"other"_s);
        QVERIFY(!familyOf(known, ExecutionId(u"unknown"_s)));
        // A damaged store.
        const std::vector<FamilyMember> circle { member(u"x"_s, u"y"_s, 1),
            member(u"y"_s, u"x"_s, 2) };
        QCOMPARE(written(*familyOf(circle, ExecutionId(u"x"_s))), u"y(x)"_s);
    }
};

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_run_comparison.moc"
