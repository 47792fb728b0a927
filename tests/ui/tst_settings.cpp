// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_test.h"
#include "ui/builder/canvas/builder_habits.h"
#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/connection_controller.h"
#include "ui/settings/connection_form.h"
#include "ui/settings/settings_page.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

/// Remembers what it was asked, and answers as told.
class FakeConnection : public ConnectionController {
public:
    [[nodiscard]] ConnectionChoice current() const override { return choice; }
    [[nodiscard]] QCoro::Task<Result<void>> apply(
        ConnectionChoice wanted, ConnectionSecrets entered, SecretKeeping how) override
    {
        ++calls;
        if (error && how == SecretKeeping::Keychain)
            co_return Result<void>(*error);
        choice = wanted;
        secret = entered.secret;
        refreshToken = entered.refreshToken;
        keeping = how;
        co_return Result<void>();
    }

    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> check(
        ConnectionChoice wanted, ConnectionSecrets entered) override
    {
        ++checks;
        checked = wanted;
        secret = entered.secret;
        refreshToken = entered.refreshToken;
        if (error)
            co_return Result<ConnectionReport>(*error);
        co_return Result<ConnectionReport>(report);
    }

    ConnectionChoice choice;
    ConnectionChoice checked;
    ConnectionReport report;
    int checks = 0;
    QByteArray secret;
    QByteArray refreshToken;
    SecretKeeping keeping = SecretKeeping::Keychain;
    std::optional<Error> error;
    int calls = 0;
};

} // namespace

class tst_Settings : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void valuesAreRemembered();
    void nonsenseIsReadAsTheFallback();
    void damagedFileIsKept();
    void themeChangesAtOnce();
    void theBuilderFollowsItsSettings();
    void languageChangesAtOnce();
    void sunaIsConnectedWithItsSecret();
    void resultOfConnectingIsShown();
    void withoutKeychainThisSessionIsOffered();
    void otherFailuresOfferNothing();
    void agentsGetToolsOnlyWithConsent();
    void whatASunaOffersIsTold();
    void aSunaThatCannotBeUsedIsTold();
    void supabaseIsRemembered();
    void refreshTokenIsHandedOverAndForgotten();
    void partsThatDoNotAnswerAreTold();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return visibleChild<T>(m_page.get(), name);
    }
    void open();
    void choose(const QString &combo, int index);
    void test() { QTest::mouseClick(child<QPushButton>(u"testConnection"_s), Qt::LeftButton); }
    [[nodiscard]] QString file() const { return m_dir->filePath(u"renum.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<FakeConnection> m_connection;
    std::unique_ptr<BuilderHabits> m_habits;
    std::unique_ptr<SettingsPage> m_page;
};

void tst_Settings::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_language = std::make_unique<Language>();
    m_language->apply(Language::Choice::English);
    m_settings = std::make_unique<AppSettings>(file());
    m_habits = std::make_unique<BuilderHabits>(m_settings.get());
    m_workspace = std::make_unique<FakeWorkspace>();
    m_connection = std::make_unique<FakeConnection>();
}

void tst_Settings::cleanup()
{
    m_page.reset();
    m_habits.reset();
    m_language.reset();
    m_theme.reset();
}

void tst_Settings::open()
{
    const SettingsParts parts { m_workspace.get(), m_connection.get(), m_theme.get(),
        m_language.get(), m_settings.get(), m_habits.get() };
    m_page = std::make_unique<SettingsPage>(parts);
    m_page->resize(1000, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void tst_Settings::choose(const QString &combo, int index)
{
    auto *box = child<QComboBox>(combo);
    QVERIFY(box);
    box->setFocus();
    box->setCurrentIndex(index);
    emit box->activated(index);
}

void tst_Settings::valuesAreRemembered()
{
    m_settings->setValue(settings::ThemeMode, Theme::Mode::Dark);
    m_settings->setValue(settings::CurrentPage, u"monitor"_s);
    m_settings->setValue(settings::WindowGeometry, QByteArray("\x01\x00\xff", 3));
    m_settings = std::make_unique<AppSettings>(file());
    QCOMPARE(m_settings->value(settings::ThemeMode), Theme::Mode::Dark);
    QCOMPARE(m_settings->value(settings::CurrentPage), u"monitor"_s);
    QCOMPARE(m_settings->value(settings::WindowGeometry), QByteArray("\x01\x00\xff", 3));
    QVERIFY(m_settings->damagedCopy().isEmpty());
}

void tst_Settings::nonsenseIsReadAsTheFallback()
{
    m_settings.reset();
    QFile ini(file());
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write("[look]\ntheme=Purple\nlanguage=42\n[connection]\nkind=\n");
    ini.close();
    m_settings = std::make_unique<AppSettings>(file());
    QCOMPARE(m_settings->value(settings::ThemeMode), Theme::Mode::System);
    QCOMPARE(m_settings->value(settings::LanguageChoice), Language::Choice::System);
    QCOMPARE(m_settings->value(settings::Connection), ConnectionKind::Demo);
}

void tst_Settings::damagedFileIsKept()
{
    m_settings.reset();
    const QByteArray garbage("this is no settings file\n\x01\x02[[[\n");
    QFile ini(file());
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write(garbage);
    ini.close();
    m_settings = std::make_unique<AppSettings>(file());
    QCOMPARE(m_settings->value(settings::ThemeMode), Theme::Mode::System);
    QFile copy(m_settings->damagedCopy());
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), garbage);
}

