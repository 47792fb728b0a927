// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/comparison_text.h"
#include "tests/support/event_by_hand.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::cli;
using namespace Qt::StringLiterals;

namespace {

Result<std::variant<Arguments, ArgumentsText>> parse(const QString &line)
{
    return parseArguments(u"renumctl "_s.append(line).split(u' '));
}

RunFacts run(const QString &answer, qint64 tokens, const Json &config)
{
    test::EventScript script;
    StepOutput output;
    output.result = answer;
    Usage usage;
    usage.tokensInput = tokens;
    ExecutionEvent created = script.created();
    created.data["execution_config"] = config;
    return test::folded<RunFacts>(
        { created, script.planned({ u"a"_s, u"b"_s }), script.execution("execution_started"),
            script.step("step_started", "a", { { "attempt", 1 } }),
            script.step("step_usage", "a", { { "usage_metrics", toJson(usage) } }),
            script.step("step_completed", "a", { { "result", toJson(output) } }),
            script.execution("execution_completed", { { "result", toJson(answer) } }) });
}

} // namespace

/// `compare`: what is asked for, and how it looks.
class TestCliComparison : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void takesTwoExecutions()
    {
        const Arguments arguments = std::get<Arguments>(*parse(u"compare A B --json"_s));
        QVERIFY(arguments.command == Arguments::Command::Compare);
        QCOMPARE(arguments.target, u"A"_s);
        QCOMPARE(arguments.otherTarget, u"B"_s);
        QVERIFY(arguments.json);
        QVERIFY(!parse(u"compare A"_s));
        QVERIFY(!parse(u"compare A B C"_s));
        QVERIFY(!parse(u"errors A B"_s));
    }

    void saysWhatIsDifferent()
    {
        const QString text
            = comparisonLines(compareRuns(run(u"Sales grew"_s, 900, { { "model_name", "old" } }),
                                  run(u"Sales fell"_s, 700, { { "model_name", "new" } })))
                  .join(u'\n');
        QVERIFY2(text.contains(u"Sales [-grew-]{+fell+}"_s), qPrintable(text));
        QVERIFY2(text.contains(u"900 tok -> 700 tok (-200 tok)"_s), qPrintable(text));
        QVERIFY2(text.contains(u"differs: output"_s), qPrintable(text));
        QVERIFY2(
            text.contains(u"/execution_config/model_name: \"old\" -> \"new\""_s), qPrintable(text));
        // Nobody knows what it cost.
        QVERIFY2(!text.contains(u'$'), qPrintable(text));
    }

    void equalRunsAreTheSame()
    {
        const RunFacts facts = run(u"Sales grew"_s, 900, Json::object());
        const QStringList lines = comparisonLines(compareRuns(facts, facts));
        QCOMPARE(lines.last(), u"  the same"_s);
        QVERIFY(!lines.contains(u"Settings"_s));
    }

    void agentsCannotReachTheTerminal()
    {
        const QString hostile = u"\x1b[31mred\u202e"_s;
        const QString marked = markedText(u"safe"_s, hostile);
        QVERIFY(!marked.contains(u'\x1b') && !marked.contains(u'\u202e'));
    }
};

QTEST_GUILESS_MAIN(TestCliComparison)
#include "tst_cli_comparison.moc"
