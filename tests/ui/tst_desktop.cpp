// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_connection.h"
#include "app/desktop/options.h"
#include "app/desktop/screenshot.h"
#include "tests/ui/fake_keychain.h"
#include "tests/ui/page_test.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace renum;
using namespace renum::desktop;
using namespace Qt::StringLiterals;

/// What the application itself adds: its command line, its connection, its pictures.
class tst_Desktop : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void optionsAreRead();
    void wrongOptionsAreRefused_data();
    void wrongOptionsAreRefused();
    void helpAndVersionAreTexts();
    void pictureWaitsUntilSettled();
    void pictureThatCannotBeSaved();
    void wrongAddressChangesNothing_data();
    void wrongAddressChangesNothing();
    void consentToToolsIsRemembered();
    void secretGoesToTheKeychainAlone();
    void brokenKeychainChangesNothing();
    void sessionOnlyNeedsNoKeychain();

private:
    void apply(const ui::ConnectionChoice &choice, const QByteArray &secret,
        ui::SecretKeeping keeping = ui::SecretKeeping::Keychain);
    [[nodiscard]] QByteArray keptFor(const QString &url);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalWorkspace> m_workspace;
    std::unique_ptr<ui::FakeKeychain> m_keychain;
    std::unique_ptr<ui::AppSettings> m_settings;
    std::unique_ptr<DesktopConnection> m_connection;
    std::optional<Result<void>> m_applied;
    TaskScope m_tasks;
};

namespace {

const ui::ConnectionChoice SunaHere { ui::ConnectionKind::Suna, u"http://127.0.0.1:1"_s,
    ui::SecretKind::Token };

QCoro::Task<> keep(QCoro::Task<Result<void>> task, std::optional<Result<void>> *answer)
{
    const Result<void> result = co_await task;
    *answer = result;
}

QCoro::Task<> keepSecret(QCoro::Task<Result<QByteArray>> task, QByteArray *answer)
{
    const Result<QByteArray> result = co_await task;
    *answer = result ? *result : QByteArray("error");
}

std::variant<Options, OptionsText> parse(QStringList arguments)
{
    arguments.prepend(u"renum"_s);
    return parseOptions(arguments);
}

} // namespace

void tst_Desktop::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    LocalWorkspaceOptions options;
    options.dataDir = m_dir->path();
    Result<std::unique_ptr<LocalWorkspace>> opened = LocalWorkspace::open(options);
    QVERIFY(opened);
    m_workspace = std::move(*opened);
    m_keychain = std::make_unique<ui::FakeKeychain>();
    m_settings = std::make_unique<ui::AppSettings>(m_dir->filePath(u"renum.ini"_s));
    m_connection = std::make_unique<DesktopConnection>(
        m_workspace.get(), m_keychain.get(), m_settings.get());
    m_applied.reset();
}

void tst_Desktop::cleanup()
{
    m_connection.reset();
    m_workspace.reset();
}

void tst_Desktop::apply(
    const ui::ConnectionChoice &choice, const QByteArray &secret, ui::SecretKeeping keeping)
{
    m_tasks.start(keep(m_connection->apply(choice, { secret }, keeping), &m_applied));
    QTRY_VERIFY(m_applied);
}

QByteArray tst_Desktop::keptFor(const QString &url)
{
    QByteArray secret("pending");
    m_tasks.start(keepSecret(m_keychain->read(u"suna/"_s + url), &secret));
    return secret;
}

void tst_Desktop::optionsAreRead()
{
    const auto parsed
        = parse({ u"--demo"_s, u"--data-dir"_s, u"/tmp/x"_s, u"--theme"_s, u"dark"_s, u"--lang"_s,
            u"pt_BR"_s, u"--page"_s, u"monitor"_s, u"--run"_s, u"market-analysis"_s, u"--prompt"_s,
            u" Bicycles "_s, u"--screenshot"_s, u"a.png"_s, u"--screenshot-after"_s, u"2.5"_s });
    const auto *options = std::get_if<Options>(&parsed);
    QVERIFY(options);
    QVERIFY(options->demo);
    QCOMPARE(options->dataDir, u"/tmp/x"_s);
    QCOMPARE(options->theme, ui::Theme::Mode::Dark);
    QCOMPARE(options->language, ui::Language::Choice::BrazilianPortuguese);
    QCOMPARE(options->page, u"monitor"_s);
    QCOMPARE(options->runTemplate, TemplateId(u"market-analysis"_s));
    QCOMPARE(options->prompt, u"Bicycles"_s);
    QCOMPARE(options->screenshot->file, u"a.png"_s);
    QCOMPARE(options->screenshot->after, std::chrono::milliseconds(2500));

    const auto plain = parse({});
    QVERIFY(!std::get<Options>(plain).dataDir.isEmpty());
    QVERIFY(!std::get<Options>(plain).screenshot);
    QVERIFY(!std::get<Options>(plain).theme);
}

void tst_Desktop::wrongOptionsAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList { u"--colour"_s };
    QTest::newRow("positional") << QStringList { u"team.json"_s };
    QTest::newRow("theme") << QStringList { u"--theme"_s, u"blue"_s };
    QTest::newRow("language") << QStringList { u"--lang"_s, u"fr"_s };
    QTest::newRow("page") << QStringList { u"--page"_s, u"invoices"_s };
    QTest::newRow("run without prompt") << QStringList { u"--run"_s, u"market-analysis"_s };
    QTest::newRow("prompt without run") << QStringList { u"--prompt"_s, u"Bicycles"_s };
    QTest::newRow("after without file") << QStringList { u"--screenshot-after"_s, u"1"_s };
    for (const char *seconds : { "soon", "-1", "601", "nan", "inf" })
        QTest::newRow(seconds) << QStringList { u"--screenshot"_s, u"a.png"_s,
            u"--screenshot-after"_s, QString::fromLatin1(seconds) };
}

