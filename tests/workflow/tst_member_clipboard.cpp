// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_clipboard.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

TeamDraft chain()
{
    return validDraft(
        "{'type':'sequential','agents':["
        "{'agent_id':'a','execution_order':1,'position':{'x':10,'y':20},'kept':[1]},"
        "{'agent_id':'b','execution_order':2,'input':{'source':'agent_result','agent_id':'a'}},"
        "{'agent_id':'c','execution_order':3,'input':{'source':'combined','sources':["
        "{'type':'agent_result','agent_id':'a'},{'type':'agent_result','agent_id':'b'}]},"
        "'feedback':{'to':'a','max_iterations':2}}]}");
}

QString sources(const TeamDraft &draft, const QString &id)
{
    QStringList list;
    for (const InputSource &source : draft.workflow.find(AgentId(id))->input->sources) {
        list += source.kind == InputSource::Kind::AgentResult ? source.agentId.toString()
                                                              : u"prompt"_s;
    }
    return list.join(u'+');
}

std::vector<WorkflowAgent> copied(const TeamDraft &draft, const QSet<AgentId> &ids)
{
    const auto members = readCopiedMembers(copiedMembers(draft.workflow, ids));
    return members ? *members : std::vector<WorkflowAgent>();
}

} // namespace

class TestMemberClipboard : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everythingSurvives();
    void refusesWhatIsNoMembers_data();
    void refusesWhatIsNoMembers();
    void pastesIntoTheSameTeam();
    void pastesIntoAnotherTeam();
    void pastesTwice();
    void membersThatAreNoAgentsNeedNone();
};

void TestMemberClipboard::everythingSurvives()
{
    const TeamDraft draft = chain();
    const auto members = copied(draft, { AgentId(u"a"_s), AgentId(u"b"_s), AgentId(u"c"_s) });
    QVERIFY(members == draft.workflow.agents);
}

void TestMemberClipboard::refusesWhatIsNoMembers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("prose") << QByteArray("Buy milk.");
    QTest::newRow("binary") << QByteArray("\0\xff\x1f", 3);
    QTest::newRow("other JSON") << QByteArray("[1,2,3]");
    QTest::newRow("a whole team") << QByteArray("{\"agents\":[{\"agent_id\":\"a\"}]}");
    QTest::newRow("no members") << QByteArray("{\"renum_members\":1,\"agents\":[]}");
    QTest::newRow("a newer format")
        << QByteArray("{\"renum_members\":2,\"agents\":[{\"agent_id\":\"a\"}]}");
    QTest::newRow("members that are none")
        << QByteArray("{\"renum_members\":1,\"agents\":[1,{\"agent_id\":\"a\"}]}");
    QTest::newRow("deep") << QByteArray(1000, '[');
}

void TestMemberClipboard::refusesWhatIsNoMembers()
{
    QFETCH(const QByteArray, text);
    const auto members = readCopiedMembers(text);
    QVERIFY(!members);
    QVERIFY(members.error().message.startsWith(u"The clipboard holds no members"_s));
}

void TestMemberClipboard::pastesIntoTheSameTeam()
{
    const TeamDraft draft = chain();
    const MemberPaste paste
        = withPasted(draft, copied(draft, { AgentId(u"a"_s), AgentId(u"c"_s) }), { 5, 5 });
    QCOMPARE(paste.members, (std::vector { AgentId(u"a-2"_s), AgentId(u"c-2"_s) }));
    QCOMPARE(paste.needAgents, paste.members);
    // Joined among themselves as before; what came from a third comes from it still.
    QCOMPARE(sources(paste.draft, u"c-2"_s), u"a-2+b"_s);
    QCOMPARE(paste.draft.workflow.find(AgentId(u"c-2"_s))->feedback->to, AgentId(u"a-2"_s));
    const auto &position = paste.draft.workflow.find(AgentId(u"a-2"_s))->position;
    QCOMPARE(position->x, 15);
    QCOMPARE(position->y, 25);
    QCOMPARE(sources(paste.draft, u"c"_s), u"a+b"_s);
    QVERIFY(validateTeam(paste.draft).valid());
}

void TestMemberClipboard::pastesIntoAnotherTeam()
{
    const TeamDraft other
        = validDraft("{'type':'parallel','agents':[{'agent_id':'x'},{'agent_id':'a'}]}");
    const MemberPaste paste
        = withPasted(other, copied(chain(), { AgentId(u"b"_s), AgentId(u"c"_s) }), {});
    QCOMPARE(paste.members, (std::vector { AgentId(u"b"_s), AgentId(u"c"_s) }));
    QVERIFY(paste.needAgents.empty());
    QCOMPARE(sources(paste.draft, u"c"_s), u"a+b"_s);
    const MemberPaste alone
        = withPasted(validDraft("{'type':'parallel','agents':[{'agent_id':'x'}]}"),
            copied(chain(), { AgentId(u"b"_s), AgentId(u"c"_s) }), {});
    QCOMPARE(sources(alone.draft, u"b"_s), u"prompt"_s);
    QCOMPARE(sources(alone.draft, u"c"_s), u"b"_s);
    QVERIFY(!alone.draft.workflow.find(AgentId(u"c"_s))->feedback);
    QVERIFY(validateTeam(alone.draft).valid());
}

void TestMemberClipboard::pastesTwice()
{
    const auto members = copied(chain(), { AgentId(u"a"_s) });
    const MemberPaste once = withPasted(chain(), members, {});
    const MemberPaste twice = withPasted(once.draft, members, {});
    QCOMPARE(twice.members, std::vector { AgentId(u"a-3"_s) });
}

void TestMemberClipboard::membersThatAreNoAgentsNeedNone()
{
    TeamDraft draft = chain();
    draft.workflow.agents.front().kind = MemberKind::Approval;
    const MemberPaste paste = withPasted(draft, copied(draft, { AgentId(u"a"_s) }), {});
    QCOMPARE(paste.members.size(), std::size_t(1));
    QVERIFY(paste.needAgents.empty());
}

QTEST_APPLESS_MAIN(TestMemberClipboard)
#include "tst_member_clipboard.moc"