void tst_Settings::themeChangesAtOnce()
{
    open();
    choose(u"themeChoice"_s, 2);
    QVERIFY(m_theme->isDark());
    QCOMPARE(m_settings->value(settings::ThemeMode), Theme::Mode::Dark);
}

void tst_Settings::theBuilderFollowsItsSettings()
{
    open();
    TeamDraft draft;
    draft.workflow.agents.push_back({});
    draft.workflow.agents.back().agentId = AgentId(u"a"_s);
    TeamDocument document(draft);
    MemberSelection selection(&document);
    TeamCanvas canvas(&document, &selection, m_theme.get());
    m_habits->follow(&canvas);
    const auto keysOf = [&canvas] { return canvas.command(u"tidy"_s)->shortcut(); };
    QVERIFY(!keysOf().isEmpty());
    QTest::mouseClick(child<QCheckBox>(u"builderLetterKeys"_s), Qt::LeftButton);
    QVERIFY(keysOf().isEmpty());
    // A box is wider than what can be clicked of it.
    QTest::keyClick(child<QCheckBox>(u"builderTabAdds"_s), Qt::Key_Space);
    QTest::keyClick(child<QCheckBox>(u"builderSnap"_s), Qt::Key_Space);
    choose(u"builderWheel"_s, 1);
    canvas.show();
    const double before = canvas.zoom();
    QWheelEvent wheel(QPointF(50, 50), canvas.mapToGlobal(QPointF(50, 50)), {}, QPoint(0, 120),
        Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas.viewport(), &wheel);
    QVERIFY(canvas.zoom() > before);
    m_page.reset();
    m_habits.reset();
    m_settings = std::make_unique<AppSettings>(file());
    const BuilderHabits again(m_settings.get());
    QVERIFY(!again.letterKeys());
    QVERIFY(again.tabAdds());
    QVERIFY(!again.snaps());
    QVERIFY(again.wheel() == BuilderHabits::Wheel::Zooms);
}

void tst_Settings::languageChangesAtOnce()
{
    open();
    choose(u"languageChoice"_s, 2);
    QTRY_COMPARE(SettingsPage::entry().title(), u"Ajustes"_s);
    QTRY_COMPARE(child<QPushButton>(u"testConnection"_s)->text(), u"Salvar e testar a conexão"_s);
    QCOMPARE(m_settings->value(settings::LanguageChoice), Language::Choice::BrazilianPortuguese);
}

void tst_Settings::sunaIsConnectedWithItsSecret()
{
    open();
    QVERIFY(!child<QLineEdit>(u"sunaUrl"_s));
    QTest::mouseClick(child<QRadioButton>(u"useSuna"_s), Qt::LeftButton, {}, { 10, 10 });
    QTRY_VERIFY(child<QLineEdit>(u"sunaUrl"_s));
    child<QLineEdit>(u"sunaUrl"_s)->setText(u" https://suna.example.com "_s);
    child<QLineEdit>(u"sunaSecret"_s)->setText(u"secret-token"_s);
    QCOMPARE(child<QLineEdit>(u"sunaSecret"_s)->echoMode(), QLineEdit::Password);
    test();
    QTRY_COMPARE(m_connection->calls, 1);
    QCOMPARE(m_connection->choice.kind, ConnectionKind::Suna);
    QCOMPARE(m_connection->choice.url, u"https://suna.example.com"_s);
    QCOMPARE(m_connection->secret, QByteArray("secret-token"));
    // Nothing keeps the secret on the screen.
    QTRY_VERIFY(child<QLineEdit>(u"sunaSecret"_s)->text().isEmpty());
}

void tst_Settings::resultOfConnectingIsShown()
{
    open();
    QVERIFY(child<QLabel>(u"connectionResult"_s)->text().contains(u"demo is running"_s));
    m_workspace->setConnectionStatus(
        { ConnectionStatus::State::Failed, {}, {}, false, failure(code::SunaUnauthorized) });
    QVERIFY(child<QLabel>(u"connectionResult"_s)->text().contains(u"does not accept the token"_s));
    m_workspace->setConnectionStatus(
        { ConnectionStatus::State::Connected, {}, u"Suna V3"_s, false, {} });
    QCOMPARE(child<QLabel>(u"connectionResult"_s)->text(), u"Connected: Suna V3."_s);
}