void tst_Desktop::wrongOptionsAreRefused()
{
    QFETCH(const QStringList, arguments);
    const auto parsed = parse(arguments);
    const auto *text = std::get_if<OptionsText>(&parsed);
    QVERIFY(text);
    QVERIFY(text->isError);
    QVERIFY(!text->text.isEmpty());
}

void tst_Desktop::helpAndVersionAreTexts()
{
    const auto help = parse({ u"--help"_s });
    QVERIFY(!std::get<OptionsText>(help).isError);
    QVERIFY(std::get<OptionsText>(help).text.contains("--data-dir"_L1));
    const auto version = parse({ u"--version"_s });
    QVERIFY(std::get<OptionsText>(version).text.startsWith("renum "_L1));
}

void tst_Desktop::pictureWaitsUntilSettled()
{
    ui::FakeWorkspace workspace;
    workspace.setConnectionStatus({ ConnectionStatus::State::Connecting, {}, {}, true, {} });
    QWidget window;
    window.resize(200, 100);
    const QString file = m_dir->filePath(u"picture.png"_s);
    Screenshot screenshot({ file, std::chrono::milliseconds(0) }, &workspace, &window);
    QSignalSpy taken(&screenshot, &Screenshot::taken);
    screenshot.setPending(true);
    screenshot.start();
    QVERIFY(!taken.wait(200));
    workspace.setConnectionStatus({ ConnectionStatus::State::Connected, {}, {}, true, {} });
    QVERIFY(!taken.wait(200));
    screenshot.setPending(false);
    QTRY_COMPARE(taken.count(), 1);
    QVERIFY(taken.first().first().toBool());
    QCOMPARE(QImage(file).size() / window.devicePixelRatio(), window.size());
}

void tst_Desktop::pictureThatCannotBeSaved()
{
    ui::FakeWorkspace workspace;
    QWidget window;
    Screenshot screenshot(
        { m_dir->filePath(u"no/such/folder.png"_s), std::chrono::milliseconds(0) }, &workspace,
        &window);
    QSignalSpy taken(&screenshot, &Screenshot::taken);
    screenshot.start();
    QTRY_COMPARE(taken.count(), 1);
    QVERIFY(!taken.first().first().toBool());
}

void tst_Desktop::wrongAddressChangesNothing_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : { "", "suna", "ftp://suna.example.com", "https://", "https://user:pw@x",
             "http://exa mple" })
        QTest::newRow(url) << QString::fromLatin1(url);
}

void tst_Desktop::wrongAddressChangesNothing()
{
    QFETCH(const QString, url);
    apply({ ui::ConnectionKind::Suna, url, ui::SecretKind::Token }, "secret");
    QCOMPARE(m_applied->error().code, u"invalid_url"_s);
    QCOMPARE(m_connection->current(), ui::ConnectionChoice());
    QCOMPARE(m_settings->value(ui::settings::Connection), ui::ConnectionKind::Demo);
    QCOMPARE(keptFor(url), QByteArray());
}

void tst_Desktop::consentToToolsIsRemembered()
{
    ui::ConnectionChoice choice = SunaHere;
    choice.tools = { true, u"no address"_s };
    apply(choice, "secret");
    QCOMPARE(m_applied->error().code, u"invalid_url"_s);
    QVERIFY(!m_settings->value(ui::settings::ToolsAllowed));
    choice.tools.url = u"https://tunnel.example.com"_s;
    m_applied.reset();
    apply(choice, "secret");
    QVERIFY(m_applied->ok());
    QVERIFY(m_settings->value(ui::settings::ToolsAllowed));
    QCOMPARE(m_settings->value(ui::settings::ToolsUrl), choice.tools.url);
}

void tst_Desktop::secretGoesToTheKeychainAlone()
{
    apply(SunaHere, "very-secret");
    QVERIFY(m_applied->ok());
    QCOMPARE(keptFor(SunaHere.url), QByteArray("very-secret"));
    QCOMPARE(m_connection->current(), SunaHere);
    m_settings.reset();
    QFile ini(m_dir->filePath(u"renum.ini"_s));
    QVERIFY(ini.open(QIODevice::ReadOnly));
    const QByteArray written = ini.readAll();
    QVERIFY(written.contains("127.0.0.1"));
    QVERIFY(!written.contains("very-secret"));
}

void tst_Desktop::brokenKeychainChangesNothing()
{
    m_keychain->broken = true;
    apply(SunaHere, "very-secret");
    QCOMPARE(m_applied->error().code, u"keychain_unavailable"_s);
    QCOMPARE(m_connection->current().kind, ui::ConnectionKind::Demo);
    QVERIFY(m_settings->value(ui::settings::ConnectionUrl).isEmpty());
}

void tst_Desktop::sessionOnlyNeedsNoKeychain()
{
    m_keychain->broken = true;
    apply(SunaHere, "very-secret", ui::SecretKeeping::SessionOnly);
    QVERIFY(m_applied->ok());
    // Testing again without typing it once more uses the one of this session.
    m_applied.reset();
    apply(SunaHere, {}, ui::SecretKeeping::SessionOnly);
    QVERIFY(m_applied->ok());
    m_keychain->broken = false;
    QCOMPARE(keptFor(SunaHere.url), QByteArray());
}

QTEST_MAIN(tst_Desktop)
#include "tst_desktop.moc"
