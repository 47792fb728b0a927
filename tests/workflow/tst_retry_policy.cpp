// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workflow_codec.h"
#include "core/workflow/retry_policy.h"
#include "team_json.h"

#include <QTest>

#include <limits>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// Contract §4.5 and the vectors M1, M2.
class TestRetryPolicy : public QObject {
    Q_OBJECT

private slots:
    void delays_data();
    void delays();
    void categoryNames();
    void nonsenseIsBounded();
};

void TestRetryPolicy::delays_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("milliseconds"); // before each further attempt

    const auto row
        = [](const char *name, const char *config, const char *category, const char *milliseconds) {
              QTest::newRow(name) << QByteArray(config) << QString::fromLatin1(category)
                                  << QString::fromLatin1(milliseconds);
          };
    row("M1", "{}", "network_error", "1000 2000");
    row("M2", "{'backoff_factor': 3, 'max_delay': 5, 'max_attempts': 4}", "agent_timeout",
        "1000 3000 5000");
    row("timeout", "{}", "agent_timeout", "1000 2000");
    row("busy", "{}", "resource_exhausted", "30000");
    row("crash", "{}", "agent_crash", "5000");
    for (const char *category : { "authentication_error", "quota_exceeded", "invalid_input",
             "dependency_error", "user_cancelled", "system_error" })
        row(category, "{}", category, "");
    row("one attempt", "{'max_attempts': 1}", "network_error", "");
    row("more for a crash", "{'max_attempts': 3}", "agent_crash", "5000 5000");
    row("formula for a crash", "{'max_attempts': 3, 'backoff_factor': 2}", "agent_crash",
        "1000 2000");
    row("listed", "{'retry_on': ['system_error']}", "system_error", "1000 2000");
    row("not listed", "{'retry_on': ['system_error']}", "network_error", "");
    row("never a cancel", "{'retry_on': ['user_cancelled']}", "user_cancelled", "");
    row("exception name", "{'retry_on': ['ConnectionError']}", "network_error", "1000 2000");
    row("max_retries", "{'max_retries': 1}", "network_error", "1000");
    row("initial_delay", "{'initial_delay': 10, 'max_attempts': 4}", "network_error",
        "10000 20000 40000");
    row("initial_delay within max_delay", "{'initial_delay': 50, 'max_delay': 60}", "network_error",
        "50000 60000");
    row("initial_delay for a crash", "{'initial_delay': 3}", "agent_crash", "3000");
    row("TimeoutError", "{'retry_on': ['TimeoutError']}", "agent_timeout", "1000 2000");
    row("retry_on_exceptions", "{'retry_on_exceptions': ['ConnectionError']}", "agent_timeout", "");
    row("max_attempts before max_retries", "{'max_attempts': 2, 'max_retries': 5}", "network_error",
        "1000");
    row("max_retries 0", "{'max_retries': 0}", "network_error", "");
    row("one delay", "{'delay_seconds': 4}", "network_error", "4000 4000");
    row("own delays", "{'delay_seconds': [7, 0.5], 'max_attempts': 4}", "network_error",
        "7000 500 500");
    row("ten attempts", "{'max_attempts': 10}", "network_error",
        "1000 2000 4000 8000 16000 32000 60000 60000 60000");
}

void TestRetryPolicy::delays()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, category);
    QFETCH(QString, milliseconds);
    const WorkflowReading reading = readWorkflow(json(
        "{'type': 'parallel', 'agents': [{'agent_id': 'a', 'retry_config': " + config + "}]}"));
    QVERIFY(reading.problems.isEmpty());
    const RetryConfig retry = *reading.definition.agents.front().retry;
    QStringList actual;
    for (int attempt = 1; attempt <= 20; ++attempt) {
        const auto decision = decideRetry(retry, errorCategoryFromString(category), attempt);
        if (!decision)
            break;
        QVERIFY(attempt < decision->maxAttempts);
        actual.append(QString::number(decision->delay.count()));
    }
    QCOMPARE(actual.join(u' '), milliseconds);
}

void TestRetryPolicy::categoryNames()
{
    QVERIFY(retryCategory(u"TimeoutError"_s) == ErrorCategory::AgentTimeout);
    QVERIFY(retryCategory(u"system_error"_s) == ErrorCategory::SystemError);
    QVERIFY(!retryCategory(u"luck"_s));
    QVERIFY(!retryCategory(QString()));
}

void TestRetryPolicy::nonsenseIsBounded()
{
    RetryConfig retry;
    retry.maxAttempts = 1'000'000;
    retry.backoffFactor = 1e300;
    retry.maxDelaySeconds = std::numeric_limits<int>::max();
    QCOMPARE(decideRetry(retry, ErrorCategory::NetworkError, 9)->delay.count(), 86'400'000);
    QVERIFY(!decideRetry(retry, ErrorCategory::NetworkError, 10));
    QVERIFY(!decideRetry(retry, ErrorCategory::NetworkError, 0));
    QVERIFY(!decideRetry(retry, ErrorCategory::NetworkError, -5));
    retry.delaySeconds = { -100 };
    QCOMPARE(decideRetry(retry, ErrorCategory::NetworkError, 1)->delay.count(), 0);
    retry.delaySeconds = std::vector<double>();
    retry.maxDelaySeconds = -1;
    QCOMPARE(decideRetry(retry, ErrorCategory::NetworkError, 1)->delay.count(), 0);
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retry_policy.moc"
