// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/chat_errors.h"
#include "core/agents/openai/chat_reply_reader.h"
#include "core/agents/openai/chat_wire.h"
#include "core/agents/openai/output_schema.h"
#include "core/model/error_codes.h"
#include "core/net/sse_parser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;

namespace {

constexpr qsizetype Plenty = 1'000'000;

/// JSON that is readable here: with single quotes.
QByteArray js(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray chunk(const QByteArray &delta, const QByteArray &finish = "null")
{
    return js("{'model':'m-1','choices':[{'index':0,'delta':") + delta + js(",'finish_reason':")
        + finish + "}]}";
}

Result<ChatReply> readEvents(const QByteArrayList &events)
{
    ChatReplyReader reader({}, Plenty, 8);
    for (const QByteArray &event : events) {
        if (!reader.event(event))
            break;
    }
    return reader.take();
}

QString callText(const Result<ChatReply> &reply)
{
    if (!reply)
        return u"error "_s + reply.error().code;
    QStringList lines;
    for (const ChatToolCall &call : reply->calls)
        lines += call.id + u' ' + call.name + u' ' + call.arguments;
    return lines.join(u'|');
}

Json parsed(const QByteArray &text)
{
    return Json::parse(text.constBegin(), text.constEnd(), nullptr, false);
}

/// One answer with text, two tool calls in pieces and usage, as OpenAI streams it.
QByteArray transcript()
{
    const QByteArrayList events { chunk(js("{'role':'assistant','content':''}")),
        chunk(js("{'content':'Ein Café 🚲 '}")), chunk(js("{'content':'ist \\'nah\\'.'}")),
        chunk(js("{'tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'one','"
                 "arguments':''}}]}")),
        chunk(js("{'tool_calls':[{'index':0,'function':{'arguments':'{\\'q\\':'}}]}")),
        chunk(js("{'tool_calls':[{'index':0,'function':{'arguments':'1}'}}]}")),
        chunk(js("{'tool_calls':[{'index':1,'id':'b','type':'function','function':{'name':'two','"
                 "arguments':''}}]}")),
        chunk("{}", "\"tool_calls\""),
        js("{'model':'m-1','choices':[],'usage':{'prompt_tokens':7,'completion_tokens':3}}"),
        "[DONE]" };
    QByteArray stream = ": comment\n\n";
    for (const QByteArray &event : events)
        stream += "data: " + event + "\r\n\r\n";
    return stream;
}

} // namespace

/// What is pure in the adapter for chat endpoints: answers, requests, addresses, errors, schemas.
class ChatWireTest : public QObject {
    Q_OBJECT

private slots:
    void readsEveryChunkingAlike()
    {
        const QByteArray stream = transcript();
        for (qsizetype split = 0; split <= stream.size(); ++split) {
            QString seen;
            ChatReplyReader reader(
                [&seen](const ChatDelta &delta) {
                    if (delta.kind == ChatDelta::Kind::Text)
                        seen += delta.text;
                },
                Plenty, 8);
            SseParser parser([&reader](const SseEvent &event) { reader.event(event.data); });
            QVERIFY(parser.feed(stream.first(split)));
            QVERIFY(parser.feed(stream.sliced(split)));
            const Result<ChatReply> reply = reader.take();
            QCOMPARE(callText(reply), u"a one {\"q\":1}|b two {}"_s);
            QCOMPARE(reply->text, u"Ein Café 🚲 ist \"nah\"."_s);
            QCOMPARE(seen, reply->text);
            QCOMPARE(reply->finishReason, u"tool_calls"_s);
            QCOMPARE(reply->usage.tokensInput.value_or(0), 7);
            QCOMPARE(reply->model, u"m-1"_s);
        }
    }

    void readsEveryTypeOfToken()
    {
        const Usage usage = readChatUsage(parsed(
            js("{'prompt_tokens':7,'completion_tokens':3,'prompt_tokens_details':{'cached_tokens':"
               "2},'cache_creation_input_tokens':1,'completion_tokens_details':{"
               "'reasoning_tokens':2}}")));
        QCOMPARE(usage.tokensCached.value_or(0), 2);
        QCOMPARE(usage.tokensCacheWrite.value_or(0), 1);
        QCOMPARE(usage.tokensReasoning.value_or(0), 2);
        const Usage none = readChatUsage(parsed(
            js("{'prompt_tokens':0,'completion_tokens':0,'cache_creation_input_tokens':9}")));
        QVERIFY(!none.tokensInput && !none.tokensCacheWrite); // it did not count
    }

