// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/condition_operator.h"
#include "core/workflow/retry_policy.h"
#include "tests/builder/views/view_test.h"
#include "ui/builder/views/json_fault_text.h"
#include "ui/builder/views/json_suggestions.h"
#include "ui/builder/views/team_schema.h"
#include "ui/builder/views/team_text.h"

#include <QElapsedTimer>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

/// A team as text: places, faults, suggestions, reading and writing.
class tst_TeamText : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void faults_data();
    void faults();
    void placesOfPointers();
    void twinsAreFound();
    void suggestions_data();
    void suggestions();
    void everyWordOfTheSchemaCanBeRead();
    void everyKeyThatIsWrittenIsInTheSchema();
    void expectations_data();
    void expectations();
    void roundTripsAreStable_data();
    void roundTripsAreStable();
    void unknownKeysAreKeptOrTold();
    void whatCannotBeReadIsNoTeam_data();
    void whatCannotBeReadIsNoTeam();
    void hostileTexts_data();
    void hostileTexts();
};

void tst_TeamText::faults_data()
{
    using Kind = JsonFault::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *name, const QString &text, Kind kind, int offset) {
        QTest::newRow(name) << text << int(kind) << offset;
    };
    QTest::newRow("fine") << uR"({"a":[1,-2.5e3,true,false,null,"x\n\u00e9",{},[]]} )"_s << -1 << 0;
    row("nothing", u""_s, Kind::ValueExpected, 0);
    row("no value", u"{\"a\":}"_s, Kind::ValueExpected, 5);
    row("no key", u"{1:2}"_s, Kind::KeyExpected, 1);
    row("comma at the end", u"{\"a\":1,}"_s, Kind::KeyExpected, 7);
    row("comma at the end of a list", u"[1,]"_s, Kind::ValueExpected, 3);
    row("no colon", u"{\"a\" 1}"_s, Kind::ColonExpected, 5);
    row("no comma", u"[1 2]"_s, Kind::CommaExpected, 3);
    row("wrong bracket", u"[1}"_s, Kind::CommaExpected, 2);
    row("open text", u"[\"abc\n]"_s, Kind::TextUnclosed, 1);
    row("open text at the end", u"\"abc\\"_s, Kind::TextUnclosed, 0);
    row("escape", u"[\"a\\x\"]"_s, Kind::BadCharacter, 3);
    row("word", u"[yes]"_s, Kind::BadWord, 1);
    row("number", u"[01]"_s, Kind::BadWord, 1);
    row("plus", u"[+1]"_s, Kind::BadWord, 1);
    row("half a number", u"[1.]"_s, Kind::BadWord, 1);
    row("minus", u"[-]"_s, Kind::BadWord, 1);
    row("open", u"{\"a\":[1"_s, Kind::BracketUnclosed, 7);
    row("more", u"{} []"_s, Kind::MoreAfterEnd, 3);
    row("too deep", QString(70, u'['), Kind::TooDeep, 64);
}

void tst_TeamText::faults()
{
    QFETCH(const QString, text);
    QFETCH(const int, kind);
    const std::optional<JsonFault> fault = JsonTextMap::of(text).fault();
    QCOMPARE(fault ? int(fault->kind) : -1, kind);
    if (!fault)
        return;
    QTEST(int(fault->offset), "offset");
    QVERIFY(jsonFaultText(fault->kind).endsWith(u'.'));
}

void tst_TeamText::placesOfPointers()
{
    const QString text = u"{\n \"a\": [1, {\"b/c~\": \"x\"}],\n \"d\": 2\n}"_s;
    const JsonTextMap map = JsonTextMap::of(text);
    QCOMPARE(map.offsetOf({}), 0);
    QCOMPARE(map.offsetOf(u"/a"_s), text.indexOf(u'['));
    QCOMPARE(map.offsetOf(u"/a/1/b~1c~0"_s), text.indexOf(u"\"x\""_s));
    QCOMPARE(map.offsetOf(u"/d"_s), text.indexOf(u'2'));
    QCOMPARE(map.offsetOf(u"/a/7/nothing"_s), text.indexOf(u'['));
    QCOMPARE(map.offsetOf(u"/nowhere"_s), 0);
    QCOMPARE(map.keysOf({}), QStringList({ u"a"_s, u"d"_s }));
    QCOMPARE(map.keysOf(u"/a/1"_s), QStringList({ u"b/c~"_s }));
}

