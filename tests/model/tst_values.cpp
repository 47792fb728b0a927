// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution.h"
#include "core/model/problem.h"
#include "core/model/result.h"

#include <QSet>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

class TestValues : public QObject {
    Q_OBJECT

private slots:
    void resultHoldsEitherSide()
    {
        const Result<int> good = 7;
        QVERIFY(good);
        QCOMPARE(*good, 7);
        const Result<int> bad = Error { ErrorCategory::InvalidInput, u"c"_s, u"m"_s };
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, u"c"_s);
        QVERIFY(Result<void>());
        QVERIFY(!Result<void>(Error {}));
        Result<std::unique_ptr<int>> owner = std::make_unique<int>(3);
        const std::unique_ptr<int> moved = std::move(*owner);
        QCOMPARE(*moved, 3);
    }

    void everyCategoryHasItsName()
    {
        for (int i = 0; i <= int(ErrorCategory::SystemError); ++i) {
            const auto category = ErrorCategory(i);
            QVERIFY(errorCategoryFromString(toString(category)) == category);
        }
        QCOMPARE(
            toString(errorCategoryFromString(u"nonsense"_s)), toString(ErrorCategory::SystemError));
    }

    void statesHaveTheirNames()
    {
        for (int i = 0; i <= int(ExecutionStatus::Cancelled); ++i)
            QVERIFY(executionStatusFromString(toString(ExecutionStatus(i))) == ExecutionStatus(i));
        for (int i = 0; i <= int(StepStatus::Cancelled); ++i)
            QVERIFY(stepStatusFromString(toString(StepStatus(i))) == StepStatus(i));
        for (int i = 0; i <= int(SkipReason::ApprovalTimeout); ++i)
            QVERIFY(skipReasonFromString(toString(SkipReason(i))) == SkipReason(i));
        for (int i = 0; i <= int(RunState::Unknown); ++i)
            QVERIFY(runStateFromString(toString(RunState(i))) == RunState(i));
        QVERIFY(!skipReasonFromString(u"because"_s));
    }

    void idsAreFreshAndTyped()
    {
        RandomIdSource source;
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(source.next());
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(seen.begin()->size(), 36);
        QVERIFY(TeamId(u"a"_s) < TeamId(u"b"_s));
        QCOMPARE(qHash(TeamId(u"a"_s)), qHash(TeamId(u"a"_s)));
    }

    void progress_data()
    {
        QTest::addColumn<int>("terminal");
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("status");
        QTest::addColumn<double>("expected");
        QTest::newRow("M6") << 2 << 4 << int(ExecutionStatus::Running) << 50.0;
        QTest::newRow("M7") << 4 << 4 << int(ExecutionStatus::Running) << 99.0;
        QTest::newRow("completed") << 4 << 4 << int(ExecutionStatus::Completed) << 100.0;
        QTest::newRow("no steps") << 0 << 0 << int(ExecutionStatus::Pending) << 0.0;
    }
    void progress()
    {
        QFETCH(int, terminal);
        QFETCH(int, total);
        QFETCH(int, status);
        Execution execution;
        execution.completedSteps = terminal;
        execution.totalSteps = total;
        execution.status = ExecutionStatus(status);
        QTEST(execution.progress(), "expected");
    }

    void unknownUsageIsNotZero()
    {
        Usage sum;
        Usage unknown;
        unknown.requestCount = 1;
        sum.add(unknown);
        QVERIFY(!sum.tokensInput);
        Usage known;
        known.modelName = u"m"_s;
        known.modelProvider = u"p"_s;
        known.tokensInput = 5;
        known.requestCount = 1;
        sum.add(known);
        QVERIFY(sum.tokensInput == 5);
        QVERIFY(!sum.tokensOutput);
        QCOMPARE(sum.requestCount, 2);
        known.modelName = u"other"_s;
        known.estimated = true;
        sum.add(known);
        QVERIFY(sum.estimated);
        QVERIFY(usageFromJson(toJson(sum)) == sum);
        QVERIFY(toJson(unknown)["tokens_input"].is_null());
    }

    void configRoundTrips()
    {
        ExecutionConfig config;
        QVERIFY(executionConfigFromJson(toJson(config)) == config);
        config.maxExecutionSeconds = 60;
        config.stepTimeoutSeconds = 5;
        config.modelName = u"m"_s;
        config.initialContext = { { "a", 1 } };
        config.initialMemory = { { "b", 2 } };
        for (const StepFailurePolicy policy : { StepFailurePolicy::Stop,
                 StepFailurePolicy::Continue, StepFailurePolicy::SkipDependents }) {
            config.onStepFailure = policy;
            QVERIFY(executionConfigFromJson(toJson(config)) == config);
        }
    }

    void warningsAreNotErrors()
    {
        Problems problems { { Problem::Severity::Warning, u"W-20"_s, u"/x"_s, u"m"_s } };
        QVERIFY(!hasErrors(problems));
        problems.append({ Problem::Severity::Error, u"W-01"_s, u"/x"_s, u"m"_s });
        QVERIFY(hasErrors(problems));
    }
};

QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"