    void readsCallsAsEndpointsWriteThem_data()
    {
        QTest::addColumn<QByteArrayList>("events");
        QTest::addColumn<QString>("calls");
        const QByteArray end = chunk("{}", "\"stop\"");
        QTest::newRow("whole, object arguments, no index") << QByteArrayList {
            chunk(js("{'tool_calls':[{'id':'x','function':{'name':'one','arguments':{'q':1}}}]}")),
            end
        } << u"x one {\"q\":1}"_s;
        QTest::newRow("two without index and id") << QByteArrayList {
            chunk(js("{'tool_calls':[{'function':{'name':'one','arguments':'{}'}},"
                     "{'function':{'name':'two','arguments':'{\\'a\\':2}'}}]}")),
            end
        } << u"call_0 one {}|call_1 two {\"a\":2}"_s;
        QTest::newRow("every call with index 0")
            << QByteArrayList { chunk(js("{'tool_calls':[{'index':0,'id':'x','function':{'name':'"
                                         "one','arguments':'{}'}}]}")),
                   chunk(js("{'tool_calls':[{'index':0,'id':'y','function':{'name':'two','"
                            "arguments':'{}'}}]}")),
                   end }
            << u"x one {}|y two {}"_s;
        QTest::newRow("pieces by id alone") << QByteArrayList {
            chunk(
                js("{'tool_calls':[{'id':'x','function':{'name':'one','arguments':'{\\'q\\''}}]}")),
            chunk(js("{'tool_calls':[{'id':'x','function':{'arguments':':3}'}}]}")), end
        } << u"x one {\"q\":3}"_s;
        QTest::newRow("interleaved") << QByteArrayList {
            chunk(js("{'tool_calls':[{'index':0,'id':'x','function':{'name':'one','arguments':'{'}}"
                     ",{'index':1,'id':'y','function':{'name':'two','arguments':'{'}}]}")),
            chunk(js("{'tool_calls':[{'index':1,'function':{'arguments':'}'}},{'index':0,'function'"
                     ":{'arguments':'}'}}]}")),
            end
        } << u"x one {}|y two {}"_s;
        QTest::newRow("no function")
            << QByteArrayList { chunk(js("{'tool_calls':[{'index':0,'id':'x'},7]}")), end }
            << u"x  {}"_s;
    }
    void readsCallsAsEndpointsWriteThem()
    {
        QFETCH(QByteArrayList, events);
        QTEST(callText(readEvents(events)), "calls");
    }

    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArrayList>("events");
        QTest::addColumn<QString>("code");
        const auto code = [](const char *text) { return QString::fromLatin1(text); };
        QTest::newRow("nothing") << QByteArrayList {} << code(code::ModelAnswerCut);
        QTest::newRow("cut") << QByteArrayList { chunk(js("{'content':'half'}")) }
                             << code(code::ModelAnswerCut);
        QTest::newRow("no JSON") << QByteArrayList { js("{'choices':") }
                                 << code(code::ModelInvalidAnswer);
        QTest::newRow("no UTF-8") << QByteArrayList { chunk(js("{'content':'\xff\xfe'}")) }
                                  << code(code::ModelInvalidAnswer);
        QTest::newRow("deep") << QByteArrayList { QByteArray(100, '[') }
                              << code(code::ModelInvalidAnswer);
        QTest::newRow("error in the stream")
            << QByteArrayList { js("{'error':{'message':'Overloaded','type':'server_error'}}") }
            << code(code::ModelFailed);
        QTest::newRow("error as text")
            << QByteArrayList { js("{'error':'boom'}") } << code(code::ModelFailed);
        QTest::newRow("context in the stream")
            << QByteArrayList { js("{'error':{'message':'x','code':'context_length_exceeded'}}") }
            << code(code::ModelContextExceeded);
        QTest::newRow("too many calls") << QByteArrayList {
            chunk(js("{'tool_calls':[{'index':1},{'index':2},{'index':3},{'index':4},{'index':5},{'"
                     "index':6},{'index':7},{'index':8},{'index':9}]}"))
        } << code(code::ReplyTooLarge);
    }
    void refusesWhatIsNoAnswer()
    {
        QFETCH(QByteArrayList, events);
        const Result<ChatReply> reply = readEvents(events);
        QVERIFY(!reply);
        QTEST(reply.error().code, "code");
    }