void tst_TeamText::twinsAreFound()
{
    const QString text = uR"({"a":1,"b":{"a":2},"a":3})"_s;
    QCOMPARE(JsonTextMap::of(text).duplicates(), QList<qsizetype> { text.lastIndexOf(u"\"a\""_s) });
}

void tst_TeamText::suggestions_data()
{
    QTest::addColumn<QString>("text"); // ^ is the cursor
    QTest::addColumn<QString>("label"); // one of the list; with ! in front: not in the list
    QTest::addColumn<QString>("result"); // when it is taken; empty: not looked at
    QTest::newRow("key") << u"{^}"_s << u"name"_s << u"{\"name\": \"\"}"_s;
    QTest::newRow("key in quotes")
        << u"{\"wo^\"}"_s << u"workflow_definition"_s << u"{\"workflow_definition\": {}}"_s;
    QTest::newRow("key of a list") << u"{\"workflow_definition\":{\"a^"_s << u"agents"_s
                                   << u"{\"workflow_definition\":{\"agents\": []"_s;
    QTest::newRow("key that has a value") << u"{\"na^\": 1}"_s << u"name"_s << u"{\"name\": 1}"_s;
    QTest::newRow("not what is there") << u"{\"name\":\"x\",^}"_s << u"!name"_s << QString();
    QTest::newRow("second key") << u"{\"name\":\"x\",^}"_s << u"description"_s
                                << u"{\"name\":\"x\",\"description\": \"\"}"_s;
    QTest::newRow("word") << u"{\"workflow_definition\":{\"type\":^}}"_s << u"pipeline"_s
                          << u"{\"workflow_definition\":{\"type\":\"pipeline\"}}"_s;
    QTest::newRow("word in quotes")
        << u"{\"workflow_definition\":{\"type\":\"se^\"}}"_s << u"sequential"_s
        << u"{\"workflow_definition\":{\"type\":\"sequential\"}}"_s;
    const QString member = u"{\"workflow_definition\":{\"agents\":[{},{%1}]}}"_s;
    QTest::newRow("key of a member") << member.arg(u"^"_s) << u"agent_id"_s << QString();
    QTest::newRow("flag") << member.arg(u"\"is_active\":^"_s) << u"false"_s
                          << member.arg(u"\"is_active\":false"_s);
    QTest::newRow("half a flag") << member.arg(u"\"is_active\":t^"_s) << u"true"_s
                                 << member.arg(u"\"is_active\":true"_s);
    QTest::newRow("member") << member.arg(u"\"dependencies\":[\"^\"]"_s) << u"b"_s
                            << member.arg(u"\"dependencies\":[\"b\"]"_s);
    QTest::newRow("path") << member.arg(u"\"conditions\":[{\"field\":\"^\"}]"_s)
                          << u"agent_a_result"_s << QString();
    QTest::newRow("operator in a group")
        << member.arg(u"\"conditions\":[{\"any\":[{\"operator\":^}]}]"_s) << u"starts_with"_s
        << QString();
    QTest::newRow("final result") << u"{\"workflow_definition\":{\"config\":{\"final_result\":^"_s
                                  << u"agent:a"_s << QString();
    QTest::newRow("nothing behind a value") << u"{\"name\":\"x\" ^}"_s << u"!"_s << QString();
    QTest::newRow("nothing in free text") << u"{\"name\":\"^\"}"_s << u"!"_s << QString();
    QTest::newRow("nothing where nothing belongs") << u"{\"colour\":{^}}"_s << u"!"_s << QString();
    QTest::newRow("nothing too deep") << QString(100, u'[') + u'^' << u"!"_s << QString();
}

