// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_connection.h"
#include "tests/agents/sign_in_bench.h"
#include "tests/support/await.h"
#include "tests/ui/fake_keychain.h"

#include <QTemporaryDir>

using namespace renum;
using namespace renum::desktop;
using namespace Qt::StringLiterals;

/// Sign-ins that Supabase renews, from the settings to the keychain and back.
class tst_DesktopSignIn : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void renewedTokensSurviveARestart();
    void whatWasTriedCanBeKept();
    void checkAndConnectionShareTheSignIn();
    void tokenAloneReplacesThePair();
    void sessionOnlyIsNeverWritten();
    void withoutKeychainAndSecret();
    void renewalThatCannotBeKeptIsLogged();
    void refreshTokenNeedsSupabase_data();
    void refreshTokenNeedsSupabase();
    void listenerOutlivesTheConnection();

private:
    void start();
    void stop();
    [[nodiscard]] ui::ConnectionChoice choice() const;
    /// A call that needs to be signed in, unlike finding out what answers.
    void askForAgents();
    void refuseOnce()
    {
        m_bench->suna.on(test::agentsRoute, { test::refusal(), test::json(test::noAgents) });
    }
    void apply(const ui::ConnectionSecrets &secrets,
        ui::SecretKeeping keeping = ui::SecretKeeping::Keychain);
    [[nodiscard]] QByteArray kept(const QString &place);
    [[nodiscard]] bool isConnected() const
    {
        return m_workspace->connectionStatus().state == ConnectionStatus::State::Connected;
    }

    std::unique_ptr<test::SignInBench> m_bench;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ui::FakeKeychain> m_keychain;
    std::unique_ptr<ui::AppSettings> m_settings;
    std::unique_ptr<LocalWorkspace> m_workspace;
    std::unique_ptr<DesktopConnection> m_connection;
};

void tst_DesktopSignIn::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    m_bench = std::make_unique<test::SignInBench>();
    m_dir = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<ui::FakeKeychain>();
    start();
}

void tst_DesktopSignIn::cleanup()
{
    stop();
}

/// As the program does; the keychain and the files are those of before.
void tst_DesktopSignIn::start()
{
    m_settings = std::make_unique<ui::AppSettings>(m_dir->filePath(u"renum.ini"_s));
    LocalWorkspaceOptions options;
    options.dataDir = m_dir->path();
    Result<std::unique_ptr<LocalWorkspace>> opened = LocalWorkspace::open(options);
    QVERIFY(opened);
    m_workspace = std::move(*opened);
    m_connection = std::make_unique<DesktopConnection>(
        m_workspace.get(), m_keychain.get(), m_settings.get());
}

void tst_DesktopSignIn::stop()
{
    m_connection.reset();
    m_workspace.reset();
    m_settings.reset();
}

ui::ConnectionChoice tst_DesktopSignIn::choice() const
{
    ui::ConnectionChoice choice;
    choice.kind = ui::ConnectionKind::Suna;
    choice.url = m_bench->suna.url().toString();
    choice.supabase = { m_bench->supabase.url().toString(), u"anon"_s };
    return choice;
}

void tst_DesktopSignIn::apply(const ui::ConnectionSecrets &secrets, ui::SecretKeeping keeping)
{
    const auto applied = test::await(m_connection->apply(choice(), secrets, keeping));
    QVERIFY(applied && applied->ok());
    QTRY_VERIFY(isConnected());
    askForAgents();
}

void tst_DesktopSignIn::askForAgents()
{
    const auto agents = test::await(m_workspace->agents({}));
    QVERIFY(agents);
    QVERIFY2(agents->ok(), agents->ok() ? "" : qPrintable(agents->error().message));
}

QByteArray tst_DesktopSignIn::kept(const QString &place)
{
    const auto secret
        = test::await(m_keychain->read(place + u'/' + m_bench->suna.url().toString()));
    return secret && *secret ? **secret : QByteArray("error");
}

void tst_DesktopSignIn::renewedTokensSurviveARestart()
{
    // Without a token of its own it begins with a renewal, which uses refresh-0 up.
    apply({ {}, "refresh-0" });
    QTRY_COMPARE(kept(u"suna"_s), QByteArray("access-1"));
    QCOMPARE(kept(u"suna-refresh"_s), QByteArray("refresh-1"));
    stop();
    start();
    m_bench->suna.ledger.clear();
    refuseOnce();
    m_connection->connectAsRemembered();
    QTRY_VERIFY(isConnected());
    askForAgents();
    const QList<ServerRequest> asked = m_bench->suna.asked(test::agentsRoute);
    QCOMPARE(asked.constFirst().header("Authorization"), QByteArray("Bearer access-1"));
    QCOMPARE(asked.constLast().header("Authorization"), QByteArray("Bearer access-2"));
    QTRY_COMPARE(kept(u"suna-refresh"_s), QByteArray("refresh-2"));
    QCOMPARE(kept(u"suna"_s), QByteArray("access-2"));
}

