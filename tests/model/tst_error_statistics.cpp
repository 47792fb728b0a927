// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_statistics.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

ExecutionError failure(ErrorCategory category, bool resolved = false)
{
    ExecutionError error;
    error.error.category = category;
    error.resolved = resolved;
    return error;
}

} // namespace

/// Failures of many executions, counted (contract §1.5.13).
class TestErrorStatistics : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void countsByTypeAndSeverity()
    {
        ErrorStatistics statistics;
        statistics.add({ failure(ErrorCategory::NetworkError, true),
            failure(ErrorCategory::AgentTimeout), failure(ErrorCategory::InvalidInput) });
        statistics.add({ failure(ErrorCategory::NetworkError) });
        QCOMPARE(statistics.total(), 4);
        QCOMPARE(canonicalJson(toJson(statistics)),
            QByteArray(R"({"errors_by_severity":{"critical":1,"medium":3},"errors_by_type":)"
                       R"({"agent_timeout":1,"invalid_input":1,"network_error":2},)"
                       R"("most_common_errors":[)"
                       R"({"count":2,"error_type":"network_error","percentage":50.0},)"
                       R"({"count":1,"error_type":"agent_timeout","percentage":25.0},)"
                       R"({"count":1,"error_type":"invalid_input","percentage":25.0}],)"
                       R"("recovery_rate":0.25,"total_errors":4})"));
    }

    void ofNothingNothingIsKnown()
    {
        ErrorStatistics statistics;
        statistics.add({});
        QVERIFY(!statistics.recoveryRate());
        QCOMPARE(canonicalJson(toJson(statistics)),
            QByteArray(R"({"errors_by_severity":{},"errors_by_type":{},"most_common_errors":[],)"
                       R"("recovery_rate":null,"total_errors":0})"));
    }
};

QTEST_GUILESS_MAIN(TestErrorStatistics)
#include "tst_error_statistics.moc"
