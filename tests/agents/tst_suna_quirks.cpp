// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/json_limits.h"
#include "tests/agents/stream_rows.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

using End = FakeAnswer::End;
using Status = RunOutcome::Status;
using enum SunaFamily;

/// The strangeness of one row, and what must come of it.
struct Quirk {
    SunaFamily family = V3;
    QList<FakeAnswer> streams;
    QList<FakeAnswer> runs { run("completed") };
    QByteArray stored; ///< the rows of the thread; empty: they cannot be read
    Status status = Status::Completed;
    QString screen; ///< what a person sees in the end, segments joined by a bar
    QString finalText;
    QString word; ///< of the error's sentence
    int connections = 1;
};

} // namespace

/// One row for each strangeness of the streams, named after the paragraph or the fault of the
/// contract (suna-api §5, §11). Whatever happens: the end is what the server has stored, no text
/// is shown twice, and nothing is started.
class SunaQuirksTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!The messages of a run)"_s)); }

    void survives_data();
    void survives();
    void resumesBehindTheLastEvent();

private:
    static void addEndings();
    static void addErrors();
    static void addReplays();
    static void addDamage();
    static void add(const char *name, const Quirk &quirk) { QTest::newRow(name) << quirk; }

    SystemClock m_clock;
};

void SunaQuirksTest::survives_data()
{
    QTest::addColumn<Quirk>("quirk");
    addEndings();
    addErrors();
    addReplays();
    addDamage();
}

void SunaQuirksTest::addEndings()
{
    const QByteArray text = chunk("c", 0, "Hi ") + chunk("c", 1, "there");
    const QByteArray stored = storedText("Hi there.");
    const auto ends = [&](const char *name, SunaFamily family, const QByteArray &end) {
        // The connection stays open: only the word can end it.
        add(name,
            { family, { events(text + end, End::Open) }, { run("completed") }, stored,
                Status::Completed, u"Hi there"_s, u"Hi there."_s, {} });
    };
    ends("§5.5 END_STREAM (F26)", V1, word("END_STREAM"));
    ends("§5.5 completed", V2a, done);
    ends("§5.7 completed, V2b", V2b, done);
    ends("§5.7 completed, V3", V3, withId(done, "1-1"));
    add("§5.5 STOP (F26)",
        { V1, { events(text + word("STOP"), End::Open) }, { run("stopped") }, stored,
            Status::Stopped, u"Hi there"_s, u"Hi there."_s, u"stopped"_s });
    add("§5.5 ERROR (F24)",
        { V1, { events(text + word("error", "boom") + word("ERROR"), End::Open) },
            { run("failed", R"("Traceback (most recent call last):\n  File x\nboom")") }, stored,
            Status::Failed, u"Hi there"_s, u"Hi there."_s, u"boom"_s });
    add("§5.5 unknown word (F26)",
        { V1, proper(text + word("MOON") + done), { run("completed") }, stored, Status::Completed,
            u"Hi there"_s, u"Hi there."_s, {} });
    add("§4.5 billing stop (F27)",
        { V1, proper(text + word("stopped", "Billing limit reached: 5 dollars")),
            { run("stopped", R"("Billing limit reached: 5 dollars")") }, stored, Status::Stopped,
            u"Hi there"_s, u"Hi there."_s, u"Billing limit"_s });
    add("§5.5 open and silent after the end (F19)",
        { V2a, { events(text, End::Open) }, { run("running"), run("completed") }, stored,
            Status::Completed, u"Hi there"_s, u"Hi there."_s, {} });
    add("§9.3 no ping any more",
        { V2b, { events(text + ping.repeated(3), End::Open) }, { run("completed") }, stored,
            Status::Completed, u"Hi there"_s, u"Hi there."_s, {} });
    add("§5.2 pings between",
        { V3, proper(ping + chunk("c", 0, "Hi ") + ping + chunk("c", 1, "there") + ping + done),
            { run("completed") }, stored, Status::Completed, u"Hi there"_s, u"Hi there."_s, {} });
    add("§1.2 messages refused (F03)",
        { V3, proper(text + complete("m1", "c", "Hi there.") + done), { run("completed") }, {},
            Status::Completed, u"Hi there."_s, u"Hi there."_s, {} });
}

