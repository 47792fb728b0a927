// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_test.h"
#include "ui/builder/document/agent_catalog.h"

#include <QSignalSpy>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

class tst_AgentCatalog : public QObject {
    Q_OBJECT

private slots:
    void isReadWhenAsked();
    void keepsTheLastListWhenReadingFails();
    void sayWhichAgentsAreGone();
    void followsOwnAgentsOnceRead();
    void canGoWhileItReads();
};

namespace {

AgentInfo agent(const QString &id)
{
    AgentInfo info;
    info.id = AgentId(id);
    info.name = id.toUpper();
    return info;
}

} // namespace

void tst_AgentCatalog::isReadWhenAsked()
{
    FakeWorkspace workspace;
    workspace.agentList = { agent(u"a"_s) };
    AgentCatalog catalog(&workspace);
    QVERIFY(catalog.state() == AgentCatalog::State::Unread);
    catalog.reload();
    QVERIFY(catalog.state() == AgentCatalog::State::Loading);
    catalog.reload();
    QTRY_VERIFY(catalog.state() == AgentCatalog::State::Ready);
    QCOMPARE(workspace.calls(Call::Agents), 1);
    QVERIFY(catalog.find(AgentId(u"a"_s)));
    QCOMPARE(catalog.find(AgentId(u"a"_s))->name, u"A"_s);
    QVERIFY(!catalog.find(AgentId(u"b"_s)));
}

void tst_AgentCatalog::keepsTheLastListWhenReadingFails()
{
    FakeWorkspace workspace;
    workspace.agentList = { agent(u"a"_s) };
    AgentCatalog catalog(&workspace);
    catalog.reload();
    QTRY_VERIFY(catalog.state() == AgentCatalog::State::Ready);
    workspace.failNext(Call::Agents, failure("not_connected"));
    catalog.reload();
    QTRY_VERIFY(catalog.state() == AgentCatalog::State::Failed);
    QCOMPARE(catalog.error()->code, u"not_connected"_s);
    QVERIFY(catalog.find(AgentId(u"a"_s)));
    catalog.reload();
    QTRY_VERIFY(catalog.state() == AgentCatalog::State::Ready);
    QVERIFY(!catalog.error());
}

void tst_AgentCatalog::sayWhichAgentsAreGone()
{
    FakeWorkspace workspace;
    AgentCatalog catalog(&workspace);
    QVERIFY(!catalog.isMissing(AgentId(u"a"_s))); // nobody knows
    catalog.reload();
    QTRY_VERIFY(catalog.state() == AgentCatalog::State::Ready);
    QVERIFY(catalog.isMissing(AgentId(u"a"_s)));
}

void tst_AgentCatalog::followsOwnAgentsOnceRead()
{
    FakeWorkspace workspace;
    AgentCatalog catalog(&workspace);
    emit workspace.ownAgentsChanged();
    QCOMPARE(workspace.calls(Call::Agents), 0);
    catalog.reload();
    QTRY_VERIFY(catalog.state() == AgentCatalog::State::Ready);
    workspace.agentList = { agent(u"mine"_s) };
    emit workspace.ownAgentsChanged();
    QTRY_VERIFY(catalog.find(AgentId(u"mine"_s)));
}

void tst_AgentCatalog::canGoWhileItReads()
{
    FakeWorkspace workspace;
    workspace.hold(Call::Agents);
    {
        AgentCatalog catalog(&workspace);
        catalog.reload();
        QCoreApplication::processEvents();
    }
    workspace.release(Call::Agents);
    QCoreApplication::processEvents();
    QCOMPARE(workspace.calls(Call::Agents), 1);
}

QTEST_MAIN(tst_AgentCatalog)
#include "tst_agent_catalog.moc"
