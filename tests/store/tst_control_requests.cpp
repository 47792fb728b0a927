// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/control_requests.h"
#include "core/store/execution_deletion.h"
#include "tests/store/store_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QCoro::Task<Result<void>> removed(Store *store, ExecutionId id)
{
    const OneShot<Result<void>> answer = deleteExecution(*store, id);
    co_return co_await answer;
}

} // namespace

/// What programs ask of each other's engines.
class TestControlRequests : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openStore(m_dir->filePath(u"renum.db"_s));
        QVERIFY(m_store);
        m_log = LogBuilder();
        QVERIFY(answerOf(m_store->append(m_log.beginning({ u"a"_s }))));
    }
    void cleanup() { m_store.reset(); }

    void areTakenOnce();
    void answersTellWhatCameOfIt();
    void canBeWithdrawnUntilTaken();
    void areOfOneOwnerAndInOrder();
    void belongToAnExecution();
    void oldOnesAreRemoved();

private:
    [[nodiscard]] ControlRequest request(const QString &id, const QString &owner = u"o1"_s) const
    {
        return { id, m_log.id(), owner, Json { { "wish", "pause" } } };
    }
    [[nodiscard]] QStringList waiting(const QString &owner = u"o1"_s) const
    {
        QStringList ids;
        const auto requests = answerOf(ControlRequests(m_store.get()).waiting(owner));
        for (const ControlRequest &request : *requests)
            ids.append(request.id);
        return ids;
    }

    LogBuilder m_log;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestControlRequests::areTakenOnce()
{
    const ControlRequests requests(m_store.get());
    QVERIFY(answerOf(requests.put(request(u"r1"_s), fromMicroseconds(10))));
    const auto open = answerOf(requests.waiting(u"o1"_s));
    QCOMPARE(open->size(), 1);
    QCOMPARE(open->constFirst().execution, m_log.id());
    QCOMPARE(open->constFirst().wish, (Json { { "wish", "pause" } }));
    QVERIFY(*answerOf(requests.take(u"r1"_s, fromMicroseconds(11))));
    QVERIFY(!*answerOf(requests.take(u"r1"_s, fromMicroseconds(12))));
    QCOMPARE(waiting(), QStringList());
}

void TestControlRequests::answersTellWhatCameOfIt()
{
    const ControlRequests requests(m_store.get());
    for (const QString &id : { u"good"_s, u"bad"_s }) {
        QVERIFY(answerOf(requests.put(request(id), fromMicroseconds(10))));
        QVERIFY(!answerOf(requests.answerTo(id))->has_value());
        QVERIFY(*answerOf(requests.take(id, fromMicroseconds(11))));
        QVERIFY(!answerOf(requests.answerTo(id))->has_value());
    }
    const Error error { ErrorCategory::InvalidInput, QString::fromLatin1(code::StepNotHeld),
        u"No."_s, { { u"step"_s, u"a"_s } } };
    QVERIFY(answerOf(requests.answer(u"good"_s, {}, fromMicroseconds(12))));
    QVERIFY(answerOf(requests.answer(u"bad"_s, error, fromMicroseconds(12))));
    QVERIFY((*answerOf(requests.answerTo(u"good"_s)))->ok());
    QCOMPARE((*answerOf(requests.answerTo(u"bad"_s)))->error(), error);
    QVERIFY(answerOf(requests.remove(u"bad"_s)));
    QVERIFY(!answerOf(requests.answerTo(u"bad"_s))->has_value());
    QVERIFY(!answerOf(requests.answerTo(u"never"_s))->has_value());
}

void TestControlRequests::canBeWithdrawnUntilTaken()
{
    const ControlRequests requests(m_store.get());
    for (const QString &id : { u"r1"_s, u"r2"_s })
        QVERIFY(answerOf(requests.put(request(id), fromMicroseconds(10))));
    QVERIFY(*answerOf(requests.take(u"r2"_s, fromMicroseconds(11))));
    QVERIFY(*answerOf(requests.withdraw(u"r1"_s)));
    QVERIFY(!*answerOf(requests.withdraw(u"r1"_s)));
    QVERIFY(!*answerOf(requests.withdraw(u"r2"_s)));
    QVERIFY(!*answerOf(requests.take(u"r1"_s, fromMicroseconds(12))));
}

void TestControlRequests::areOfOneOwnerAndInOrder()
{
    const ControlRequests requests(m_store.get());
    QVERIFY(answerOf(requests.put(request(u"z"_s), fromMicroseconds(10))));
    QVERIFY(answerOf(requests.put(request(u"a"_s), fromMicroseconds(10))));
    QVERIFY(answerOf(requests.put(request(u"early"_s), fromMicroseconds(9))));
    QVERIFY(answerOf(requests.put(request(u"other"_s, u"o2"_s), fromMicroseconds(1))));
    QCOMPARE(waiting(), (QStringList { u"early"_s, u"z"_s, u"a"_s }));
    QCOMPARE(waiting(u"o2"_s), QStringList { u"other"_s });
}

void TestControlRequests::belongToAnExecution()
{
    const ControlRequests requests(m_store.get());
    ControlRequest stranger = request(u"r1"_s);
    stranger.execution = ExecutionId(uuidOf(77));
    const Result<void> put = answerOf(requests.put(stranger, fromMicroseconds(10)));
    QCOMPARE(put.error().code, QLatin1StringView(code::NotFound));
    QVERIFY(answerOf(requests.put(request(u"r2"_s), fromMicroseconds(10))));
    QVERIFY(answerOf(m_store->append({ m_log.execution("execution_completed") })));
    QVERIFY(answerOf(removed(m_store.get(), m_log.id())));
    QCOMPARE(waiting(), QStringList());
}

void TestControlRequests::oldOnesAreRemoved()
{
    const ControlRequests requests(m_store.get());
    QVERIFY(answerOf(requests.put(request(u"old"_s), fromMicroseconds(10))));
    QVERIFY(answerOf(requests.put(request(u"new"_s), fromMicroseconds(20))));
    QVERIFY(answerOf(requests.removeOlderThan(fromMicroseconds(20))));
    QCOMPARE(waiting(), QStringList { u"new"_s });
}

QTEST_GUILESS_MAIN(TestControlRequests)
#include "tst_control_requests.moc"