void tst_TeamText::suggestions()
{
    QFETCH(QString, text);
    QFETCH(const QString, label);
    QFETCH(const QString, result);
    const qsizetype offset = text.indexOf(u'^');
    text.remove(offset, 1);
    const JsonSuggestions found = suggestionsAt(text, offset, teamOf(u"ab"_s).workflow);
    const auto labels = [&found] {
        QStringList all;
        for (const JsonSuggestion &suggestion : found.list)
            all.append(suggestion.label);
        return all;
    }();
    if (label == u"!"_s) {
        QCOMPARE(labels, QStringList());
    } else if (label.startsWith(u'!')) {
        QVERIFY(!labels.isEmpty() && !labels.contains(label.sliced(1)));
    } else {
        QVERIFY2(labels.contains(label), qPrintable(labels.join(u' ')));
        const JsonSuggestion &taken = found.list[labels.indexOf(label)];
        text.replace(found.begin, found.end - found.begin, taken.text);
        QVERIFY(taken.caret <= taken.text.size());
        if (!result.isEmpty())
            QCOMPARE(text, result);
    }
}

void tst_TeamText::everyWordOfTheSchemaCanBeRead()
{
    const QStringList operators = schemaWords(SchemaNode::Operator);
    for (const QString &name : operators)
        QVERIFY2(findConditionOperator(name), qPrintable(name));
    const QStringList errors = schemaWords(SchemaNode::ErrorKind);
    for (const QString &name : errors)
        QVERIFY2(retryCategory(name), qPrintable(name));
    const QStringList types = schemaWords(SchemaNode::WorkflowKind);
    QCOMPARE(types.size(), 4);
    for (const QString &name : types)
        QVERIFY2(workflowTypeFromString(name), qPrintable(name));
}

/// Whatever the product writes of a team, the schema knows.
void tst_TeamText::everyKeyThatIsWrittenIsInTheSchema()
{
    TeamDraft draft = branchingTeam();
    WorkflowAgent &member = draft.workflow.agents[1];
    member.retry = RetryConfig { 3, 1.0, 2.0, 60, std::vector { 1.0 }, QStringList { u"x"_s }, 0.1,
        Json::object() };
    member.feedback = FeedbackSpec { idOf("t"), member.conditions, 2, Json::object() };
    member.config = { u"m"_s, true, u"low"_s, u"i"_s, Json::object(), u"mcp"_s, Json::object() };
    member.position = CanvasPosition { 1, 2 };
    member.kind = MemberKind::Team;
    member.teamId = TeamId(u"x"_s);
    draft.workflow.config.approval
        = ApprovalSpec { { idOf("t") }, member.conditions, 9, Json::object() };
    draft.workflow.config.deepMerge = true;
    draft.workflow.config.failFast = true;
    draft.config = { u"m"_s, 1, 2, u"mcp"_s, true, Json::object() };
    const Json flat = toJson(draft).flatten();
    QVERIFY(flat.size() > 40);
    for (const auto &[pointer, value] : flat.items()) {
        if (!value.is_structured())
            QVERIFY2(schemaAt(QString::fromStdString(pointer)), pointer.c_str());
    }
}

void tst_TeamText::expectations_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("words");
    QTest::newRow("list") << u"/workflow_definition/agents"_s << u"square"_s;
    QTest::newRow("object") << u"/workflow_definition"_s << u"curly"_s;
    QTest::newRow("text") << u"/name"_s << u"quotes"_s;
    QTest::newRow("number") << u"/workflow_definition/agents/0/timeout"_s << u"number"_s;
    QTest::newRow("words") << u"/workflow_definition/type"_s << u"conditional"_s;
    QTest::newRow("flag") << u"/workflow_definition/agents/0/is_active"_s << u"true, false"_s;
}

void tst_TeamText::expectations()
{
    QFETCH(const QString, pointer);
    QFETCH(const QString, words);
    QVERIFY2(expectationText(pointer).contains(words), qPrintable(expectationText(pointer)));
    QVERIFY(expectationText(pointer + u"/beyond/everything"_s).isEmpty());
}

void tst_TeamText::roundTripsAreStable_data()
{
    QTest::addColumn<TeamDraft>("draft");
    QTest::newRow("sequential") << teamOf(u"abc"_s);
    QTest::newRow("pipeline") << teamOf(u"abc"_s, WorkflowType::Pipeline);
    QTest::newRow("conditional") << branchingTeam();
    QTest::newRow("empty") << TeamDraft();
    TeamDraft odd = teamOf(u"a"_s);
    odd.description
        = u"no-break\u00a0space, \u2028 line, \u2029 paragraph, \ufdd0 \ufdd1 \r\n\t \"\\"_s;
    odd.name = QString(255, u'x') + QString::fromUcs4(U"\U0001F600");
    odd.workflow.agents[0].extra["colour"] = "red";
    odd.workflow.extra["later"] = Json::array({ 1, nullptr });
    QTest::newRow("odd characters and unknown keys") << odd;
}

