// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/net/address_forms.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

QUrl urlOf(const AddressForm &form)
{
    return QUrl(u"http://%1:8000/"_s.arg(QString::fromUtf8(form.host)));
}

const AddressForm &formAt(int index)
{
    return AddressForms.at(size_t(index));
}

QList<QHostAddress> addresses(const QStringList &texts)
{
    QList<QHostAddress> all;
    for (const QString &text : texts)
        all.append(QHostAddress(text));
    return all;
}

void addForms()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < AddressForms.size(); ++i)
        QTest::newRow(AddressForms[i].host) << int(i);
}

} // namespace

class AddressRulesTest : public QObject {
    Q_OBJECT

private slots:
    void seesWhereAHostLeads_data() { addForms(); }
    void seesWhereAHostLeads();
    void knowsHowFarACallMayReach_data() { addForms(); }
    void knowsHowFarACallMayReach();
    void leavesNamesToTheLookup();
    void refusesWhatIsNoAddress();
    void choosesAmongTheAddressesOfAName_data();
    void choosesAmongTheAddressesOfAName();
    void judgesWhatIsTyped_data();
    void judgesWhatIsTyped();
};

void AddressRulesTest::seesWhereAHostLeads()
{
    QFETCH(const int, index);
    const AddressForm &form = formAt(index);
    const auto address = literalAddress(urlOf(form));
    QVERIFY2(address, qPrintable(urlOf(form).toString()));
    QCOMPARE(int(addressKind(*address)), int(form.kind));
}

void AddressRulesTest::knowsHowFarACallMayReach()
{
    QFETCH(const int, index);
    const AddressForm &form = formAt(index);
    const QHostAddress address = *literalAddress(urlOf(form));
    QCOMPARE(mayConnect(address, AddressReach::OwnNetworks), form.kind != AddressKind::Special);
    QCOMPARE(mayConnect(address, AddressReach::PublicOnly),
        form.kind == AddressKind::Public && !form.hidesIpv4);
}

void AddressRulesTest::leavesNamesToTheLookup()
{
    for (const char *name : { "http://localhost/", "http://127.0.0.1.nip.io/",
             "http://0x7f000001.example/", "http://localhost./", "http://a-1.1/" })
        QVERIFY2(!literalAddress(QUrl(QString::fromLatin1(name))), name);
}

void AddressRulesTest::refusesWhatIsNoAddress()
{
    QCOMPARE(int(addressKind(QHostAddress())), int(AddressKind::Special));
    QCOMPARE(int(addressKind(QHostAddress(QHostAddress::Any))), int(AddressKind::Special));
}

void AddressRulesTest::choosesAmongTheAddressesOfAName_data()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("own");
    QTest::addColumn<QStringList>("publicOnly");
    const QStringList none;
    QTest::newRow("public") << QStringList { u"1.1.1.1"_s, u"2606:4700::1"_s }
                            << QStringList { u"1.1.1.1"_s, u"2606:4700::1"_s }
                            << QStringList { u"1.1.1.1"_s, u"2606:4700::1"_s };
    QTest::newRow("both loopbacks") << QStringList { u"::1"_s, u"127.0.0.1"_s }
                                    << QStringList { u"::1"_s, u"127.0.0.1"_s } << none;
    QTest::newRow("a machine in the house") << QStringList { u"fe80::1"_s, u"192.168.1.7"_s }
                                            << QStringList { u"192.168.1.7"_s } << none;
    QTest::newRow("set up to deceive") << QStringList { u"1.1.1.1"_s, u"169.254.169.254"_s }
                                       << QStringList { u"1.1.1.1"_s } << none;
    QTest::newRow("metadata") << QStringList { u"169.254.169.254"_s } << none << none;
}

void AddressRulesTest::choosesAmongTheAddressesOfAName()
{
    QFETCH(const QStringList, found);
    const QUrl url(u"http://name.example/"_s);
    for (const auto &[reach, column] : { std::pair(AddressReach::OwnNetworks, "own"),
             std::pair(AddressReach::PublicOnly, "publicOnly") }) {
        const QStringList expected
            = *static_cast<QStringList *>(QTest::qData(column, qMetaTypeId<QStringList>()));
        const auto permitted = permittedAddresses(url, addresses(found), reach);
        QCOMPARE(permitted.ok(), !expected.isEmpty());
        if (permitted) {
            QCOMPARE(*permitted, addresses(expected));
            continue;
        }
        QCOMPARE(permitted.error().code, QString::fromLatin1(code::AddressForbidden));
        QCOMPARE(permitted.error().args.value(u"host"_s).toString(), u"name.example"_s);
        QVERIFY(permitted.error().message.contains(u"name.example leads to "_s));
    }
}

void AddressRulesTest::judgesWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    QTest::newRow("http") << u"http://localhost:8000"_s << QString();
    QTest::newRow("upper case") << u"HTTPS://Suna.Example"_s << QString();
    QTest::newRow("empty") << QString() << u"fallback"_s;
    QTest::newRow("no scheme") << u"suna.example"_s << u"fallback"_s;
    QTest::newRow("no host") << u"https:///v1"_s << u"fallback"_s;
    QTest::newRow("bad port") << u"http://h:99999"_s << u"fallback"_s;
    for (const char *scheme : { "file", "ftp", "gopher", "dict", "ldap", "javascript", "data", "ws",
             "jar", "unix", "http+unix", "sftp", "netdoc" }) {
        QTest::newRow(scheme) << u"%1://h/x"_s.arg(QString::fromLatin1(scheme)) << u"fallback"_s;
    }
    QTest::newRow("user") << u"http://user@h"_s << u"user name"_s;
    QTest::newRow("user and password") << u"https://u:p@h"_s << u"password"_s;
    QTest::newRow("a host as user") << u"https://good.example@127.0.0.1"_s << u"user name"_s;
    QTest::newRow("backslash") << u"https://good.example\\@127.0.0.1"_s << u"user name"_s;
    QTest::newRow("space") << u"http://good.example 127.0.0.1"_s << u"fallback"_s;
}

void AddressRulesTest::judgesWhatIsTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, word);
    const auto problem = typedAddressProblem(QUrl(typed), u"fallback"_s);
    QCOMPARE(problem.has_value(), !word.isEmpty());
    if (!problem)
        return;
    QCOMPARE(problem->code, QString::fromLatin1(code::InvalidUrl));
    QVERIFY2(problem->message.contains(word), qPrintable(problem->message));
}

QTEST_GUILESS_MAIN(AddressRulesTest)
#include "tst_address_rules.moc"
