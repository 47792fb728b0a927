// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/absent_backend.h"
#include "core/model/error_codes.h"
#include "tests/support/await.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
QString codeOf(QCoro::Task<Result<T>> call)
{
    const auto answer = await(std::move(call));
    return answer && !*answer ? answer->error().code : QString();
}

} // namespace

class TestAbsentBackend : public QObject {
    Q_OBJECT

private slots:
    void everyCallFailsAtOnce()
    {
        AbsentBackend backend;
        const QString absent = QString::fromLatin1(code::NotConnected);
        QCOMPARE(backend.address(), QString());
        QCOMPARE(codeOf(backend.probe({})), absent);
        QCOMPARE(codeOf(backend.listAgents({})), absent);
        QCOMPARE(codeOf(backend.prepareThread(u"title"_s, {})), absent);
        QCOMPARE(codeOf(backend.observeRun({}, {}, {})), absent);
        QCOMPARE(codeOf(backend.stopRun({}, {})), absent);
        QCOMPARE(codeOf(backend.runUsage({}, {})), absent);
        QCOMPARE(codeOf(backend.findRuns({}, {})), absent);
    }

    // Nothing was sent, so nothing has to be looked for.
    void startsAreSurelyRejected()
    {
        AbsentBackend backend;
        const auto answer = await(backend.startRun({}, {}));
        QVERIFY(answer);
        QVERIFY(answer->kind == StartAnswer::Kind::Rejected);
        QCOMPARE(answer->error.code, QString::fromLatin1(code::NotConnected));
    }
};

QTEST_GUILESS_MAIN(TestAbsentBackend)
#include "tst_absent_backend.moc"