    void boundsTheAnswer()
    {
        ChatReplyReader reader({}, 10, 8);
        QVERIFY(reader.event(chunk(js("{'content':'0123456789'}"))));
        QVERIFY(!reader.event(chunk(js("{'content':'x'}"))));
        QVERIFY(!reader.event(chunk("{}", "\"stop\"")));
        QCOMPARE(reader.take().error().code, QString::fromLatin1(code::ReplyTooLarge));
    }

    void toleratesStrangers()
    {
        const Result<ChatReply> reply = readEvents({ "", js("{'type':'moon_phase'}"), "7", "[]",
            js("{'choices':null}"), js("{'choices':[7]}"), js("{'error':null,'choices':[]}"),
            chunk(js("{'reasoning':'hm','content':[{'type':'text','text':'parts'}]}")),
            chunk(js("{'refusal':' no'}")), chunk("null", "\"stop\"") });
        QVERIFY(reply);
        QCOMPARE(reply->text, u"parts no"_s);
        QVERIFY(!reply->usage.tokensInput);
    }

    void readsAnAnswerInOnePiece()
    {
        ChatReplyReader reader({}, Plenty, 8);
        reader.whole(
            js("{'model':'m','choices':[{'message':{'content':'Hi','tool_calls':null},"
               "'finish_reason':'stop'}],'usage':{'prompt_tokens':0,'completion_tokens':0}}"));
        const Result<ChatReply> reply = reader.take();
        QVERIFY(reply);
        QCOMPARE(reply->text, u"Hi"_s);
        QVERIFY(!reply->usage.tokensInput); // all zero is not told
        for (const QByteArray &body : { QByteArray("<html>"), QByteArray("{}"), QByteArray("") }) {
            ChatReplyReader none({}, Plenty, 8);
            none.whole(body);
            QVERIFY(!none.take());
        }
    }

