// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/secret_scan.h"

#include <QtTest>

using namespace renum;
using namespace Qt::StringLiterals;

class tst_SecretScan : public QObject {
    Q_OBJECT

private slots:
    void secretsAreFound_data();
    void secretsAreFound();
    void ordinaryWordsAreNone_data();
    void ordinaryWordsAreNone();
    void otherPlacesAreLookedAt();
    void maskingKeepsTheRest();
};

namespace {

TeamDraft teamWith(const QString &instructions)
{
    TeamDraft team;
    team.name = u"Team"_s;
    for (const char *id : { "a", "b" }) {
        WorkflowAgent member;
        member.agentId = AgentId(QString::fromLatin1(id));
        member.name = u"Name"_s;
        team.workflow.agents.push_back(member);
    }
    team.workflow.agents[1].role = instructions;
    return team;
}

} // namespace

void tst_SecretScan::secretsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("service key") << u"Use sk-abc123def456 here"_s << u"abc123"_s;
    QTest::newRow("bearer") << u"Send Authorization: Bearer abcdef0123456789"_s << u"abcdef0"_s;
    QTest::newRow("private key")
        << u"-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----\nSign with it"_s
        << u"MIIabc"_s;
    QTest::newRow("private key cut off") << u"-----BEGIN PRIVATE KEY-----\nMIIabc"_s << u"MIIabc"_s;
    QTest::newRow("cloud key") << u"Log in as AKIAIOSFODNN7EXAMPLE."_s << u"AKIA"_s;
    QTest::newRow("code host") << u"Clone with ghp_0123456789abcdef0123456789abcdef0123"_s
                               << u"ghp_"_s;
    QTest::newRow("chat") << u"Post with xoxb-123456789012-abc"_s << u"xoxb"_s;
    QTest::newRow("maps") << u"AIzaSyA0123456789abcdefghijklmnopqrstuv"_s << u"AIza"_s;
    QTest::newRow("password") << u"The password: hunter2!"_s << u"hunter2"_s;
}

void tst_SecretScan::secretsAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const QString, secret);
    const QList<SecretFinding> found = secretsIn(teamWith(text));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].path, u"/workflow_definition/agents/1/role"_s);
    QCOMPARE(found[0].member, AgentId(u"b"_s));
    QVERIFY(!found[0].masked.contains(secret));
    QVERIFY(found[0].masked.contains(u"•••"_s));
}

void tst_SecretScan::ordinaryWordsAreNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("prose") << u"Ask for the risk-adjusted return and keep the secret of success."_s;
    QTest::newRow("public key")
        << u"-----BEGIN PUBLIC KEY-----\nMIIabc\n-----END PUBLIC KEY-----"_s;
    QTest::newRow("placeholder") << u"{{agent_a_result}} and {{context.topic}}"_s;
    QTest::newRow("upper case") << u"AKIA is a prefix"_s;
}

void tst_SecretScan::ordinaryWordsAreNone()
{
    QFETCH(const QString, text);
    QVERIFY(secretsIn(teamWith(text)).isEmpty());
    QVERIFY(withoutSecrets(teamWith(text)) == teamWith(text));
}

void tst_SecretScan::otherPlacesAreLookedAt()
{
    TeamDraft team = teamWith({});
    team.description = u"rnm_0123456789"_s;
    team.config.extra["api_key"] = "anything";
    team.config.extra["nested"] = Json { { "list", Json { "a", "sk-0123456789" } } };
    const QList<SecretFinding> found = secretsIn(team);
    QStringList paths;
    for (const SecretFinding &one : found) {
        QVERIFY(one.member.isEmpty());
        paths << one.path;
    }
    QCOMPARE(paths,
        QStringList(
            { u"/description"_s, u"/team_config/api_key"_s, u"/team_config/nested/list/1"_s }));
}

void tst_SecretScan::maskingKeepsTheRest()
{
    TeamDraft team = teamWith(u"Use sk-abc123def456 here"_s);
    team.config.extra["colour"] = "red";
    TeamDraft expected = team;
    expected.workflow.agents[1].role = u"Use ••• here"_s;
    QVERIFY(withoutSecrets(team) == expected);
    QVERIFY(secretsIn(withoutSecrets(team)).isEmpty());
}

QTEST_GUILESS_MAIN(tst_SecretScan)
#include "tst_secret_scan.moc"