void SunaQuirksTest::addErrors()
{
    const QByteArray text = chunk("c", 0, "Hi");
    const QByteArray stored = storedText("Hi");
    const QByteArray broken
        = sent({ { "type", "error" }, { "error", "no model" }, { "error_code", "UNKNOWN_ERROR" } });
    add("§5.7 error that does not close (F21)",
        { V3, { events(text + broken + ping, End::Open) },
            { run("running"), run("failed", R"("no model")") }, stored, Status::Failed, u"Hi"_s,
            u"Hi"_s, u"no model"_s });
    add("§5.7 error that does not close, the run goes on (F21)",
        { V3, { events(text + broken + ping, End::Open) }, { run("running"), run("completed") },
            storedText("Hi there."), Status::Completed, u"Hi"_s, u"Hi there."_s, {} });
    add("§5.7 error, then work",
        { V3, proper(broken + text + done), { run("completed") }, stored, Status::Completed,
            u"Hi"_s, u"Hi"_s, {} });
    add("§4.5 model error recorded as completed (F23)",
        { V1, proper(word("error", "Overloaded") + status("thread_run_end", "c", "s1") + done),
            { run("completed") }, R"({"messages":[]})", Status::Failed, {}, {}, u"Overloaded"_s });
    add("§5.5 error of the stream alone (F28)",
        { V2a,
            { events(text + word("error", "Stream failed: x"), End::Proper),
                events(text + done, End::Proper) },
            { run("running"), run("running"), run("completed") }, stored, Status::Completed,
            u"Hi"_s, u"Hi"_s, {}, 2 });
    add("§5.7 worker timeout (F29)",
        { V3, proper(ping.repeated(4) + word("error", "Worker timeout")),
            { run("failed", R"("Worker timeout")") }, R"({"messages":[]})", Status::Failed, {}, {},
            u"Worker timeout"_s });
    add("§5.7 error ends V2b", // the service closes
        { V2b, proper(text + word("error", "Overloaded")), { run("failed", R"("Overloaded")") },
            stored, Status::Failed, u"Hi"_s, u"Hi"_s, u"Overloaded"_s });
    add("§5.5 completed of a failed run (F25)",
        { V1, proper(text + word("error", "boom") + done), { run("failed", R"("boom")") }, stored,
            Status::Failed, u"Hi"_s, u"Hi"_s, u"boom"_s });
}

void SunaQuirksTest::addReplays()
{
    // Stored, and so with an id, up to V2a.
    const QByteArray start = status("thread_run_start", "c", "s0");
    const QByteArray first = start + chunk("c", 0, "One ") + chunk("c", 1, "two ");
    const QByteArray rest = chunk("c", 2, "three") + done;
    const QByteArray stored = storedText("One two three");
    const auto cut = [](const QByteArray &head, const QByteArray &again) {
        return QList { events(head, End::Cut), events(again, End::Proper) };
    };
    const QList<FakeAnswer> goesOn { run("running"), run("completed") };
    for (const SunaFamily family : { V1, V2a }) {
        const QByteArray name = "§5.5 whole replay (F31), " + toString(family).toLatin1();
        add(name.constData(),
            { family, cut(first, first + rest), goesOn, stored, Status::Completed,
                u"One two three"_s, u"One two three"_s, {}, 2 });
    }
    const QByteArray bare = status("thread_run_start", "c") + chunk("c", 0, "One ");
    add("§5.7 replay of rows without ids (F31)",
        { V2b, cut(bare, bare + chunk("c", 1, "two three") + done), goesOn, stored,
            Status::Completed, u"One two three"_s, u"One two three"_s, {}, 2 });
    add("§5.5 cut in a line (F18)",
        { V1, cut(first + "data: {\"type\": \"assi", first + rest), goesOn, stored,
            Status::Completed, u"One two three"_s, u"One two three"_s, {}, 2 });
    // What lies before the boundary is gone; the complete row closes the gap.
    add("§5.7 trimmed replay (F32)",
        { V2b,
            cut(chunk("c", 0, "One "),
                chunk("c", 2, "three") + complete("m1", "c", "One two three") + done),
            goesOn, stored, Status::Completed, u"One two three"_s, u"One two three"_s, {}, 2 });
    add("§5.6 sequence goes on under one key (F34)",
        { V2b,
            proper(start + chunk("c", 0, "One") + complete("m1", "c", "One") + chunk("c", 1, "Two")
                + complete("m2", "c", "Two") + done),
            { run("completed") }, storedText("Two"), Status::Completed, u"One|Two"_s, u"Two"_s,
            {} });
    add("§5.4 sequence restarts (F34)",
        { V1, proper(chunk("c1", 0, "One") + chunk("c2", 0, "Two") + done), { run("completed") },
            storedText("Two"), Status::Completed, u"One|Two"_s, u"Two"_s, {} });
    add("§5.4 chunks swapped (F33)",
        { V1, proper(chunk("c", 1, "two ") + chunk("c", 0, "One ") + rest), { run("completed") },
            stored, Status::Completed, u"One two three"_s, u"One two three"_s, {} });
    add("§5.4 complete replaces (F35)",
        { V1, proper(chunk("c", 0, "On") + complete("m1", "c", "Thought. One two three") + done),
            { run("completed") }, stored, Status::Completed, u"Thought. One two three"_s,
            u"One two three"_s, {} });
    add("§8.2 call begins anew elsewhere (F36)",
        { V1,
            proper(chunk("c1", 0, "One tw") + status("thread_run_end", "c1", "s1")
                + chunk("c2", 0, "One two ") + chunk("c2", 1, "three") + done),
            { run("completed") }, stored, Status::Completed, u"One tw|One two three"_s,
            u"One two three"_s, {} });
}