void tst_Settings::withoutKeychainThisSessionIsOffered()
{
    open();
    m_connection->error = failure(code::KeychainUnavailable);
    test();
    QTRY_VERIFY(child<QLabel>(u"keychainProblem"_s));
    QVERIFY(child<QLabel>(u"keychainProblem"_s)->text().contains(u"keychain is not available"_s));
    QTest::mouseClick(child<QPushButton>(u"sessionOnly"_s), Qt::LeftButton);
    QTRY_COMPARE(m_connection->keeping, SecretKeeping::SessionOnly);
    QTRY_VERIFY(!child<QLabel>(u"keychainProblem"_s));
}

void tst_Settings::otherFailuresOfferNothing()
{
    open();
    m_connection->error = failure(code::InvalidUrl);
    test();
    QTRY_VERIFY(child<QLabel>(u"connectionResult"_s)->text().contains(u"not an address"_s));
    QVERIFY(!child<QPushButton>(u"sessionOnly"_s));
    QVERIFY(child<QPushButton>(u"testConnection"_s)->isEnabled());
}

void tst_Settings::agentsGetToolsOnlyWithConsent()
{
    open();
    QTest::mouseClick(child<QRadioButton>(u"useSuna"_s), Qt::LeftButton, {}, { 10, 10 });
    QTRY_VERIFY(child<QCheckBox>(u"allowTools"_s));
    QVERIFY(!child<QCheckBox>(u"allowTools"_s)->isChecked());
    QVERIFY(!child<QLineEdit>(u"toolsUrl"_s));
    QTest::keyClick(child<QCheckBox>(u"allowTools"_s), Qt::Key_Space);
    QTRY_VERIFY(child<QLineEdit>(u"toolsUrl"_s));
    child<QLineEdit>(u"toolsUrl"_s)->setText(u" https://tunnel.example.com "_s);
    test();
    QTRY_COMPARE(m_connection->calls, 1);
    QCOMPARE(
        m_connection->choice.tools, (TeamToolsChoice { true, u"https://tunnel.example.com"_s }));
    // The choice stands there when the page is opened again.
    m_page.reset();
    open();
    QVERIFY(child<QCheckBox>(u"allowTools"_s)->isChecked());
    QCOMPARE(child<QLineEdit>(u"toolsUrl"_s)->text(), u"https://tunnel.example.com"_s);
}

void tst_Settings::whatASunaOffersIsTold()
{
    open();
    QVERIFY(!child<QPushButton>(u"checkConnection"_s)); // the demo offers what it offers
    QTest::mouseClick(child<QRadioButton>(u"useSuna"_s), Qt::LeftButton, {}, { 10, 10 });
    QTRY_VERIFY(child<QPushButton>(u"checkConnection"_s));
    ConnectionReport &report = m_connection->report;
    report.family = u"V3"_s;
    report.address = u"https://suna.example.com/v1"_s;
    report.agents = 3;
    report.models = QStringList { u"claude"_s };
    report.account = ServiceAccount { u"Pro"_s, u"12.5"_s, true };
    report.features = { { ServiceFeature::TeamTools, Support::Yes },
        { ServiceFeature::OwnAgents, Support::No } };
    child<QLineEdit>(u"sunaSecret"_s)->setText(u"typed"_s);
    QTest::mouseClick(child<QPushButton>(u"checkConnection"_s), Qt::LeftButton);
    QTRY_VERIFY(child<QLabel>(u"reportText"_s));
    QCOMPARE(child<QLabel>(u"reportHeadline"_s)->text(),
        u"Suna V3 answers at https://suna.example.com/v1 and is healthy."_s);
    const QString text = child<QLabel>(u"reportText"_s)->text();
    for (const QString &sentence :
        { u"Account: plan Pro, credits 12.5."_s, u"3 agents there."_s, u"1 model: claude"_s,
            u"Agents can call their team's tools."_s, u"your own run at model endpoints"_s })
        QVERIFY2(text.contains(sentence), qPrintable(text));
    QCOMPARE(m_connection->secret, QByteArray("typed"));
    QCOMPARE(m_connection->calls, 0); // nothing was saved
    m_language->apply(Language::Choice::BrazilianPortuguese);
    QTRY_VERIFY(child<QLabel>(u"reportText"_s)->text().contains(u"3 agentes"_s));
}

