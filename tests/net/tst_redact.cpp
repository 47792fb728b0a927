// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redact.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using renum::redact;

class RedactTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void hidesSecrets_data();
    void hidesSecrets();
    void leavesTheRest_data();
    void leavesTheRest();
    void isIdempotent();
    void takesLargeTexts_data();
    void takesLargeTexts();
};

/// Every secret in these texts holds the word CANARY.
void RedactTest::hidesSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("bearer", u"got Bearer CANARY.1-2_3~4+5/6= back"_s, u"got Bearer ••• back"_s);
    row("bearer header", u"Authorization: Bearer CANARY123"_s, u"Authorization: •••"_s);
    row("basic header", u"authorization: Basic Q0FOQVJZCANARY=="_s, u"authorization: •••"_s);
    row("header in JSON", uR"({"Authorization":"Bearer CANARY 1","a":1})"_s,
        uR"({"Authorization":•••,"a":1})"_s);
    row("OpenAI", u"key sk-CANARY-0123 end"_s, u"key ••• end"_s);
    row("Renum", u"rnm_CANARY0123,"_s, u"•••,"_s);
    row("Suna pair", u"X-API-Key: pk_CANARY:sk_CANARY9 x"_s, u"X-API-Key: ••• x"_s);
    row("lone secret half", u"sk_CANARY9"_s, u"•••"_s);
    row("JWT", u"a eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJDQU5BUlkiCANARY.c2lnCANARY b"_s, u"a ••• b"_s);
    row("cut JWT", u"eyJhbGciOiJIUzCANARY"_s, u"•••"_s);
    row("query", u"GET /s?token=CANARY&x=1"_s, u"GET /s?token=•••&x=1"_s);
    row("access token", u"access_token=CANARY"_s, u"access_token=•••"_s);
    row("JSON key", uR"({"api_key": "CANARY", "n": 2})"_s, uR"({"api_key": •••, "n": 2})"_s);
    row("escaped quote", uR"({"token":"CAN\"CANARY"})"_s, uR"({"token":•••})"_s);
    row("JSON in a string", uR"("{\"password\":\"CANARY\",\"n\":1}")"_s,
        uR"("{\"password\":•••,\"n\":1}")"_s);
    row("single quotes", u"{'password': 'CANARY pass'}"_s, u"{'password': •••}"_s);
    row("cut value", uR"({"password":"CANARY CANARY)"_s, uR"({"password":•••)"_s);
    row("keys object", uR"({"user_api_keys":{"openai":"CANARY","x":"CANARY"},"n":1})"_s,
        uR"({"user_api_keys":•••,"n":1})"_s);
    row("encrypted field", u"encrypted_blob: CANARY"_s, u"encrypted_blob: •••"_s);
    row("assignment", u"client_secret = CANARY"_s, u"client_secret = •••"_s);
    row("URL password", u"redis://me:CANARY@host:1/0"_s, u"redis://me:•••@host:1/0"_s);
    row("two", u"token=CANARY token=CANARY"_s, u"token=••• token=•••"_s);
    row("new line ends it", u"password: CANARY\nnext"_s, u"password: •••\nnext"_s);
    row("odd bearer", u"Bearer CANARY12$CANARY rest"_s, u"Bearer ••• rest"_s);
}

void RedactTest::hidesSecrets()
{
    QFETCH(const QString, text);
    const QString clean = redact(text);
    QTEST(clean, "expected");
    QVERIFY(!clean.contains(u"CANARY"_s));
}

void RedactTest::leavesTheRest_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts { QString(), u"The run failed after 3 attempts."_s,
        uR"({"prompt_tokens":12,"completion_tokens": 7,"total_tokens":19})"_s, u"max_tokens=4096"_s,
        u"task-management and risk-analysis"_s, u"the bearer of news"_s,
        u"https://host:8000/v1/agents?limit=10"_s, u"mail a@b.example: hi"_s,
        u"Enter the token again."_s, u"password"_s };
    for (const QString &text : texts)
        QTest::newRow(qPrintable(text)) << text;
}

void RedactTest::leavesTheRest()
{
    QFETCH(const QString, text);
    QCOMPARE(redact(text), text);
}

void RedactTest::isIdempotent()
{
    const QString once = redact(u"Authorization: Bearer abcdefgh\n{\"token\":\"x\"} sk-0123456"_s);
    QCOMPARE(redact(once), once);
}

// A pattern that ran into the matcher's limits would let everything through.
void RedactTest::takesLargeTexts_data()
{
    QTest::addColumn<QString>("text");
    const QString large = u"CANARY"_s.repeated(1'000'000);
    QTest::newRow("large value") << u"{\"token\":\"%1\"}"_s.arg(large);
    QTest::newRow("large escaped value")
        << u"{\"token\":\"%1\"}"_s.arg(uR"(CANARY\")"_s.repeated(500'000));
    QTest::newRow("unclosed value") << u"{\"token\":\"%1"_s.arg(large);
    QTest::newRow("plain value") << u"token="_s + large;
    QTest::newRow("bearer") << u"Bearer "_s + large;
    QTest::newRow("many values") << u"token=CANARY "_s.repeated(200'000);
}

void RedactTest::takesLargeTexts()
{
    QFETCH(const QString, text);
    QVERIFY(!redact(text).contains(u"CANARY"_s));
}

QTEST_GUILESS_MAIN(RedactTest)
#include "tst_redact.moc"
