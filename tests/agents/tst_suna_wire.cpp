// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_history.h"
#include "core/agents/suna/suna_wire.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;

namespace {

Json json(const char *text)
{
    return parseJson(QByteArrayView(text)).value();
}

SunaMessage row(const char *text)
{
    return readSunaMessage(json(text));
}

} // namespace

class SunaWireTest : public QObject {
    Q_OBJECT

private slots:
    void decodesContent_data();
    void decodesContent();
    void readsRuns_data();
    void readsRuns();
    void readsAgentPages_data();
    void readsAgentPages();
    void findsTheFinalText_data();
    void findsTheFinalText();
    void sumsUsage();
    void unknownUsageStaysUnknown_data();
    void unknownUsageStaysUnknown();
    void findsAnErrorAfterTheLastWork();
    void looksForThePrompt_data();
    void looksForThePrompt();
};

void SunaWireTest::decodesContent_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("text");
    QTest::newRow("object") << QByteArray(R"({"content":{"content":"a"}})") << u"a"_s;
    QTest::newRow("string") << QByteArray(R"({"content":"{\"content\":\"a\"}"})") << u"a"_s;
    QTest::newRow("F38 twice") << QByteArray(R"({"content":"\"{\\\"content\\\":\\\"a\\\"}\""})")
                               << u"a"_s;
    QTest::newRow("plain text") << QByteArray(R"({"content":"a"})") << u"a"_s;
    QTest::newRow("quoted text") << QByteArray(R"({"content":"\"a\""})") << u"\"a\""_s;
    QTest::newRow("number in text") << QByteArray(R"({"content":"42"})") << u"42"_s;
    QTest::newRow("parts") << QByteArray(
        R"({"content":{"content":[{"type":"text","text":"a"},"b",{"x":1}]}})")
                           << u"ab"_s;
    QTest::newRow("F43 optimized") << QByteArray(R"({"metadata":{"text_content":"a"}})") << u"a"_s;
    QTest::newRow("F38 nulls") << QByteArray(R"({"content":null,"metadata":null})") << u"-"_s;
    QTest::newRow("other kinds") << QByteArray(R"({"content":[1],"metadata":7})") << u"-"_s;
}

void SunaWireTest::decodesContent()
{
    QFETCH(const QByteArray, message);
    QTEST(row(message.constData()).text().value_or(u"-"_s), "text");
}

void SunaWireTest::readsRuns_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<bool>("active");
    QTest::newRow("camel") << QByteArray(
        R"({"id":"r","threadId":"t","status":"completed","startedAt":null})")
                           << true << false;
    QTest::newRow("snake") << QByteArray(
        R"({"id":"r","thread_id":"t","status":"running","error":null})")
                           << true << true;
    QTest::newRow("unknown word") << QByteArray(R"({"id":"r","status":"pending"})") << true << true;
    QTest::newRow("failed") << QByteArray(R"({"id":"r","status":"failed"})") << true << false;
    QTest::newRow("stopped") << QByteArray(R"({"id":"r","status":"stopped"})") << true << false;
    QTest::newRow("no status") << QByteArray(R"({"id":"r"})") << false << false;
    QTest::newRow("no id") << QByteArray(R"({"id":7,"status":"failed"})") << false << false;
    QTest::newRow("no object") << QByteArray("[]") << false << false;
}

void SunaWireTest::readsRuns()
{
    QFETCH(const QByteArray, object);
    const auto run = readSunaRun(json(object.constData()));
    QTEST(run.has_value(), "readable");
    if (run)
        QTEST(run->active(), "active");
}

void SunaWireTest::readsAgentPages_data()
{
    QTest::addColumn<QByteArray>("pagination");
    QTest::newRow("V2a") << QByteArray(R"({"page":1,"limit":20,"total":1,"pages":3})");
    QTest::newRow("V3") << QByteArray(R"({"current_page":1,"page_size":20,"total_items":1,)"
                                      R"("total_pages":3,"has_next":true,"has_previous":false})");
}

void SunaWireTest::readsAgentPages()
{
    QFETCH(const QByteArray, pagination);
    const QByteArray answer
        = R"({"agents":[{"agent_id":"a1","name":"N","description":null,"is_default":true,)"
          R"("avatar":"*","agentpress_tools":{"sb_files_tool":{"enabled":true},"old":true,)"
          R"("off":{"enabled":false}},"custom_mcps":[{"name":"s","enabled_tools":["find"]}],)"
          R"("current_version":{"model":"m"}},{"name":"without id"},7],"pagination":)"
        + pagination + "}";
    const auto page = readSunaAgents(json(answer.constData()));
    QVERIFY(page);
    QCOMPARE(page->rows, 3);
    QCOMPARE(page->pages, 3);
    QCOMPARE(page->agents.size(), 1);
    const AgentInfo expected { AgentId(u"a1"_s), u"N"_s, QString(), u"m"_s, u"*"_s,
        { u"old"_s, u"sb_files_tool"_s, u"find"_s }, true };
    QCOMPARE(page->agents.constFirst(), expected);
    QVERIFY(!readSunaAgents(json(R"({"agents":{}})")));
}

