// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agents/sign_in_bench.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum::test;

/// Signing in with a refresh token on the command line.
class TestRenumctlSignIn : public QObject {
    Q_OBJECT

private slots:
    void tokenIsRenewed();
    void wrongSupabaseAddressIsBadUsage();

private:
    void check(const QString &supabase);

    SignInBench m_bench;
    QProcess m_process;
};

void TestRenumctlSignIn::check(const QString &supabase)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RENUM_TEST_TOKEN"_s, u"access-0"_s);
    environment.insert(u"RENUM_TEST_REFRESH"_s, u"refresh-0"_s);
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(RENUM_BIN_DIR) + u"/renumctl"_s,
        { u"suna"_s, u"check"_s, m_bench.suna.url().toString(), u"--suna-token-env"_s,
            u"RENUM_TEST_TOKEN"_s, u"--suna-refresh-token-env"_s, u"RENUM_TEST_REFRESH"_s,
            u"--supabase-url"_s, supabase, u"--supabase-anon-key"_s, u"anon"_s });
    // The servers answer in this process.
    QTRY_COMPARE_WITH_TIMEOUT(m_process.state(), QProcess::NotRunning, 60'000);
}

void TestRenumctlSignIn::tokenIsRenewed()
{
    m_bench.suna.on(agentsRoute, { refusal(), json(noAgents) });
    check(m_bench.supabase.url().toString());
    const QByteArray errors = m_process.readAllStandardError();
    QVERIFY2(m_process.exitCode() == 0, errors.constData());
    QCOMPARE(m_bench.supabase.renewals(), 1);
    QCOMPARE(m_bench.lastBearer(agentsRoute), QByteArray("Bearer access-1"));
    QCOMPARE(errors.count("RENUM_TEST_REFRESH is used up"), 1);
    for (const char *secret : { "refresh-0", "refresh-1", "access-0", "access-1" })
        QVERIFY(!errors.contains(secret) && !m_process.readAllStandardOutput().contains(secret));
}

void TestRenumctlSignIn::wrongSupabaseAddressIsBadUsage()
{
    check(u"nonsense"_s);
    QCOMPARE(m_process.exitCode(), 2);
    QVERIFY(m_process.readAllStandardError().contains("no address of a server"));
}

QTEST_GUILESS_MAIN(TestRenumctlSignIn)
#include "tst_renumctl_sign_in.moc"