void SunaQuirksTest::addDamage()
{
    const QByteArray stored = storedText("Hi");
    const QByteArray text = chunk("c", 0, "Hi");
    const auto reads = [&](const char *name, const QByteArray &stream) {
        add(name,
            { V2b, proper(stream), { run("completed") }, stored, Status::Completed, u"Hi"_s,
                u"Hi"_s, {} });
    };
    reads("§5.1 damaged line (F37)", "data: {\"type\": \"assis\n\ndata:\n\n" + text + done);
    reads("§5.1 CRLF (F37)", QByteArray(text + done).replace("\n\n", "\r\n\r\n"));
    Json object = chunkRow("c", 0, "Hi");
    object["content"] = Json { { "role", "assistant" }, { "content", "Hi" } };
    reads("§3.4 content is an object (F38)", sent(object) + done);
    reads("§3.4 encoded twice (F38)",
        sent(Json(canonicalJson(chunkRow("c", 0, "Hi")).toStdString())) + done);
    Json twice = chunkRow("c", 0, "Hi");
    twice["content"] = Json(twice["content"].get<std::string>()).dump();
    reads("§3.4 content encoded twice (F38)", sent(twice) + done);
    Json plain = row("assistant", "m1", Json::object(), Json::object());
    plain["content"] = "Hi";
    plain["metadata"] = nullptr;
    reads("§3.4 plain text, no metadata (F38)", sent(plain) + done);
    reads("§3.5 unknown kinds (F40)",
        sent({ { "type", "moon" }, { "x", 1 } }) + status("moon_rise", "c") + text + done);
    QByteArray many;
    for (int i = 0; i < 1000; ++i)
        many += sent({ { "type", "timing" }, { "first_response_ms", i } });
    reads("§5.1 a thousand events at once (F39)", many + text + done);
    reads("§5.1 an event of 10 MB (F39)",
        sent(row("tool", "t1", { { "content", std::string(10'000'000, 'x') } }, Json::object()))
            + text + done);
}

void SunaQuirksTest::survives()
{
    QFETCH(const Quirk, quirk);
    FakeSuna suna(quirk.family);
    suna.on(streamRoute, quirk.streams);
    suna.on(runRoute, quirk.runs);
    if (quirk.stored.isEmpty())
        suna.on(messagesRoute, R"({"detail":"Authentication required for private threads"})", 403);
    else
        suna.on(messagesRoute, quirk.stored);
    // V1 keeps its rows in Supabase, as a bare list.
    const Result<Json> rows = parseJson(quirk.stored);
    if (rows)
        suna.on(u"GET /rest/v1/messages"_s, canonicalJson((*rows)["messages"]));
    SunaTimings timings = quickTimings();
    timings.silenceBeforePoll = std::chrono::milliseconds(1500);
    SunaConnection connection { suna.url(), "jwt", {} };
    connection.supabase = { suna.url(), "anon" };
    SunaBackend backend(connection, &m_clock, timings);

    EventLines seen;
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, seen.screen(), {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QVERIFY(outcome->status == quirk.status);
    QCOMPARE(seen.text(), quirk.screen);
    QCOMPARE(outcome->finalText, quirk.finalText);
    QCOMPARE(outcome->error.has_value(), quirk.status != Status::Completed);
    if (outcome->error)
        QVERIFY2(outcome->error->message.contains(quirk.word), qPrintable(outcome->error->message));
    QCOMPARE(suna.count(streamRoute), quirk.connections);
    for (const ServerRequest &request : std::as_const(suna.ledger))
        QCOMPARE(request.method, QByteArray("GET"));
}

void SunaQuirksTest::resumesBehindTheLastEvent()
{
    FakeSuna suna(V3);
    const QByteArray head = withId(chunk("c", 0, "One "), "5-0") + ping;
    const QByteArray rest = withId(chunk("c", 1, "two"), "6-0") + withId(done, "7-0");
    suna.on(streamRoute, { events(head, End::Cut), events(rest, End::Proper) });
    suna.on(runRoute, { run("running"), run("completed") });
    suna.on(messagesRoute, storedText("One two"));
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    EventLines seen;
    QVERIFY(finish(backend.observeRun(theRun, seen.screen(), {})).ok());
    QCOMPARE(seen.text(), u"One two"_s);
    const QList<ServerRequest> asked = suna.asked(streamRoute);
    QCOMPARE(asked.size(), 2);
    QVERIFY(asked.at(0).query.isEmpty());
    QCOMPARE(asked.at(1).query.queryItemValue(u"last_id"_s), u"5-0"_s);
}

QTEST_GUILESS_MAIN(SunaQuirksTest)
#include "tst_suna_quirks.moc"
