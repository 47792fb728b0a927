// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/team/team_context.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

using Scope = ContextChange::Scope;

Timestamp at(int seconds)
{
    return fromMicroseconds(1'800'000'000'000'000) + std::chrono::seconds(seconds);
}

const ContextAuthor &someone()
{
    static const ContextAuthor author = ContextAuthor::agent(AgentId(u"a"_s));
    return author;
}

ContextWrite memory(const char *key, std::optional<Json> value)
{
    return { Scope::SharedMemory, QString::fromUtf8(key), std::move(value) };
}

std::string text(int kibibytes)
{
    return std::string(size_t(kibibytes) * 1024, 'x');
}

/// Random operations, and the same context folded from what they told.
class RandomContext {
public:
    explicit RandomContext(unsigned seed)
        : m_random(seed)
        , original({ { "initial_prompt", "Go" } }, { { "given", 1 } }, { { "m", true } })
        , folded(original)
    {
    }

    void step()
    {
        m_now += std::chrono::milliseconds(number(5000));
        const int version = original.version();
        const ContextChanges changes = change();
        for (const ContextChange &one : changes) {
            QCOMPARE(one.version, version + 1);
            const auto stored = contextChangeFromJson(toJson(one));
            QVERIFY(stored);
            QVERIFY(*stored == one);
            folded.apply(*stored);
        }
        QCOMPARE(original.version(), changes.empty() ? version : version + 1);
    }

    int number(int below) { return int(m_random() % unsigned(below)); }

private:
    ContextChanges change()
    {
        const ContextAuthor author = number(3) ? someone() : ContextAuthor::person(u"p"_s);
        switch (number(6)) {
        case 0:
            return original.expire(m_now);
        case 1:
            return original.restore(m_snapshot, m_snapshotVersion, author, m_now).value();
        case 2: {
            m_snapshotVersion = original.version();
            m_snapshot = { { "context_object", original.contextObject() },
                { "shared_memory", original.sharedMemory() } };
            return original.setSystemVariable(u"pipeline_input"_s, number(3));
        }
        case 3:
            return consolidate();
        default:
            return original.write(author, writes()).value();
        }
    }

    ContextChanges consolidate()
    {
        std::vector<ContextContribution> contributions;
        for (const char *agent : { "a", "b", "c" }) {
            StepOutput output;
            output.outputContext["k" + std::to_string(number(3))]
                = Json { { "n" + std::to_string(number(2)), number(4) } };
            contributions.push_back({ AgentId(QString::fromUtf8(agent)), output });
        }
        return original.consolidate(contributions, number(2) == 0).changes;
    }

    std::vector<ContextWrite> writes()
    {
        std::vector<ContextWrite> list;
        for (int i = number(4); i >= 0; --i) {
            ContextWrite write { number(2) ? Scope::SharedMemory : Scope::ContextObject,
                u"k%1"_s.arg(number(5)), Json(number(3)) };
            if (number(4) == 0)
                write.value.reset();
            if (number(3) == 0)
                write.expiresAt = m_now + std::chrono::microseconds(number(9'000'000));
            list.push_back(std::move(write));
        }
        return list;
    }

    std::mt19937 m_random;
    Timestamp m_now = at(0);
    Json m_snapshot = { { "context_object", Json::object() }, { "shared_memory", Json::object() } };
    int m_snapshotVersion = 1;

public:
    TeamContext original;
    TeamContext folded;
};

} // namespace

