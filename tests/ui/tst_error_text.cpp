// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_test.h"
#include "ui/text/connection_text.h"
#include "ui/text/error_text.h"

#include <QFile>
#include <QRegularExpression>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class tst_ErrorText : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasOneSentence();
    void sentencesSayMoreThanTheCode();
    void argumentsAreFilledIn();
    void withoutArgumentsThePlainSentence();
    void argumentsAreNotReadAsPlaceholders();
    void listsGoOnLines();
    void unknownCodeKeepsItsMessage();
    void detailsAreForHelpers();
    void everyRuleHasASentence();
    void anAgentIsNamedOnce_data();
    void anAgentIsNamedOnce();
    void valuesHaveSentencesOfTheirOwn();
    void connectionSaysWhereAndHow_data();
    void connectionSaysWhereAndHow();
};

namespace {

QStringList codesOfTheHeader()
{
    QFile file(QStringLiteral(RENUM_SOURCE_DIR) + u"/core/model/error_codes.h"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression entry(u"inline constexpr char \\w+\\[\\]\\s*= \"(\\w+)\""_s);
    QStringList codes;
    auto matches = entry.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        codes.append(matches.next().captured(1));
    return codes;
}

} // namespace

void tst_ErrorText::everyCodeHasOneSentence()
{
    QStringList expected = codesOfTheHeader();
    QStringList actual = translatedErrorCodes();
    QVERIFY(expected.size() > 50);
    expected.sort();
    actual.sort();
    QCOMPARE(actual, expected);
}

void tst_ErrorText::sentencesSayMoreThanTheCode()
{
    QSet<QString> sentences;
    const QStringList codes = translatedErrorCodes();
    for (const QString &code : codes) {
        const QString text = errorText({ ErrorCategory::SystemError, code, {}, {} });
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(!text.contains(u'{'), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), codes.size());
}

void tst_ErrorText::argumentsAreFilledIn()
{
    Error error = failure(code::StoreDiskFull);
    error.args = { { u"file"_s, u"/data/renum.db"_s } };
    QVERIFY(errorText(error).contains(u"The disk that holds /data/renum.db is full"_s));
}

void tst_ErrorText::withoutArgumentsThePlainSentence()
{
    QVERIFY(errorText(failure(code::StoreDiskFull)).startsWith(u"The disk is full"_s));
}

void tst_ErrorText::argumentsAreNotReadAsPlaceholders()
{
    Error error = failure(code::FileUnreadable);
    error.args = { { u"file"_s, u"{file} %1 <b>.json"_s } };
    QVERIFY(errorText(error).contains(u"The file {file} %1 <b>.json could"_s));
}

void tst_ErrorText::listsGoOnLines()
{
    Error error = failure(code::WorkflowInvalid);
    error.args = { { u"problems"_s, QStringList { u"First."_s, u"Second."_s } } };
    QVERIFY(errorText(error).endsWith(u"First.\nSecond."_s));
}

void tst_ErrorText::unknownCodeKeepsItsMessage()
{
    QCOMPARE(errorText(failure("from_the_future")), u"English."_s);
}

void tst_ErrorText::detailsAreForHelpers()
{
    const QString details = errorDetails(failure(code::StoreBusy));
    QVERIFY(details.contains("store_busy"_L1));
    QVERIFY(details.contains("system_error"_L1));
    QVERIFY(details.contains("English."_L1));
}

void tst_ErrorText::everyRuleHasASentence()
{
    for (int rule = 1; rule <= 21; ++rule) {
        const QString code = u"W-%1"_s.arg(rule, 2, 10, '0'_L1);
        const Problem problem { Problem::Severity::Error, code, {}, u"English."_s, {} };
        QVERIFY2(problemText(problem) != u"English."_s, qPrintable(code));
    }
    for (int rule = 1; rule <= 4; ++rule) {
        const QString code = u"L-0%1"_s.arg(rule);
        const Problem problem { Problem::Severity::Warning, code, {}, u"English."_s, {} };
        QVERIFY2(problemText(problem) != u"English."_s, qPrintable(code));
    }
    const Problem other { Problem::Severity::Error, u"not_found"_s, {}, u"English."_s, {} };
    QVERIFY(problemText(other).startsWith(u"This does not exist"_s));
    const Problem unknown { Problem::Severity::Error, u"W-99"_s, {}, u"English."_s, {} };
    QCOMPARE(problemText(unknown), u"English."_s);
}

void tst_ErrorText::anAgentIsNamedOnce_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QVariantMap>("args");
    const QVariantMap agent { { u"agent"_s, u"Triage"_s } };
    QTest::newRow("in front") << u"W-14"_s << agent;
    QTest::newRow("in the sentence") << u"L-03"_s << agent;
    QTest::newRow("in front of a sentence that lacks another argument") << u"W-19"_s << agent;
}

void tst_ErrorText::anAgentIsNamedOnce()
{
    QFETCH(const QString, code);
    QFETCH(const QVariantMap, args);
    const Problem problem { Problem::Severity::Error, code, {}, u"English."_s, args };
    QCOMPARE(problemText(problem).count(u"Triage"_s), 1);
    QVERIFY(!problemSentence(problem).isEmpty());
    QVERIFY(problemText(problem).endsWith(problemSentence(problem)));
}

void tst_ErrorText::valuesHaveSentencesOfTheirOwn()
{
    Problem problem { Problem::Severity::Error, u"validation_error"_s,
        u"/workflow_definition/config/max_parallel"_s, u"English."_s,
        { { u"lowest"_s, 1 }, { u"highest"_s, 10 } } };
    QVERIFY(problemText(problem).contains(u"1 to 10"_s));
    problem.path = u"/name"_s;
    QVERIFY(problemText(problem).contains(u"name"_s));
    problem.path = u"/somewhere/else"_s;
    QVERIFY(problemText(problem) != u"English."_s);
}

void tst_ErrorText::connectionSaysWhereAndHow_data()
{
    using State = ConnectionStatus::State;
    QTest::addColumn<ConnectionStatus>("status");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("demo") << ConnectionStatus { State::Connected, {}, u"Demo"_s, true, {} }
                          << u"This computer · Demo"_s << u"cost nothing"_s;
    QTest::newRow("suna") << ConnectionStatus { State::Connected, {}, u"Suna V3 at x"_s, false, {} }
                          << u"This computer · Suna"_s << u"Connected: Suna V3 at x."_s;
    QTest::newRow("none") << ConnectionStatus {} << u"This computer · no agent service"_s
                          << u"not run"_s;
    QTest::newRow("connecting") << ConnectionStatus { State::Connecting, u"Office"_s, {}, false,
        {} } << u"Office · connecting…"_s
                                << u"Connecting"_s;
    QTest::newRow("failed") << ConnectionStatus { State::Failed, {}, {}, false,
        failure(code::SunaUnauthorized) }
                            << u"This computer · Suna unreachable"_s
                            << u"Enter a new one in the settings"_s;
    QTest::newRow("failed without a reason")
        << ConnectionStatus { State::Failed, {}, {}, false, {} }
        << u"This computer · Suna unreachable"_s << u"cannot be reached"_s;
}

void tst_ErrorText::connectionSaysWhereAndHow()
{
    QFETCH(const ConnectionStatus, status);
    QFETCH(const QString, sentence);
    QTEST(connectionSummary(status), "summary");
    QVERIFY2(connectionSentence(status).contains(sentence), qPrintable(connectionSentence(status)));
}

QTEST_MAIN(tst_ErrorText)
#include "tst_error_text.moc"
