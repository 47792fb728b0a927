// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/connection_report.h"
#include "core/model/definition_name.h"
#include "core/model/endpoint_definition.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

/// What people define themselves, and the report of a check.
class DefinitionsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"Writer"_s << true;
        QTest::newRow("emoji") << u"🚲🚲"_s << true;
        QTest::newRow("right to left") << u"\u202Eretirw\u202C"_s << true;
        QTest::newRow("255 letters") << QString(255, u'x') << true;
        QTest::newRow("255 emoji") << u"🚲"_s.repeated(255) << true;
        QTest::newRow("256 letters") << QString(256, u'x') << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("blank") << u" \t "_s << false;
        QTest::newRow("marks alone") << u"\u202E\u202C"_s << false;
        QTest::newRow("line break") << u"a\nb"_s << false;
        QTest::newRow("line separator") << u"a\u2028b"_s << false;
        QTest::newRow("zero") << u"a\0b"_s << false;
        QTest::newRow("half a pair") << QString(u'a' + QString(QChar(0xD83D))) << false;
    }
    void names()
    {
        QFETCH(QString, name);
        QTEST(!nameProblem(name).has_value(), "good");
    }

    void namesThatPeopleTakeForTheSame()
    {
        for (const QString &other :
            { u"ANA"_s, u" ana "_s, u"a\u200Bna"_s, u"\u202Eana"_s, u"ａｎａ"_s })
            QCOMPARE(nameKey(other), nameKey(u"ana"_s));
        QVERIFY(nameKey(u"ana b"_s) != nameKey(u"anab"_s));
    }

    void endpoints_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");
        QTest::newRow("port") << u"http://localhost:11434/v1"_s << true;
        QTest::newRow("https") << u"https://api.example.com"_s << true;
        QTest::newRow("IPv6") << u"http://[::1]:8080"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("word") << u"ollama"_s << false;
        QTest::newRow("other scheme") << u"file:///etc/passwd"_s << false;
        QTest::newRow("no host") << u"http://"_s << false;
        QTest::newRow("password") << u"http://me:secret@host"_s << false;
        QTest::newRow("long") << u"http://h/"_s + QString(3000, u'x') << false;
    }
    void endpoints()
    {
        QFETCH(QString, url);
        EndpointDefinition endpoint;
        endpoint.name = u"Mine"_s;
        endpoint.url = url;
        const Problems problems = problemsOf(endpoint);
        QTEST(problems.isEmpty(), "good");
        for (const Problem &problem : problems) {
            QCOMPARE(problem.path, u"/url"_s);
            QVERIFY(!problem.message.contains(u"secret"_s));
        }
    }

    void everyProblemIsTold()
    {
        EndpointDefinition endpoint;
        endpoint.model = QString(300, u'm');
        QCOMPARE(problemsOf(endpoint).size(), 3);
        endpoint.url = u"http://me:secret@host/v1"_s;
        QVERIFY(!canonicalJson(toJson(endpoint)).contains("secret"));
    }

    void origins()
    {
        QCOMPARE(originOf(u"HTTPS://Api.Example.com/v1"_s), u"https://api.example.com:443"_s);
        QCOMPARE(originOf(u"http://h"_s), originOf(u"http://h:80/x"_s));
        QVERIFY(originOf(u"http://h:80"_s) != originOf(u"http://h:81"_s));
        QVERIFY(originOf(u"http://h"_s) != originOf(u"https://h"_s));
        QCOMPARE(originOf(u"mailto:x@y"_s), QString());
    }

    void reports()
    {
        ConnectionReport report;
        report.address = u"http://h"_s;
        report.wantedModel = u"b"_s;
        QVERIFY(report.isUsable());
        QVERIFY(!report.lacksModel()); // nothing is known of its models
        report.models = QStringList { u"a"_s };
        QVERIFY(report.lacksModel());
        report.features = { { ServiceFeature::TeamTools, Support::Unknown },
            { ServiceFeature::OwnAgents, Support::No } };
        report.account = ServiceAccount { u"Pro"_s, {}, true };
        Json json = toJson(report);
        QCOMPARE(json["features"]["team_tools"], Json("unknown"));
        QCOMPARE(json["features"]["own_agents"], Json("no"));
        QCOMPARE(json["account"]["can_run"], Json(true));
        QCOMPARE(json["error"], Json());
        report.agentsError = Error { ErrorCategory::AuthenticationError, u"x"_s, u"Why."_s };
        report.modelsError = report.agentsError;
        report.accountError = report.agentsError;
        QVERIFY(!report.isUsable());
        json = toJson(report);
        QCOMPARE(json["usable"], Json(false));
        for (const char *part : { "account", "agents", "models" })
            QCOMPARE(json["problems"][part]["code"], Json("x"));
    }

    void everyFeatureHasAName()
    {
        QStringList names;
        for (int feature = 0; feature <= int(ServiceFeature::StructuredOutput); ++feature)
            names.append(toString(ServiceFeature(feature)));
        names.removeDuplicates();
        QCOMPARE(names.size(), int(ServiceFeature::StructuredOutput) + 1);
        QCOMPARE(toString(Support::Yes), u"yes"_s);
    }
};

QTEST_GUILESS_MAIN(DefinitionsTest)
#include "tst_definitions.moc"