void tst_DesktopSignIn::whatWasTriedCanBeKept()
{
    const ui::ConnectionSecrets entered { {}, "refresh-0" };
    const auto report = test::await(m_connection->check(choice(), entered));
    QVERIFY(report && report->ok());
    QVERIFY((*report)->isUsable());
    QCOMPARE(m_bench->supabase.renewals(), 1);
    QCOMPARE(kept(u"suna-refresh"_s), QByteArray());
    QCOMPARE(kept(u"suna"_s), QByteArray());
    apply(entered); // although refresh-0 is used up
    QCOMPARE(kept(u"suna-refresh"_s), QByteArray("refresh-1"));
    QCOMPARE(kept(u"suna"_s), QByteArray("access-1"));
    QCOMPARE(m_bench->supabase.renewals(), 1);
}

void tst_DesktopSignIn::checkAndConnectionShareTheSignIn()
{
    apply({ {}, "refresh-0" });
    QCOMPARE(m_bench->supabase.renewals(), 1);
    refuseOnce();
    const auto report = test::await(m_connection->check(choice(), {}));
    QVERIFY(report && report->ok());
    QVERIFY((*report)->isUsable());
    QTRY_COMPARE(kept(u"suna-refresh"_s), QByteArray("refresh-2"));
    // The connection goes on with what the check has renewed.
    askForAgents();
    QCOMPARE(m_bench->lastBearer(test::agentsRoute), QByteArray("Bearer access-2"));
    QCOMPARE(m_bench->supabase.renewals(), 2);
}

void tst_DesktopSignIn::tokenAloneReplacesThePair()
{
    apply({ {}, "refresh-0" });
    QTRY_COMPARE(kept(u"suna-refresh"_s), QByteArray("refresh-1"));
    apply({ "of-somebody-else" });
    QCOMPARE(kept(u"suna"_s), QByteArray("of-somebody-else"));
    QCOMPARE(kept(u"suna-refresh"_s), QByteArray());
}

void tst_DesktopSignIn::sessionOnlyIsNeverWritten()
{
    apply({ {}, "refresh-0" }, ui::SecretKeeping::SessionOnly);
    QCOMPARE(m_bench->supabase.renewals(), 1);
    refuseOnce();
    apply({}); // once more with what the session has
    QCOMPARE(m_bench->supabase.renewals(), 2);
    QCOMPARE(m_keychain->writes, 0);
}

void tst_DesktopSignIn::withoutKeychainAndSecret()
{
    m_keychain->broken = true;
    // A server that asks for no sign-in can be looked at and used all the same.
    const auto report = test::await(m_connection->check(choice(), {}));
    QVERIFY(report && report->ok());
    const auto refused
        = test::await(m_connection->apply(choice(), {}, ui::SecretKeeping::Keychain));
    QCOMPARE(refused->error().code, u"keychain_unavailable"_s);
    apply({}, ui::SecretKeeping::SessionOnly);
    m_bench->suna.on(test::agentsRoute, { test::refusal() });
    const auto needed = test::await(m_connection->check(choice(), {}));
    QCOMPARE(needed->error().code, u"keychain_unavailable"_s);
    ui::ConnectionChoice nowhere = choice();
    nowhere.url = u"http://127.0.0.1:1"_s;
    const auto silent = test::await(m_connection->check(nowhere, {}));
    QVERIFY(silent && silent->ok());
    QCOMPARE((*silent)->error->code, u"connection_refused"_s);
}

void tst_DesktopSignIn::renewalThatCannotBeKeptIsLogged()
{
    apply({ "access-0", "refresh-0" });
    QCOMPARE(m_keychain->writes, 2);
    m_keychain->broken = true;
    QTest::ignoreMessage(
        QtWarningMsg, QRegularExpression(u"the renewed sign-in was not kept: .*English"_s));
    refuseOnce();
    askForAgents();
    QCOMPARE(m_bench->supabase.renewals(), 1);
    QCoreApplication::sendPostedEvents();
    m_keychain->broken = false;
    QCOMPARE(kept(u"suna-refresh"_s), QByteArray("refresh-0"));
    askForAgents(); // it goes on in memory
    QCOMPARE(m_bench->lastBearer(test::agentsRoute), QByteArray("Bearer access-1"));
}

void tst_DesktopSignIn::refreshTokenNeedsSupabase_data()
{
    QTest::addColumn<bool>("apiKey");
    QTest::newRow("API key") << true;
    QTest::newRow("no Supabase") << false;
}

void tst_DesktopSignIn::refreshTokenNeedsSupabase()
{
    QFETCH(const bool, apiKey);
    ui::ConnectionChoice wanted = choice();
    if (apiKey)
        wanted.secretKind = ui::SecretKind::ApiKey;
    else
        wanted.supabase = {};
    const ui::ConnectionSecrets entered { "pk_1:sk_2", "refresh-0" };
    const auto applied
        = test::await(m_connection->apply(wanted, entered, ui::SecretKeeping::Keychain));
    QVERIFY(applied && applied->ok());
    QCOMPARE(kept(u"suna"_s), QByteArray("pk_1:sk_2"));
    QCOMPARE(kept(u"suna-refresh"_s), QByteArray());
}

void tst_DesktopSignIn::listenerOutlivesTheConnection()
{
    apply({ "access-0", "refresh-0" });
    m_connection.reset();
    refuseOnce();
    askForAgents();
    QCOMPARE(m_bench->supabase.renewals(), 1);
    QCOMPARE(kept(u"suna-refresh"_s), QByteArray("refresh-0"));
}

QTEST_MAIN(tst_DesktopSignIn)
#include "tst_desktop_sign_in.moc"