    void findsTheApi_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("tried");
        const auto row = [](const char *typed, const QStringList &tried) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << tried;
        };
        row("http://localhost:11434",
            { u"http://localhost:11434/v1"_s, u"http://localhost:11434/api/v1"_s });
        row("http://localhost:1234/v1/", { u"http://localhost:1234/v1"_s });
        row("https://openrouter.ai/api/v1/chat/completions", { u"https://openrouter.ai/api/v1"_s });
        row("https://host/v1/models?x=1#y", { u"https://host/v1"_s });
        row("https://host/proxy", { u"https://host/proxy"_s, u"https://host/proxy/v1"_s });
        row("https://g.example/v1beta/openai", { u"https://g.example/v1beta/openai"_s });
    }
    void findsTheApi()
    {
        QFETCH(QString, typed);
        QStringList tried;
        for (const QUrl &url : endpointCandidates(QUrl(typed)))
            tried += url.toString();
        QTEST(tried, "tried");
    }

    void writesARequest()
    {
        ChatRequestParts parts;
        parts.model = u"m"_s;
        parts.messages.push_back(userMessage(u"Hi"_s));
        QCOMPARE(canonicalJson(chatRequestJson(parts)),
            QByteArray(js("{'messages':[{'content':'Hi','role':'user'}],'model':'m','stream':true,"
                          "'stream_options':{'include_usage':true}}")));
        parts.usageOption = false;
        parts.temperature = 0.5;
        parts.functions = parsed(js("[{'type':'function'}]"));
        parts.mayCallTools = false;
        parts.outputSchema = parsed(js("{'type':'object'}"));
        const Json strict = chatRequestJson(parts);
        QVERIFY(!strict.contains("stream_options"));
        QVERIFY(strict["tool_choice"] == "none");
        QVERIFY(strict["temperature"] == 0.5);
        QVERIFY(strict["response_format"]["json_schema"]["schema"] == parts.outputSchema);
        parts.schemaFormat = false;
        const Json told = chatRequestJson(parts);
        QVERIFY(!told.contains("response_format"));
        QVERIFY(told["messages"][0]["role"] == "system");
        QVERIFY(toQString(told["messages"][0]["content"]).contains(u"{\"type\":\"object\"}"_s));
    }

    void writesWhatTheModelSaid()
    {
        ChatReply reply;
        reply.calls = { { u"x"_s, u"one"_s, u"{}"_s } };
        QCOMPARE(canonicalJson(assistantMessage(reply)),
            QByteArray(js("{'content':null,'role':'assistant','tool_calls':[{'function':{'"
                          "arguments':'{}','name':'one'},'id':'x','type':'function'}]}")));
        QCOMPARE(canonicalJson(toolMessage(u"x"_s, u"ok"_s)),
            QByteArray(js("{'content':'ok','role':'tool','tool_call_id':'x'}")));
        QCOMPARE(
            lettersOf(parsed(js("[{'content':'abcd'},{'content':null,'tool_calls':[1]}]"))), 7);
        QCOMPARE(estimatedTokens(7), 2);
    }

    void readsListsOfModels()
    {
        QCOMPARE(*readModelList(parsed(js("{'data':[{'id':'a'},{'id':7},{},{'id':'b'}]}"))),
            QStringList({ u"a"_s, u"b"_s }));
        QCOMPARE(readModelList(parsed(js("{'data':null}")))->size(), 0);
        QVERIFY(!readModelList(parsed(js("{'status':'ok'}"))));
        Json many = Json::array();
        for (int number = 0; number < 25'000; ++number)
            many.push_back({ { "id", std::to_string(number) } });
        QCOMPARE(readModelList(many)->size(), 20'000);
    }

    void tellsErrorsApart_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("category");
        const auto row = [](const char *name, int status, const QByteArray &body, const char *code,
                             ErrorCategory category) {
            QTest::newRow(name) << status << body << QString::fromLatin1(code)
                                << toString(category);
        };
        using enum ErrorCategory;
        row("401", 401, js("{'error':{'message':'Incorrect API key','code':'invalid_api_key'}}"),
            code::ModelUnauthorized, AuthenticationError);
        row("403", 403, "", code::ModelUnauthorized, AuthenticationError);
        row("402 OpenRouter", 402, js("{'error':{'message':'Insufficient credits','code':402}}"),
            code::ModelQuota, QuotaExceeded);
        row("404 route", 404, js("{'detail':'Not Found'}"), code::ModelEndpointMissing,
            InvalidInput);
        row("404 model", 404, js("{'error':{'message':'gone','code':'model_not_found'}}"),
            code::ModelUnknown, InvalidInput);
        row("404 Ollama", 404, js("{'error':'model x not found, try pulling it first'}"),
            code::ModelUnknown, InvalidInput);
        row("404 page", 404, "<html>nginx</html>", code::ModelNotJson, NetworkError);
        row("429", 429, js("{'error':{'message':'Rate limit'}}"), code::ModelBusy,
            ResourceExhausted);
        row("429 money", 429,
            js("{'error':{'message':'You exceeded','code':'insufficient_quota'}}"),
            code::ModelQuota, QuotaExceeded);
        row("400", 400, js("{'error':{'message':'bad'}}"), code::ModelInvalidRequest, InvalidInput);
        row("400 context", 400,
            js("{'error':{'message':'This maximum context length is 8 tokens'}}"),
            code::ModelContextExceeded, InvalidInput);
        row("400 llama.cpp context", 400,
            js("{'error':{'code':400,'message':'x','type':'exceed_context_size_error'}}"),
            code::ModelContextExceeded, InvalidInput);
        row("400 Ollama tools", 400,
            js("{'error':{'message':'registry/phi does not support tools'}}"),
            code::ModelToolsUnsupported, InvalidInput);
        row("500 llama.cpp tools", 500,
            js("{'error':{'message':'tools param requires --jinja flag'}}"),
            code::ModelToolsUnsupported, InvalidInput);
        row("422 FastAPI", 422, js("{'detail':[{'msg':'Field required'}]}"),
            code::ModelInvalidRequest, InvalidInput);
        row("413", 413, "", code::ModelContextExceeded, InvalidInput);
        row("408", 408, "", code::ModelServerError, NetworkError);
        row("500", 500, "oops", code::ModelServerError, NetworkError);
        row("502 page", 502, "<html>Bad Gateway</html>", code::ModelServerError, NetworkError);
        row("in a list", 400, js("[{'error':{'message':'exceeds the context'}}]"),
            code::ModelContextExceeded, InvalidInput);
        row("304", 304, "", code::ModelInvalidAnswer, NetworkError);
    }
    void tellsErrorsApart()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const Error error = modelHttpError({ status, {}, body });
        QTEST(error.code, "code");
        QTEST(toString(error.category), "category");
        QVERIFY(error.message.endsWith(u'.') || error.message.contains(u"It said:"_s));
    }

    void keepsSecretsOutOfErrors()
    {
        const Error error = modelHttpError({ 401, {},
            js("{'error':{'message':'Incorrect API key: sk-abcdefghijklmnop1234567890'}}") });
        QVERIFY(!error.message.contains(u"abcdefghijklmnop"_s));
        const Error busy = modelHttpError({ 429, { { "Retry-After", "12" } }, "{}" });
        QCOMPARE(busy.args.value(u"retry_after"_s).toInt(), 12);
    }

    void knowsWhichPartWasRefused()
    {
        const auto part = [](int status, const QByteArray &text) {
            return refusedPart(
                modelHttpError({ status, {}, js("{'error':{'message':'") + text + "\"}}" }));
        };
        QVERIFY(part(400, "Unknown parameter: stream_options") == OptionalPart::UsageOption);
        QVERIFY(part(422, "response_format json_schema unsupported") == OptionalPart::SchemaFormat);
        QVERIFY(part(400, "temperature") == OptionalPart::None);
        QVERIFY(part(500, "stream_options") == OptionalPart::None);
    }

    void checksSchemas_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("problem");
        QTest::newRow("fits") << QByteArray(js("{'n':1,'tags':['a'],'kind':'x','sub':{'b':null}}"))
                              << QString();
        QTest::newRow("fenced") << QByteArray("```json\n{\"n\":1}\n```") << QString();
        QTest::newRow("no JSON") << QByteArray("Sure! {") << u"it is not valid JSON"_s;
        QTest::newRow("lacks") << QByteArray("{}") << u"the answer lacks \"n\""_s;
        QTest::newRow("type") << QByteArray(js("{'n':'1'}")) << u"/n must be of type \"integer\""_s;
        QTest::newRow("item") << QByteArray(js("{'n':1,'tags':['a',2]}"))
                              << u"/tags/1 must be of type \"string\""_s;
        QTest::newRow("enum") << QByteArray(js("{'n':1,'kind':'z'}"))
                              << u"/kind must be one of [\"x\",\"y\"]"_s;
        QTest::newRow("unknown") << QByteArray(js("{'n':1,'more':1}")) << u"/more is not allowed"_s;
        QTest::newRow("reference") << QByteArray(js("{'n':1,'sub':{'b':1}}"))
                                   << u"/sub/b must be of type [\"string\",\"null\"]"_s;
        QTest::newRow("any of") << QByteArray(js("{'n':1,'either':[]}"))
                                << u"/either fits none of the allowed forms"_s;
        QTest::newRow("array") << QByteArray("[]") << u"the answer must be of type \"object\""_s;
    }
    void checksSchemas()
    {
        QFETCH(QByteArray, answer);
        const Json schema = parsed(
            js("{'type':'object','required':['n'],'additionalProperties':false,'properties':{'n':{'"
               "type':'integer'},'tags':{'type':'array','items':{'type':'string'}},'kind':{'enum':["
               "'x','y']},'either':{'anyOf':[{'type':'string'},{'const':7}]},'sub':{'$ref':'#/"
               "$defs/s'}},'$defs':{'s':{'properties':{'b':{'type':['string','null']}}}}}"));
        QTEST(outputProblem(schema, QString::fromUtf8(answer)).value_or(QString()), "problem");
    }

    void survivesSchemasThatAreNone()
    {
        const Json endless = parsed(js("{'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/a'}}}"));
        QVERIFY(!schemaProblem(endless, 1));
        QVERIFY(!schemaProblem(parsed(js("{'$ref':'#/nowhere'}")), 1));
        QVERIFY(!schemaProblem(Json(true), 1));
        QVERIFY(!schemaProblem(parsed(js("{'type':'unheard_of'}")), 1));
        QCOMPARE(withoutFence(u"```"_s), u"```"_s);
        QCOMPARE(withoutFence(u"```abc```"_s), u"```abc```"_s);
    }
};

QTEST_GUILESS_MAIN(ChatWireTest)
#include "tst_chat_wire.moc"
