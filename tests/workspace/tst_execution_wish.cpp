// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/execution_wish.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(renum::ExecutionWish)

namespace {

const AgentId Agent(u"a"_s);
const StepId Step(u"a#2"_s);

} // namespace

/// Wishes travel between programs as JSON.
class TestExecutionWish : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void comeBackAsTheyWere_data()
    {
        QTest::addColumn<ExecutionWish>("wish");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const ExecutionWish &wish, const char *json) {
            QTest::newRow(name) << wish << QByteArray(json).replace('\'', '"');
        };
        row("stop", StopWish {}, "{'wish':'stop'}");
        row("pause", PauseWish {}, "{'wish':'pause'}");
        row("continue", ContinueWish {}, "{'holds_at_next':false,'wish':'continue'}");
        row("next", ContinueWish { true }, "{'holds_at_next':true,'wish':'continue'}");
        row("approval", ApprovalWish { Agent, true, u"Fine"_s },
            "{'agent_id':'a','approved':true,'comment':'Fine','wish':'approval'}");
        row("restore", RestoreContextWish { 7 }, "{'version':7,'wish':'restore_context'}");
        row("result", ResultWish { Step, u"mine"_s },
            "{'step_id':'a#2','value':'mine','wish':'result'}");
        row("empty result", ResultWish { Step, QString(u""_s) },
            "{'step_id':'a#2','value':'','wish':'result'}");
        row("skip", ResultWish { Step, {} }, "{'step_id':'a#2','wish':'result'}");
        row("repeat", RepeatWish { Step }, "{'step_id':'a#2','wish':'repeat'}");
        row("message", MessageWish { Agent, u"Hello"_s },
            "{'agent_id':'a','text':'Hello','wish':'message'}");
        SpendingCap cap;
        cap.calls = 3;
        cap.action = SpendingCap::Action::Stop;
        row("cap", CapWish { cap }, "{'cap':{'at_limit':'stop','max_calls':3},'wish':'cap'}");
        row("breakpoints",
            BreakpointsWish { { { Agent, Breakpoint::Place::After, false, std::nullopt } } },
            "{'breakpoints':[{'agent_id':'a','enabled':false,'place':'after'}],"
            "'wish':'breakpoints'}");
        row("no breakpoints", BreakpointsWish {}, "{'breakpoints':[],'wish':'breakpoints'}");
        const ContextWrite set { ContextChange::Scope::ContextObject, u"k"_s, Json(nullptr), {} };
        const ContextWrite gone { ContextChange::Scope::SharedMemory, u"m"_s, std::nullopt,
            fromRfc3339(u"2026-01-02T03:04:05.678Z"_s) };
        row("context", WriteContextWish { { set, gone } },
            "{'wish':'write_context','writes':["
            "{'key':'k','scope':'context_object','value':null},"
            "{'expires_at':'2026-01-02T03:04:05.678Z','key':'m','scope':'shared_memory'}]}");
    }

    void comeBackAsTheyWere()
    {
        QFETCH(const ExecutionWish, wish);
        QFETCH(const QByteArray, json);
        QCOMPARE(canonicalJson(toJson(wish)), json);
        const std::optional<ExecutionWish> read = wishFromJson(toJson(wish));
        QVERIFY(read);
        QCOMPARE(read->index(), wish.index());
        QCOMPARE(canonicalJson(toJson(*read)), json);
    }

    void strangersAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("unknown") << QByteArray("{\"wish\":\"dance\"}");
        QTest::newRow("nameless") << QByteArray("{\"step_id\":\"a\"}");
        QTest::newRow("no text") << QByteArray("{\"wish\":3}");
        QTest::newRow("no object") << QByteArray("[1]");
    }

    void strangersAreNone()
    {
        QFETCH(const QByteArray, json);
        QVERIFY(!wishFromJson(Json::parse(json.toStdString())));
    }

    void damagedOnesSayLittle()
    {
        const auto read = wishFromJson(Json { { "wish", "write_context" }, { "writes", 3 } });
        QVERIFY(std::get<WriteContextWish>(*read).writes.empty());
        const auto result = wishFromJson(Json { { "wish", "result" }, { "value", 3 } });
        QVERIFY(std::get<ResultWish>(*result).step.isEmpty());
        QVERIFY(!std::get<ResultWish>(*result).value);
    }
};

QTEST_GUILESS_MAIN(TestExecutionWish)
#include "tst_execution_wish.moc"