/// Contract §5.3 and §5.4: writes, expiry, restore, and the fold of what they tell.
class TestContextOperations : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void batchIsOneVersion() // X-16: one write at a time, nothing is lost
    {
        TeamContext context({}, {}, { { "x", 1 } });
        const auto changes = context.write(someone(),
            { memory("x", 2), memory("y", "new"), memory("x", 3), memory("gone", std::nullopt),
                { Scope::ContextObject, u"c"_s, Json::array({ 1 }) } });
        QVERIFY(changes);
        QCOMPARE(context.version(), 2);
        QCOMPARE(changes->size(), size_t(3)); // one a key; deleting nothing is none
        const auto x = std::ranges::find(*changes, u"x"_s, &ContextChange::key);
        QCOMPARE(x->previousValue, Json(1)); // as it was before the batch
        QCOMPARE(x->value, Json(3));
        QCOMPARE(x->changedBy, u"a"_s);
        QCOMPARE(context.lastUpdatedBy(), u"a"_s);
        QCOMPARE(context.variables(), Json({ { "x", 3 }, { "y", "new" }, { "c", { 1 } } }));
        QVERIFY(context.write(someone(), { memory("x", 3) })->empty());
        QVERIFY(context.write(someone(), {})->empty());
        QCOMPARE(context.version(), 2);
    }

    void deletes()
    {
        TeamContext context({}, {}, { { "x", { { "deep", 1 } } } });
        const auto changes = context.write(ContextAuthor::person(u"ana"_s), { memory("x", {}) });
        QVERIFY(changes && changes->size() == 1);
        QVERIFY(changes->front().deleted);
        QVERIFY(changes->front().value.is_null());
        QCOMPARE(changes->front().previousValue, Json({ { "deep", 1 } }));
        QCOMPARE(changes->front().changedBy, u"ana"_s);
        QVERIFY(!context.variable(u"x"_s));
        QCOMPARE(context.bytes(), 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("expected");
        QTest::newRow("seed") << u"initial_prompt"_s << u"context_key_reserved"_s;
        QTest::newRow("result") << u"agent_b_result"_s << u"context_key_reserved"_s;
        QTest::newRow("colon") << u"a:b"_s << u"context_key_invalid"_s;
        QTest::newRow("empty") << QString() << u"context_key_invalid"_s;
        QTest::newRow("long") << u"k"_s.repeated(129) << u"context_key_invalid"_s;
        QTest::newRow("accent") << u"\u00e9"_s << u"context_key_invalid"_s;
    }
    void refuses()
    {
        QFETCH(QString, key);
        QFETCH(QString, expected);
        TeamContext context({ { "initial_prompt", "Go" } }, {}, {});
        const TeamContext before = context;
        const auto result
            = context.write(someone(), { memory("fine", 1), { Scope::SharedMemory, key, 1 } });
        QVERIFY(!result);
        QCOMPARE(result.error().code, expected);
        QVERIFY(result.error().category == ErrorCategory::InvalidInput);
        QVERIFY(context == before);
        QVERIFY(context.write(ContextAuthor::system(), { { Scope::ContextObject, key, 1 } }));
    }

    void keepsTheLimits()
    {
        TeamContext context;
        const auto tooLarge = context.write(someone(), { memory("k", text(256)) }); // plus quotes
        QCOMPARE(tooLarge.error().code, u"context_value_too_large"_s);
        for (const char *key : { "a", "b", "c", "d" })
            QVERIFY(context.write(someone(), { memory(key, text(255)) }));
        const TeamContext full = context;
        const auto noRoom = context.write(someone(), { memory("e", text(5)) });
        QCOMPARE(noRoom.error().code, u"context_too_large"_s);
        QVERIFY(context == full);
        // Both scopes share the limit, and what frees room in the same batch counts.
        StepOutput output;
        output.outputContext["f"] = text(10);
        QCOMPARE(
            context.consolidate({ { AgentId(u"z"_s), output } }, false).refusals.size(), size_t(1));
        QVERIFY(context.write(someone(), { memory("a", {}), memory("e", text(200)) }));
        QVERIFY(context.bytes() <= ContextLimits::MaxContextBytes);
        std::vector<ContextWrite> many; // names count too
        for (int i = 0; i < 20'000; ++i)
            many.push_back(
                { Scope::SharedMemory, u"%1"_s.arg(i, 100, 10, QChar(u'0')), Json(true) });
        TeamContext empty;
        QCOMPARE(empty.write(someone(), many).error().code, u"context_too_large"_s);
    }

    void valuesEnd()
    {
        TeamContext context({}, { { "k", "below" } }, {});
        ContextWrite write = memory("k", "short");
        write.expiresAt = at(10) + std::chrono::microseconds(900);
        const auto set = context.write(someone(), { write });
        QVERIFY(set->front().expiresAt == at(10)); // as the log tells it
        QVERIFY(context.nextExpiry() == at(10));
        QCOMPARE(*context.variable(u"k"_s, at(9)), Json("short"));
        QCOMPARE(*context.variable(u"k"_s, at(10)), Json("below")); // before expire() as well
        QCOMPARE(context.variables(at(10)), Json({ { "k", "below" } }));
        QVERIFY(context.expire(at(9)).empty());
        const ContextChanges ended = context.expire(at(10));
        QCOMPARE(ended.size(), size_t(1));
        QVERIFY(ended[0].deleted);
        QCOMPARE(ended[0].changedBy, u"system"_s);
        QCOMPARE(context.version(), 3);
        QVERIFY(!context.nextExpiry());
        // A write without an end takes the end away; that alone is a change.
        QVERIFY(context.write(someone(), { write }));
        QCOMPARE(context.write(someone(), { memory("k", "short") })->size(), size_t(1));
        QVERIFY(context.expire(at(99)).empty());
    }

    void restoresAsANewVersion()
    {
        TeamContext context({ { "team_id", "t" } }, {}, { { "keep", 1 }, { "old", 1 } });
        const Json snapshot { { "context_object", { { "team_id", "other" }, { "c", 1 } } },
            { "shared_memory", context.sharedMemory() },
            { "metadata", { { "expires_at", { { "old", toRfc3339(at(5)).toStdString() } } } } } };
        QVERIFY(context.write(someone(), { memory("keep", 2), memory("new", 1) }));
        const auto changes = context.restore(snapshot, 1, ContextAuthor::person(u"ana"_s), at(6));
        QVERIFY(changes);
        QCOMPARE(context.version(), 3);
        QVERIFY(context.restoredFrom() == 1);
        QCOMPARE(context.contextObject(), Json({ { "team_id", "t" }, { "c", 1 } }));
        QCOMPARE(context.sharedMemory(), Json({ { "keep", 1 } })); // "old" has ended
        QCOMPARE(changes->size(), size_t(4));
        for (const ContextChange &change : *changes)
            QVERIFY(change.restoredFrom == 1 && change.version == 3);
        QVERIFY(context.restore(snapshot, 1, someone(), at(6))->empty());
        const TeamContext before = context;
        for (const Json &bad : { Json(), Json::array(), Json({ { "context_object", 1 } }) })
            QCOMPARE(context.restore(bad, 1, someone(), at(6)).error().code, u"store_corrupt"_s);
        QVERIFY(context == before);
    }

    void foldsBack_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void foldsBack()
    {
        QFETCH(unsigned, seed);
        RandomContext random(seed);
        for (int i = 0; i < 200 && !QTest::currentTestFailed(); ++i)
            random.step();
        QVERIFY(random.original.version() > 50);
        QVERIFY(random.folded == random.original);
        QCOMPARE(random.folded.bytes(), random.original.bytes());
    }

    void framesAreShort()
    {
        ContextChange change { Scope::SharedMemory, u"k"_s, text(9), "small", u"a"_s, 4 };
        const Json stored = toJson(change);
        QVERIFY(contextChangeFromJson(stored)->value == change.value); // the log keeps all
        const Json frame = frameData(stored);
        QCOMPARE(frame.at("value"), Json({ { "truncated", true }, { "size", 9 * 1024 + 2 } }));
        QCOMPARE(frame.at("previous_value"), Json("small"));
        // X-17: ids and times are strings.
        const Json payload = changeNotification(change, ExecutionId(u"e"_s), at(0));
        QCOMPARE(payload.at("execution_id"), Json("e"));
        QCOMPARE(payload.at("timestamp"), Json("2027-01-15T08:00:00.000Z"));
        QCOMPARE(payload.at("scope"), Json("shared_memory"));
        QCOMPARE(payload.at("deleted"), Json(false));
    }

    void unreadableChanges_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no key") << QByteArray(R"({"scope":"shared_memory","version":2})");
        QTest::newRow("scope") << QByteArray(R"({"key":"k","scope":"x","version":2})");
        QTest::newRow("version") << QByteArray(
            R"({"key":"k","scope":"shared_memory","version":0})");
        QTest::newRow("huge version")
            << QByteArray(R"({"key":"k","scope":"shared_memory","version":99999999999})");
    }
    void unreadableChanges()
    {
        QFETCH(QByteArray, json);
        const auto change = contextChangeFromJson(Json::parse(json.toStdString()));
        QVERIFY(!change);
        QCOMPARE(change.error().code, u"store_corrupt"_s);
    }
};

QTEST_GUILESS_MAIN(TestContextOperations)
#include "tst_context_operations.moc"