void tst_Settings::aSunaThatCannotBeUsedIsTold()
{
    m_connection->choice.kind = ConnectionKind::Suna;
    open();
    m_connection->report.error = failure(code::SunaUnsupportedVersion);
    QTest::mouseClick(child<QPushButton>(u"checkConnection"_s), Qt::LeftButton);
    QTRY_VERIFY(child<QLabel>(u"reportHeadline"_s));
    QTRY_VERIFY(child<QLabel>(u"reportHeadline"_s)->text().contains(u"Suna"_s));
    QVERIFY(!child<QLabel>(u"reportText"_s));
    m_connection->error = failure(code::InvalidUrl);
    QTest::mouseClick(child<QPushButton>(u"checkConnection"_s), Qt::LeftButton);
    QTRY_VERIFY(child<QLabel>(u"reportHeadline"_s)->text().contains(u"not an address"_s));
    QVERIFY(child<QPushButton>(u"testConnection"_s)->isEnabled());
}

void tst_Settings::refreshTokenIsHandedOverAndForgotten()
{
    m_connection->choice.kind = ConnectionKind::Suna;
    m_connection->choice.supabase = { u"https://p.supabase.co"_s, u"anon"_s };
    open();
    auto *refresh = child<QLineEdit>(u"supabaseRefresh"_s);
    QVERIFY(refresh);
    QCOMPARE(refresh->echoMode(), QLineEdit::Password);
    refresh->setText(u" refresh-0 "_s);
    child<QLineEdit>(u"sunaSecret"_s)->setText(u"access-0"_s);
    QTest::mouseClick(child<QPushButton>(u"checkConnection"_s), Qt::LeftButton);
    QTRY_COMPARE(m_connection->checks, 1);
    QCOMPARE(m_connection->refreshToken, QByteArray("refresh-0"));
    QCOMPARE(refresh->text(), u" refresh-0 "_s); // not saved yet
    QTRY_COMPARE(QApplication::focusWidget(), child<QPushButton>(u"checkConnection"_s));
    test();
    QTRY_COMPARE(m_connection->calls, 1);
    QCOMPARE(m_connection->secret, QByteArray("access-0"));
    QCOMPARE(m_connection->refreshToken, QByteArray("refresh-0"));
    QTRY_COMPARE(refresh->text(), QString());

    // An API key is never renewed.
    refresh->setText(u"refresh-0"_s);
    auto *kind = m_page->findChild<ConnectionForm *>()->findChild<QComboBox *>();
    kind->setCurrentIndex(1);
    QVERIFY(!child<QLineEdit>(u"supabaseRefresh"_s));
    test();
    QTRY_COMPARE(m_connection->calls, 2);
    QCOMPARE(m_connection->refreshToken, QByteArray());
}

void tst_Settings::supabaseIsRemembered()
{
    m_connection->choice.kind = ConnectionKind::Suna;
    open();
    QVERIFY(!child<QLineEdit>(u"supabaseUrl"_s));
    QTest::keyClick(child<QCheckBox>(u"useSupabase"_s), Qt::Key_Space);
    QTRY_VERIFY(child<QLineEdit>(u"supabaseUrl"_s));
    child<QLineEdit>(u"supabaseUrl"_s)->setText(u" https://p.supabase.co "_s);
    child<QLineEdit>(u"supabaseKey"_s)->setText(u"anon"_s);
    test();
    QTRY_COMPARE(m_connection->calls, 1);
    const SupabaseChoice wanted { u"https://p.supabase.co"_s, u"anon"_s };
    QCOMPARE(m_connection->choice.supabase, wanted);
    m_page.reset();
    open();
    QCOMPARE(child<QLineEdit>(u"supabaseUrl"_s)->text(), wanted.url);
    QTest::keyClick(child<QCheckBox>(u"useSupabase"_s), Qt::Key_Space);
    test();
    QTRY_COMPARE(m_connection->calls, 2);
    QCOMPARE(m_connection->choice.supabase, SupabaseChoice());
}

void tst_Settings::partsThatDoNotAnswerAreTold()
{
    open();
    ConnectionStatus status { ConnectionStatus::State::Connected, {}, u"Suna V3"_s, false, {} };
    ConnectionPart broken;
    broken.kind = ConnectionPart::Kind::Models;
    broken.state = ConnectionPart::State::Failed;
    broken.name = u"Attic"_s;
    broken.error = failure(code::ConnectionRefused);
    status.parts = { ConnectionPart(), broken };
    m_workspace->setConnectionStatus(status);
    const QString text = child<QLabel>(u"connectionResult"_s)->text();
    QVERIFY(text.startsWith(u"Connected: Suna V3."_s));
    QVERIFY2(text.contains(u"Attic cannot be used"_s), qPrintable(text));
}

QTEST_MAIN(tst_Settings)
#include "tst_settings.moc"