void SunaWireTest::findsTheFinalText_data()
{
    QTest::addColumn<QByteArrayList>("rows");
    QTest::addColumn<QString>("text");
    const QByteArray first = R"({"type":"assistant","message_id":"1","content":{"content":"one"}})";
    QTest::newRow("none") << QByteArrayList { R"({"type":"user","content":"x"})" } << QString();
    QTest::newRow("last") << QByteArrayList { first,
        R"({"type":"assistant","message_id":"2","content":{"content":" two\n<ask></ask>"}})" }
                          << u"two"_s;
    QTest::newRow("last says nothing") << QByteArrayList { first,
        R"({"type":"assistant","message_id":"2","content":{"content":"<complete></complete>"}})" }
                                       << u"one"_s;
    QTest::newRow("only in the closing tool") << QByteArrayList { first,
        R"({"type":"assistant","message_id":"2","content":{"content":"<function_calls><invoke )"
        R"(name=\"complete\"><parameter name=\"text\">three</parameter></invoke>)"
        R"(</function_calls>"}})" } << u"three"_s;
    QTest::newRow("only in the native closing tool") << QByteArrayList { first,
        R"({"type":"assistant","message_id":"2","content":{"content":"","tool_calls":[{"id":"c",)"
        R"("function":{"name":"ask","arguments":"{\"text\":\"four\"}"}}]}})" }
                                                     << u"four"_s;
    QTest::newRow("tag of a tool that a row names") << QByteArrayList {
        R"({"type":"assistant","message_id":"2","content":{"content":"five<dig>x</dig>"}})",
        R"({"type":"status","message_id":"3","content":{"xml_tag_name":"dig"}})"
    } << u"five"_s;
    QTest::newRow("of an earlier run") << QByteArrayList {
        R"({"type":"assistant","created_at":"2025-01-01T00:00:00Z","content":{"content":"old"}})"
    } << QString();
}

void SunaWireTest::findsTheFinalText()
{
    QFETCH(const QByteArrayList, rows);
    std::vector<SunaMessage> messages;
    for (const QByteArray &each : rows)
        messages.push_back(row(each.constData()));
    const auto since = fromRfc3339(u"2025-06-01T00:00:00Z"_s);
    QTEST(readSunaHistory(messages, since).finalText, "text");
}

void SunaWireTest::sumsUsage()
{
    const std::vector<SunaMessage> rows {
        row(R"({"type":"assistant_response_end","message_id":"1","content":{"model":"claude",)"
            R"("usage":{"prompt_tokens":10,"completion_tokens":3}}})"),
        row(R"({"type":"assistant_response_end","message_id":"1","content":{"model":"claude",)"
            R"("usage":{"prompt_tokens":10,"completion_tokens":3}}})"),
        row(R"({"type":"llm_response_end","message_id":"2","content":{"model":"claude","usage":)"
            R"({"prompt_tokens":5,"completion_tokens":1,"prompt_tokens_details":)"
            R"({"cached_tokens":4},"cache_creation_input_tokens":1,)"
            R"("completion_tokens_details":{"reasoning_tokens":1}}}})"),
    };
    const Usage usage = readSunaHistory(rows, std::nullopt).usage;
    QCOMPARE(usage.tokensInput, 15);
    QCOMPARE(usage.tokensOutput, 4);
    QCOMPARE(usage.tokensCached, 4);
    QCOMPARE(usage.tokensCacheWrite, 1);
    QCOMPARE(usage.tokensReasoning, 1);
    QCOMPARE(usage.requestCount, 2);
    QCOMPARE(usage.modelName, u"claude"_s);
    QCOMPARE(usage.modelProvider, u"unknown"_s);
    Usage named;
    setSunaModel(named, u"openrouter/moonshotai/kimi-k2"_s);
    QCOMPARE(named.modelProvider, u"openrouter"_s);
    QCOMPARE(named.modelName, u"moonshotai/kimi-k2"_s);
}

void SunaWireTest::unknownUsageStaysUnknown_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no usage") << QByteArray(R"({"model":"m"})");
    QTest::newRow("F41 zeros") << QByteArray(
        R"({"usage":{"prompt_tokens":0,"completion_tokens":0}})");
    QTest::newRow("null") << QByteArray(R"({"usage":null})");
    QTest::newRow("negative") << QByteArray(
        R"({"usage":{"prompt_tokens":-1,"completion_tokens":"x"}})");
}

void SunaWireTest::unknownUsageStaysUnknown()
{
    QFETCH(const QByteArray, content);
    const QByteArray message = R"({"type":"llm_response_end","content":)" + content + "}";
    const auto usage = sunaUsageOf(row(message.constData()));
    QVERIFY(usage);
    QVERIFY(!usage->tokensInput);
    QVERIFY(!usage->tokensOutput);
    QCOMPARE(usage->requestCount, 1);
    QCOMPARE(readSunaHistory({}, std::nullopt).usage, Usage());
}

void SunaWireTest::findsAnErrorAfterTheLastWork()
{
    const SunaMessage error
        = row(R"({"type":"status","message_id":"e","content":{"status_type":"error",)"
              R"("message":"boom"}})");
    const SunaMessage work = row(R"({"type":"assistant","message_id":"w","content":"x"})");
    QCOMPARE(readSunaHistory({ work, error }, std::nullopt).lastError, u"boom"_s);
    QVERIFY(!readSunaHistory({ error, work }, std::nullopt).lastError);
}

void SunaWireTest::looksForThePrompt_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("there");
    QTest::newRow("object") << QByteArray(
        R"({"type":"user","content":{"role":"user","content":"{\"a\":1}\n"}})")
                            << true;
    QTest::newRow("string") << QByteArray(
        R"({"type":"user","content":"{\"content\":\"{\\\"a\\\":1}\"}"})")
                            << true;
    QTest::newRow("another") << QByteArray(R"({"type":"user","content":{"content":"b"}})") << false;
    QTest::newRow("not a user's") << QByteArray(
        R"({"type":"tool","content":{"role":"user","content":"{\"a\":1}"}})")
                                  << false;
}

void SunaWireTest::looksForThePrompt()
{
    QFETCH(const QByteArray, message);
    QTEST(holdsPrompt({ row(message.constData()) }, u"{\"a\":1}"_s), "there");
}

QTEST_GUILESS_MAIN(SunaWireTest)
#include "tst_suna_wire.moc"
