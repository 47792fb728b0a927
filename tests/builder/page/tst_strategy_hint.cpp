// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/wire_edits.h"
#include "tests/ui/page_test.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/strategy_hint.h"

#include <QSignalSpy>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

WorkflowAgent memberNamed(const QString &id)
{
    WorkflowAgent member;
    member.agentId = AgentId(id);
    member.name = id.toUpper();
    return member;
}

TeamDraft joined(TeamDraft draft, const QString &from, const QString &to)
{
    return withWire(std::move(draft), { WireEnd::Kind::Member, AgentId(from) },
        { WireEnd::Kind::Member, AgentId(to) });
}

/// Two that work side by side, and a third that nobody is joined to.
TeamDraft sideBySide()
{
    TeamDraft draft;
    draft.name = u"Team"_s;
    draft.workflow.type = WorkflowType::Parallel;
    for (const QString &id : { u"a"_s, u"b"_s, u"c"_s })
        draft = withMember(std::move(draft), memberNamed(id));
    return draft;
}

} // namespace

/// The strategy that fits what is drawn (feature TB-05).
class tst_StrategyHint : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_theme->install();
        m_document = std::make_unique<TeamDocument>(sideBySide());
        m_hint = std::make_unique<StrategyHint>(m_theme.get());
        m_hint->setDocument(m_document.get());
    }
    void cleanup()
    {
        m_hint.reset();
        m_document.reset();
    }

    void drawingAChainSuggestsAPipeline()
    {
        QVERIFY(!m_hint->isVisible());
        drawChain();
        QTRY_VERIFY(m_hint->isVisible());
        QVERIFY(offer()->text().contains(u"Pipeline"_s));
        QVERIFY(offer()->toolTip().contains(u"the result of the one before"_s));
        QSignalSpy accepted(m_hint.get(), &StrategyHint::accepted);
        QTest::mouseClick(offer(), Qt::LeftButton);
        QCOMPARE(accepted.count(), 1);
        const auto draft = accepted.first().first().value<TeamDraft>();
        QVERIFY(draft.workflow.type == WorkflowType::Pipeline);
        QVERIFY(!m_hint->isVisible());
    }

    void itGoesWhenTheShapeDoes()
    {
        drawChain();
        QTRY_VERIFY(m_hint->isVisible());
        m_document->history()->undo();
        QTRY_VERIFY(!m_hint->isVisible());
    }

    void aDismissedTeamIsLeftAlone()
    {
        drawChain();
        QTRY_VERIFY(m_hint->isVisible());
        QTest::mouseClick(m_hint->findChild<QToolButton *>(u"dismissStrategy"_s), Qt::LeftButton);
        QVERIFY(!m_hint->isVisible());
        // Another team is still told about, and this one is not when it comes back.
        TeamDocument other(m_document->draft());
        m_hint->setDocument(&other);
        QTRY_VERIFY(m_hint->isVisible());
        m_hint->setDocument(m_document.get());
        QVERIFY(!m_hint->isVisible());
        TeamDraft draft = m_document->draft();
        draft.name = u"Renamed"_s;
        m_document->edit(u"Rename"_s, draft);
        m_hint->setDocument(&other);
        QTRY_VERIFY(m_hint->isVisible());
        m_hint->setDocument(nullptr);
    }

    void everyReasonIsASentence()
    {
        using Reason = StrategySuggestion::Reason;
        for (const Reason reason : { Reason::Chain, Reason::Ordered, Reason::Independent,
                 Reason::Decision, Reason::NoConditions }) {
            const StrategySuggestion suggestion { WorkflowType::Parallel, reason, AgentId(u"a"_s),
                AgentId(u"b"_s), {} };
            const QString text = StrategyHint::reason(suggestion, m_document->workflow());
            QVERIFY(text.endsWith(u'.'));
            QVERIFY(!text.contains(u'%'));
        }
    }

    void aDocumentThatGoesIsForgotten()
    {
        drawChain();
        QTRY_VERIFY(m_hint->isVisible());
        m_document.reset();
        QSignalSpy accepted(m_hint.get(), &StrategyHint::accepted);
        QTest::mouseClick(offer(), Qt::LeftButton);
        QCOMPARE(accepted.count(), 0);
    }

private:
    void drawChain()
    {
        m_document->edit(
            u"Connect"_s, joined(joined(m_document->draft(), u"a"_s, u"b"_s), u"b"_s, u"c"_s));
    }
    [[nodiscard]] QToolButton *offer() const
    {
        return m_hint->findChild<QToolButton *>(u"acceptStrategy"_s);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TeamDocument> m_document;
    std::unique_ptr<StrategyHint> m_hint;
};

QTEST_MAIN(tst_StrategyHint)
#include "tst_strategy_hint.moc"
