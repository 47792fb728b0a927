// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/circuit_breaker.h"
#include "core/model/error_codes.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Outcome = CircuitBreaker::Outcome;
using Permit = CircuitBreaker::Permit;

namespace {

/// Plays calls that are settled at once: F fails, A is answered, N is cancelled; a digit lets that
/// many times ten seconds pass. A refused call is written down as x.
struct Play {
    QString letters;
    CircuitBreaker breaker;
    std::chrono::seconds now = 0s;

    void operator()(const QString &script)
    {
        for (const QChar step : script) {
            if (step.isDigit())
                now += 10s * step.digitValue();
            else
                call(step);
        }
    }
    void call(QChar step)
    {
        const Permit permit = breaker.request(now);
        if (permit == Permit::Refused) {
            letters += u'x';
            return;
        }
        letters += permit == Permit::Probe ? u'p' : u'c';
        breaker.settle(permit,
            step == u'F'       ? Outcome::Failed
                : step == u'A' ? Outcome::Answered
                               : Outcome::Nothing,
            now);
    }
};

} // namespace

/// Contract §4.5, circuit breaker.
class TestCircuitBreaker : public QObject {
    Q_OBJECT

private slots:
    void states_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("permits");
        QTest::addColumn<QString>("state");
        const auto row
            = [](const char *name, const char *script, const char *permits, const char *state) {
                  QTest::newRow(name) << QString::fromLatin1(script) << QString::fromLatin1(permits)
                                      << QString::fromLatin1(state);
              };
        row("new", "", "", "closed");
        row("four failures", "FFFF", "cccc", "closed");
        row("five failures", "FFFFF", "ccccc", "open");
        row("only consecutive ones count", "FFFFAFFFF", "ccccccccc", "closed");
        row("five after an answer", "FFFFAFFFFF", "cccccccccc", "open");
        row("a cancelled call changes nothing", "FFFFNF", "cccccc", "open");
        row("slow failures count too", "F9F9F9F9F", "ccccc", "open");
        row("open refuses", "FFFFFAA", "cccccxx", "open");
        row("open at 50 s", "FFFFF5A", "cccccx", "open");
        row("half open at 60 s", "FFFFF6", "ccccc", "half_open");
        row("probe answered", "FFFFF6AFFFF", "cccccpcccc", "closed");
        row("probe failed", "FFFFF6FA", "cccccpx", "open");
        row("second probe", "FFFFF6F6A", "cccccpp", "closed");
        row("a cancelled probe lets another try", "FFFFF6NA", "cccccpp", "closed");
        row("five more after recovery", "FFFFF6AFFFFF", "cccccpccccc", "open");
    }

    void states()
    {
        QFETCH(QString, script);
        QFETCH(QString, permits);
        QFETCH(QString, state);
        Play play;
        play(script);
        QCOMPARE(play.letters, permits);
        QCOMPARE(toString(play.breaker.state(play.now)), state);
    }

    void exactlyOneProbe()
    {
        Play play;
        play(u"FFFFF6"_s);
        QVERIFY(play.breaker.mayCall(play.now));
        QVERIFY(play.breaker.request(play.now) == Permit::Probe);
        QVERIFY(!play.breaker.mayCall(play.now));
        play(u"A9A"_s); // however long the probe takes
        QVERIFY(play.letters.endsWith(u"xx"_s));
        play.breaker.settle(Permit::Probe, Outcome::Answered, play.now);
        QVERIFY(play.breaker.request(play.now) == Permit::Call);
    }

    void lateResultsOfEarlierCalls()
    {
        Play play;
        const Permit early = play.breaker.request(play.now);
        play(u"FFFFF"_s);
        const auto probeAt = play.breaker.probeAt();
        play(u"3"_s);
        play.breaker.settle(early, Outcome::Failed, play.now);
        QCOMPARE(play.breaker.probeAt(), probeAt); // the wait is not made longer
        play(u"3"_s);
        const Permit probe = play.breaker.request(play.now);
        play.breaker.settle(early, Outcome::Failed, play.now);
        QVERIFY(!play.breaker.mayCall(play.now)); // the probe's result counts, not that one
        play.breaker.settle(probe, Outcome::Failed, play.now);
        play.breaker.settle(early, Outcome::Answered, play.now); // it lives, whoever heard it
        QCOMPARE(toString(play.breaker.state(play.now)), u"closed"_s);
    }

    void thresholdIsASetting()
    {
        CircuitBreaker breaker({ .failureThreshold = 1, .openFor = 5s });
        breaker.settle(breaker.request(0s), Outcome::Failed, 0s);
        QVERIFY(!breaker.mayCall(4s));
        QVERIFY(breaker.mayCall(5s));
        QCOMPARE(breaker.failures(), 1);
    }

    void whatCounts_data()
    {
        QTest::addColumn<QString>("errorCode");
        QTest::addColumn<int>("outcome");
        const auto rows = [](Outcome outcome, std::initializer_list<const char *> codes) {
            for (const char *each : codes)
                QTest::newRow(each) << QString::fromLatin1(each) << static_cast<int>(outcome);
        };
        rows(Outcome::Failed,
            { code::ConnectionRefused, code::HostNotFound, code::TlsFailed, code::ConnectTimeout,
                code::IdleTimeout, code::TotalTimeout, code::ConnectionLost, code::NetworkFailed,
                code::SunaServerError });
        rows(Outcome::Answered,
            { code::SunaUnauthorized, code::SunaPaymentRequired, code::SunaForbidden,
                code::SunaNotFound, code::SunaBusy, code::SunaInvalidRequest, code::SunaNotJson,
                code::SunaRunFailed, code::AgentTimeout });
        rows(Outcome::Nothing, { code::UserCancelled, code::CircuitOpen, code::InvalidUrl });
    }

    void whatCounts()
    {
        QFETCH(QString, errorCode);
        QFETCH(int, outcome);
        const Error error { ErrorCategory::NetworkError, errorCode, {} };
        QCOMPARE(static_cast<int>(circuitOutcome(error)), outcome);
    }
};

QTEST_GUILESS_MAIN(TestCircuitBreaker)
#include "tst_circuit_breaker.moc"
