// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workspace/endpoint_keys.h"
#include "tests/support/await.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

EndpointDefinition endpointAt(const QString &url)
{
    EndpointDefinition endpoint;
    endpoint.id = EndpointId(u"e1"_s);
    endpoint.name = u"Ollama"_s;
    endpoint.url = url;
    endpoint.usesKey = true;
    return endpoint;
}

} // namespace

class TestEndpointKeys : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void areKeptAndForgotten()
    {
        MemorySecretStore keychain;
        EndpointKeys keys(&keychain, {});
        const EndpointDefinition endpoint = endpointAt(u"https://h/v1"_s);
        QVERIFY(await(keys.write(endpoint, "sk", SecretKeeping::Keychain))->ok());
        QCOMPARE(read(keys, endpoint), QByteArray("sk"));
        QCOMPARE(read(EndpointKeysOfAnotherStart(&keychain).keys, endpoint), QByteArray("sk"));
        QVERIFY(await(keys.forget(endpoint))->ok());
        QCOMPARE(read(keys, endpoint), QByteArray());
    }

    void belongToTheServer()
    {
        MemorySecretStore keychain;
        EndpointKeys keys(&keychain, {});
        QVERIFY(
            await(keys.write(endpointAt(u"https://h/v1"_s), "sk", SecretKeeping::Keychain))->ok());
        QCOMPARE(read(keys, endpointAt(u"https://h/other"_s)), QByteArray("sk"));
        for (const QString &url : { u"http://h/v1"_s, u"https://h:444/v1"_s, u"https://evil/v1"_s })
            QCOMPARE(read(keys, endpointAt(url)), QByteArray());
    }

    void ofTheSessionReachNoKeychain()
    {
        MemorySecretStore keychain;
        EndpointKeys keys(&keychain, {});
        const EndpointDefinition endpoint = endpointAt(u"https://h"_s);
        QVERIFY(await(keys.write(endpoint, "sk", SecretKeeping::SessionOnly))->ok());
        QCOMPARE(read(keys, endpoint), QByteArray("sk"));
        QCOMPARE(read(EndpointKeysOfAnotherStart(&keychain).keys, endpoint), QByteArray());
        // One for the keychain takes its place.
        QVERIFY(await(keys.write(endpoint, "lasting", SecretKeeping::Keychain))->ok());
        QCOMPARE(read(keys, endpoint), QByteArray("lasting"));
    }

    void givenOnesComeFirst()
    {
        MemorySecretStore keychain;
        EndpointKeys keys(&keychain, { { u"OLLAMA"_s, "given" } });
        const EndpointDefinition endpoint = endpointAt(u"https://h"_s);
        QVERIFY(await(keys.write(endpoint, "kept", SecretKeeping::Keychain))->ok());
        QCOMPARE(read(keys, endpoint), QByteArray("given"));
    }

    void withoutKeychain()
    {
        EndpointKeys keys(nullptr, {});
        const EndpointDefinition endpoint = endpointAt(u"https://h"_s);
        const auto written = await(keys.write(endpoint, "sk", SecretKeeping::Keychain));
        QVERIFY(written);
        QCOMPARE(written->error().code, QString::fromLatin1(code::KeychainUnavailable));
        QVERIFY(!written->error().message.contains(u"sk "_s));
        QCOMPARE(read(keys, endpoint), QByteArray());
        QVERIFY(await(keys.forget(endpoint))->ok());
    }

private:
    struct EndpointKeysOfAnotherStart {
        explicit EndpointKeysOfAnotherStart(SecretStore *keychain)
            : keys(keychain, {})
        {
        }
        EndpointKeys keys;
    };
    static QByteArray read(EndpointKeys &keys, const EndpointDefinition &endpoint)
    {
        const auto key = await(keys.read(endpoint));
        return key && key->ok() ? **key : QByteArray("failed");
    }
    static QByteArray read(EndpointKeys &&keys, const EndpointDefinition &endpoint)
    {
        return read(keys, endpoint);
    }
};

QTEST_GUILESS_MAIN(TestEndpointKeys)
#include "tst_endpoint_keys.moc"
