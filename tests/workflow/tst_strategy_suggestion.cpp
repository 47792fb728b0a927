// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/strategy_suggestion.h"
#include "team_json.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// Members by letter; `b<a` takes the result of a, `b<a+c` both, `b?a` has a condition on a,
/// `b^a` sends its work back to a.
TeamDraft drawn(const QString &type, const QString &members)
{
    Json list = Json::array();
    int order = 0;
    for (const QString &word : members.split(u' ')) {
        Json member { { "agent_id", toJson(word.left(1)) } };
        if (type == "sequential"_L1 || type == "pipeline"_L1)
            member["execution_order"] = ++order;
        const QString rest = word.mid(2);
        if (word.mid(1, 1) == u"<"_s) {
            Json sources = Json::array();
            for (const QString &from : rest.split(u'+'))
                sources.push_back({ { "type", "agent_result" }, { "agent_id", toJson(from) } });
            member["input"] = { { "source", "combined" }, { "sources", sources } };
            if (sources.size() == 1)
                member["input"] = { { "source", "agent_result" }, { "agent_id", toJson(rest) } };
        } else if (word.mid(1, 1) == u"?"_s) {
            member["conditions"]
                = Json::array({ { { "field", toJson(u"agent_"_s + rest + u"_result.kind"_s) },
                    { "operator", "equals" }, { "value", toJson(word.left(1)) } } });
        } else if (word.mid(1, 1) == u"^"_s) {
            member["feedback"] = { { "to", toJson(rest) } };
        }
        list.push_back(member);
    }
    const Json workflow { { "type", toJson(type) }, { "agents", list } };
    return readTeam(QByteArray::fromStdString(workflow.dump())).draft;
}

} // namespace

class TestStrategySuggestion : public QObject {
    Q_OBJECT

private slots:
    void TB05_suggestion_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("expected"); ///< type and reason; empty: none
        QTest::newRow("one member") << u"parallel"_s << u"a"_s << QString();
        QTest::newRow("nothing drawn yet") << u"sequential"_s << u"a b c"_s << QString();
        QTest::newRow("chain side by side") << u"parallel"_s << u"a b<a c<b"_s << u"pipeline 0"_s;
        QTest::newRow("chain told backwards") << u"parallel"_s << u"c<b b<a a"_s << u"pipeline 0"_s;
        QTest::newRow("chain in order") << u"sequential"_s << u"a b<a c<b"_s << QString();
        QTest::newRow("chain that also looks back")
            << u"parallel"_s << u"a b<a c<a+b"_s << u"sequential 1"_s;
        QTest::newRow("fan in order") << u"sequential"_s << u"a b c<a+b"_s << u"parallel 2 a b"_s;
        QTest::newRow("diamond in order")
            << u"sequential"_s << u"a b<a c<a d<b+c"_s << u"parallel 2 b c"_s;
        QTest::newRow("fan with feedback") << u"sequential"_s << u"a b c<a+b d^a"_s << QString();
        QTest::newRow("fan side by side") << u"parallel"_s << u"a b c<a+b"_s << QString();
        QTest::newRow("branches side by side")
            << u"parallel"_s << u"a b?a c?a"_s << u"conditional 3 a"_s;
        QTest::newRow("branches in order")
            << u"sequential"_s << u"a b?a c?a"_s << u"conditional 3 a"_s;
        QTest::newRow("branches as conditions say")
            << u"conditional"_s << u"a b?a c?a"_s << QString();
        QTest::newRow("one gate") << u"sequential"_s << u"a b?a"_s << QString();
        QTest::newRow("no conditions") << u"conditional"_s << u"a b c<a+b"_s << u"parallel 4"_s;
        QTest::newRow("chain without conditions")
            << u"conditional"_s << u"a b<a"_s << u"pipeline 0"_s;
        QTest::newRow("circle") << u"parallel"_s << u"a<b b<a"_s << QString();
    }
    void TB05_suggestion()
    {
        QFETCH(const QString, type);
        QFETCH(const QString, members);
        QFETCH(const QString, expected);
        const std::optional<StrategySuggestion> suggestion = suggestStrategy(drawn(type, members));
        QString told;
        if (suggestion) {
            told = QString(toString(suggestion->type) % u' '
                % QString::number(static_cast<int>(suggestion->reason)) % u' '
                % suggestion->member.toString() % u' ' % suggestion->other.toString())
                       .trimmed();
        }
        QCOMPARE(told, expected);
    }

    void whatItOffersIsValidAndFits()
    {
        for (const auto &[type, members] : { std::pair { u"parallel"_s, u"c<b b<a a"_s },
                 std::pair { u"sequential"_s, u"a b<a c<a d<b+c"_s },
                 std::pair { u"parallel"_s, u"a b?a c?a"_s },
                 std::pair { u"parallel"_s, u"c<a+b a b<a"_s } }) {
            const std::optional<StrategySuggestion> suggestion
                = suggestStrategy(drawn(type, members));
            QVERIFY(suggestion);
            QVERIFY2(validateTeam(suggestion->draft).valid(), qPrintable(members));
            QVERIFY(!suggestStrategy(suggestion->draft));
        }
    }

    void wiresStay()
    {
        const TeamDraft before = drawn(u"sequential"_s, u"a b<a c<a d<b+c"_s);
        const TeamDraft after = suggestStrategy(before)->draft;
        for (const WorkflowAgent &member : before.workflow.agents)
            QVERIFY(after.workflow.find(member.agentId)->input == member.input);
    }

    void nothingIsLost()
    {
        TeamDraft draft = drawn(u"parallel"_s, u"a b<a c<b"_s);
        draft.workflow.config.failFast = true;
        QVERIFY(!suggestStrategy(draft));
    }

    void largeTeamsAreLeftAlone()
    {
        TeamDraft draft = drawn(u"parallel"_s, u"a b<a"_s);
        for (int i = 0; i < 300; ++i) {
            WorkflowAgent member;
            member.agentId = AgentId(u"m%1"_s.arg(i));
            draft.workflow.agents.push_back(member);
        }
        QVERIFY(!suggestStrategy(draft));
    }
};

QTEST_GUILESS_MAIN(TestStrategySuggestion)
#include "tst_strategy_suggestion.moc"