void tst_TeamText::roundTripsAreStable()
{
    QFETCH(const TeamDraft, draft);
    const QString text = writeTeamText(draft);
    const TeamText read = readTeamText(text);
    QVERIFY(!read.fault);
    QVERIFY(read.draft);
    QVERIFY(*read.draft == draft);
    QCOMPARE(writeTeamText(*read.draft), text);
    for (const char16_t c : { u'\u00a0', u'\u2028', u'\u2029', u'\ufdd0' })
        QVERIFY(!text.contains(QChar(c)));
}

void tst_TeamText::unknownKeysAreKeptOrTold()
{
    const TeamText read = readTeamText(
        uR"({"name":"T","owner":"x","workflow_definition":{"type":"parallel","later":1,"agents":[]}})"_s);
    QVERIFY(read.draft);
    QCOMPARE(read.draft->workflow.extra["later"], Json(1));
    QCOMPARE(read.problems.size(), 1);
    QCOMPARE(read.problems.first().path, u"/owner"_s);
    QVERIFY(read.problems.first().severity == Problem::Severity::Warning);
}

void tst_TeamText::whatCannotBeReadIsNoTeam_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a list") << u"[]"_s;
    QTest::newRow("a number") << u"42"_s;
    QTest::newRow("an empty object") << u"{}"_s;
    QTest::newRow("an unknown type")
        << uR"({"workflow_definition":{"type":"magic","agents":[]}})"_s;
    QTest::newRow("a text for a number")
        << uR"({"workflow_definition":{"type":"parallel","agents":[{"timeout":"x"}]}})"_s;
    QTest::newRow("members that are none")
        << uR"({"workflow_definition":{"type":"parallel","agents":[1]}})"_s;
}

void tst_TeamText::whatCannotBeReadIsNoTeam()
{
    QFETCH(const QString, text);
    const TeamText read = readTeamText(text);
    QVERIFY(!read.fault);
    QVERIFY(!read.draft);
    QVERIFY(hasErrors(read.problems));
}

void tst_TeamText::hostileTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("1,000 deep lists") << QString(QString(1000, u'[') + QString(1000, u']'));
    QTest::newRow("1,000 deep objects") << QString(u"{\"a\":"_s.repeated(1000));
    QTest::newRow("50 MB") << QString(50 * 1024 * 1024, u' ');
    QTest::newRow("half an emoji")
        << QString(u"{\"name\":\""_s + QChar(0xd83d) + u"\",\"workflow_definition\":1}"_s);
    QTest::newRow("a byte that no UTF-8 has")
        << QString::fromUtf8(QByteArray("{\"name\":\"\xff\xfe\"}")) + u'x';
    QTest::newRow("a nul") << QString(u"{\"name\":\"a"_s + QChar(u'\0') + u"\"}"_s);
    QTest::newRow("a control character") << u"{\"name\":\"a\u0001\"}"_s;
    QTest::newRow("long keys in each other")
        << QString(QString(u"{\""_s + QString(9000, u'k') + u"\":"_s).repeated(60) + u"["_s
               + u"0,"_s.repeated(200'000));
    QTest::newRow("brackets the wrong way round") << u"]}"_s.repeated(100'000);
    QTest::newRow("quotes") << QString(400'001, u'"');
    QTest::newRow("backslashes") << QString(u'"' + QString(400'001, u'\\'));
    QTest::newRow("100,000 keys") << [] {
        QString text = u"{"_s;
        for (int i = 0; i < 100'000; ++i)
            text += u"\"%1\":0,"_s.arg(i);
        return text;
    }();
}

/// Refused, soon, and without taking the program with it.
void tst_TeamText::hostileTexts()
{
    QFETCH(const QString, text);
    QElapsedTimer timer;
    timer.start();
    const TeamText read = readTeamText(text);
    QVERIFY(!read.draft);
    QVERIFY(read.fault || hasErrors(read.problems));
    for (const qsizetype offset : { qsizetype(0), text.size() / 2, text.size() })
        static_cast<void>(suggestionsAt(text.left(LongestTeamText), offset, {}));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(tst_TeamText)
#include "tst_team_text.moc"
