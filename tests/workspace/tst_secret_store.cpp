// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workspace/secret_store.h"
#include "tests/support/await.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class TestSecretStore : public QObject {
    Q_OBJECT

private slots:
    void memoryKeepsReplacesAndForgets()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        MemorySecretStore store;
        QCOMPARE(**await(store.read(u"suna"_s)), QByteArray());
        QVERIFY(await(store.write(u"suna"_s, "one"))->ok());
        QVERIFY(await(store.write(u"suna"_s, "two"))->ok());
        QCOMPARE(**await(store.read(u"suna"_s)), QByteArray("two"));
        QVERIFY(await(store.remove(u"suna"_s))->ok());
        QCOMPARE(**await(store.read(u"suna"_s)), QByteArray());
    }

    /// On a machine without a keychain service, as where tests run, each call says so.
    void missingKeychainIsATypedError()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        KeychainSecretStore store;
        const auto read = await(store.read(u"renum-test-key"_s));
        const auto written = await(store.write(u"renum-test-key"_s, "secret"));
        const auto removed = await(store.remove(u"renum-test-key"_s));
        QVERIFY(read && written && removed);
        QVERIFY(!read->ok() && !written->ok());
        QCOMPARE(read->error().code, QString::fromLatin1(code::KeychainUnavailable));
        QCOMPARE(written->error().code, QString::fromLatin1(code::KeychainUnavailable));
        QVERIFY(read->error().message.contains(u"this session only"_s)
            || read->error().message.contains(u"try again"_s));
        QVERIFY(!written->error().message.contains(u"secret"_s));
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
