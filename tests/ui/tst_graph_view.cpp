// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/event_script.h"
#include "ui/graph/node_item.h"
#include "ui/graph/team_graph_view.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Start { std::chrono::seconds(1'767'261'600) };
const AgentId Researcher(u"slot:researcher"_s);
const AgentId Analyst(u"slot:analyst"_s);

/// Colours of the image within the rectangle.
QSet<QRgb> colorsIn(const QImage &image, const QRect &rect)
{
    QSet<QRgb> colors;
    const QRect inside = rect.intersected(image.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            colors.insert(image.pixel(x, y));
    }
    return colors;
}

bool holds(const QSet<QRgb> &colors, const QColor &color)
{
    return colors.contains(color.rgb());
}

} // namespace

class TestGraphView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        // The offscreen platform says of every window that it has no size hints.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_view = std::make_unique<TeamGraphView>(m_theme.get());
        m_view->resize(1200, 400);
        m_view->setDefinition(shippedWorkflow(u"market-analysis"_s));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup()
    {
        m_view.reset();
        m_theme.reset();
    }

    void everythingIsInView()
    {
        for (std::size_t i = 0; i < m_view->graph().nodes.size(); ++i)
            QVERIFY(m_view->viewport()->rect().contains(m_view->nodeRect(static_cast<int>(i))));
        QVERIFY(m_view->zoom() <= 1);
    }

    void arrowsFollowTheFlow()
    {
        const QSignalSpy selected(m_view.get(), &TeamGraphView::agentSelected);
        const QSignalSpy activated(m_view.get(), &TeamGraphView::agentActivated);
        QTest::keyClick(m_view.get(), Qt::Key_Right); // from nothing: the prompt
        QCOMPARE(m_view->selectedNode(), 0);
        QVERIFY(selected.isEmpty());
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->selectedAgent(), Researcher);
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_view->selectedAgent(), Analyst);
        QCOMPARE(selected.count(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).value<AgentId>(), Analyst);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->selectedNode(), 4);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->selectedNode(), 0);
    }

    void tabWalksThroughAndLeaves()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *before = new QLineEdit(&window);
        auto *view = new TeamGraphView(m_theme.get(), &window);
        auto *after = new QLineEdit(&window);
        for (QWidget *widget : std::initializer_list<QWidget *> { before, view, after })
            column->addWidget(widget);
        view->setDefinition(shippedWorkflow(u"market-analysis"_s));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        before->setFocus();
        QTest::keyClick(before, Qt::Key_Tab);
        QVERIFY(view->hasFocus());
        QCOMPARE(view->selectedNode(), 0);
        for (int node = 1; node < 5; ++node) {
            QTest::keyClick(view, Qt::Key_Tab);
            QCOMPARE(view->selectedNode(), node);
        }
        QTest::keyClick(view, Qt::Key_Tab);
        QVERIFY(after->hasFocus());
        QTest::keyClick(after, Qt::Key_Backtab);
        QVERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Backtab);
        QCOMPARE(view->selectedNode(), 3);
    }

    void keysZoom()
    {
        const double fitted = m_view->zoom();
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY(m_view->zoom() > fitted);
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QVERIFY(m_view->zoom() < fitted);
        QTest::keyClick(m_view.get(), Qt::Key_0);
        QCOMPARE(m_view->zoom(), 1.0);
        QTest::keyClick(m_view.get(), Qt::Key_F);
        QCOMPARE(m_view->zoom(), fitted);
        for (int i = 0; i < 100; ++i)
            m_view->zoomBy(2);
        QVERIFY(m_view->zoom() <= 3);
    }

    void buttonsZoom()
    {
        const double fitted = m_view->zoom();
        const auto buttons = m_view->findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 4);
        for (const QToolButton *button : buttons)
            QVERIFY(!button->toolTip().isEmpty() && !button->accessibleName().isEmpty());
        QTest::mouseClick(buttons.at(0), Qt::LeftButton);
        QVERIFY(m_view->zoom() < fitted);
        QTest::mouseClick(buttons.at(1), Qt::LeftButton);
        QCOMPARE(buttons.at(1)->text(), u"100 %"_s);
        QTest::mouseClick(buttons.at(3), Qt::LeftButton);
        QCOMPARE(m_view->zoom(), fitted);
    }

    void wheelAndMiddleButton()
    {
        const QPoint centre = m_view->viewport()->rect().center();
        const QRect before = m_view->nodeRect(1);
        QTest::mousePress(m_view->viewport(), Qt::MiddleButton, {}, centre);
        QTest::mouseMove(m_view->viewport(), centre + QPoint(60, 30));
        QTest::mouseRelease(m_view->viewport(), Qt::MiddleButton, {}, centre + QPoint(60, 30));
        QCOMPARE(m_view->nodeRect(1).left(), before.left() + 60);

        const double zoom = m_view->zoom();
        QWheelEvent in(centre, m_view->viewport()->mapToGlobal(centre), {}, { 0, 120 },
            Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view->viewport(), &in);
        QVERIFY(m_view->zoom() > zoom);
        const int top = m_view->nodeRect(1).top();
        QWheelEvent scroll(centre, m_view->viewport()->mapToGlobal(centre), {}, { 0, 120 },
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view->viewport(), &scroll);
        QCOMPARE(m_view->nodeRect(1).top(), top + 60);
    }

    void spaceDragPans()
    {
        const QPoint centre = m_view->nodeRect(2).center();
        const int left = m_view->nodeRect(1).left();
        QTest::keyPress(m_view.get(), Qt::Key_Space);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, centre);
        QTest::mouseMove(m_view->viewport(), centre + QPoint(-40, 0));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, centre + QPoint(-40, 0));
        QTest::keyRelease(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_view->nodeRect(1).left(), left - 40);
        QCOMPARE(m_view->selectedNode(), -1);
    }

    void clickSelects()
    {
        const QSignalSpy selected(m_view.get(), &TeamGraphView::agentSelected);
        const QSignalSpy activated(m_view.get(), &TeamGraphView::agentActivated);
        const QPoint at = m_view->nodeRect(2).center();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(m_view->selectedAgent(), Analyst);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(activated.count(), 1);
        m_view->selectAgent(Researcher);
        QCOMPARE(m_view->selectedAgent(), Researcher);
        QCOMPARE(selected.count(), 1); // shown, not chosen
    }

    void threeLevelsOfDetail()
    {
        EventScript script(u"e"_s, u"T"_s, shippedWorkflow(u"market-analysis"_s), Start);
        script.begin(u"p"_s).start(u"researcher"_s).complete(u"researcher"_s, u"x"_s);
        m_view->setExecution(script.execution());
        const QColor series = m_theme->seriesColor(0);
        const QColor panel = m_theme->color(ColorToken::Panel);
        const QColor ok = m_theme->color(ColorToken::Ok);

        // Right of the middle, below the title: white on a full card, filled when far away.
        const auto inside = [this](const QImage &image) {
            const QRect card = m_view->nodeRect(1);
            return image.pixelColor(card.right() - 5, card.top() + card.height() * 2 / 3).rgb();
        };
        m_view->fitGraph();
        QImage image = m_view->viewport()->grab().toImage();
        QRect card = m_view->nodeRect(1);
        QVERIFY(holds(colorsIn(image, QRect(card.left(), card.center().y() + 12, 6, 4)), series));
        QCOMPARE(inside(image), panel.rgb());

        m_view->zoomBy(0.3 / m_view->zoom());
        image = m_view->viewport()->grab().toImage();
        QCOMPARE(inside(image), series.rgb());

        m_view->zoomBy(0.1 / m_view->zoom());
        image = m_view->viewport()->grab().toImage();
        card = m_view->nodeRect(1);
        QVERIFY(holds(colorsIn(image, card), ok));
        QVERIFY(!holds(colorsIn(image, card), series));
    }

    void statesArePainted()
    {
        EventScript script(u"e"_s, u"T"_s, shippedWorkflow(u"market-analysis"_s), Start);
        script.begin(u"p"_s).start(u"researcher"_s).fail(u"researcher"_s, timeoutError());
        script.skip(u"analyst"_s, SkipReason::UpstreamFailed);
        m_view->setExecution(script.execution());
        const QImage image = m_view->viewport()->grab().toImage();
        const QColor err = m_theme->color(ColorToken::ErrBackground);
        QVERIFY(holds(colorsIn(image, m_view->nodeRect(1)), err));
        QVERIFY(!holds(colorsIn(image, m_view->nodeRect(2)), err));
    }

    void themeChangesWhileShown()
    {
        m_theme->setMode(Theme::Mode::Dark);
        const QImage image = m_view->viewport()->grab().toImage();
        QCOMPARE(
            image.pixelColor(image.width() / 2, 2).rgb(), m_theme->color(ColorToken::Canvas).rgb());
    }

    void previewTakesNoFocus()
    {
        m_view->setPreviewMode(true);
        QCOMPARE(m_view->focusPolicy(), Qt::NoFocus);
        QVERIFY(m_view->testAttribute(Qt::WA_TransparentForMouseEvents));
        m_view->resize(200, 60);
        QVERIFY(m_view->viewport()->rect().contains(m_view->nodeRect(1)));
        for (const QToolButton *button : m_view->findChildren<QToolButton *>())
            QVERIFY(!button->isVisible());
    }

    void accessibleNodes()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 5);
        QAccessibleInterface *node = list->child(1);
        QVERIFY(node->text(QAccessible::Name).startsWith(u"Agent Researcher"_s));
        QCOMPARE(node->role(), QAccessible::ListItem);
        QCOMPARE(list->indexOfChild(node), 1);
        QVERIFY(node->rect().isValid());
        const QPoint centre = node->rect().center();
        QCOMPARE(list->childAt(centre.x(), centre.y()), node);
        m_view->selectNode(1);
        QVERIFY(node->state().selected);
        QCOMPARE(list->focusChild(), node);
        QVERIFY(!list->child(9));
        QCOMPARE(list->indexOfChild(list), -1);
        m_view->setDefinition({});
        QVERIFY(!node->isValid() || list->childCount() == 2);
    }

    void accessiblePortsAndWires()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QAccessibleInterface *node = list->child(1);
        QCOMPARE(node->childCount(), 2);
        QCOMPARE(list->child(0)->childCount(), 1); // the prompt has no input
        QAccessibleInterface *in = node->child(0);
        QAccessibleInterface *out = node->child(1);
        QCOMPARE(in->text(QAccessible::Name), u"Input of Researcher, 1 wire(s)"_s);
        QCOMPARE(out->text(QAccessible::Name), u"Output of Researcher, 2 wire(s)"_s);
        QCOMPARE(node->indexOfChild(out), 1);
        QCOMPARE(out->parent(), node);
        QCOMPARE(in->childCount(), 0); // a wire is told where it begins
        QCOMPARE(out->childCount(), 2);
        QAccessibleInterface *wire = out->child(0);
        QCOMPARE(wire->text(QAccessible::Name), u"Wire from Researcher to Analyst"_s);
        QVERIFY(wire->rect().isValid() && out->rect().width() >= 24);
        QCOMPARE(out->indexOfChild(wire), 0);
        QCOMPARE(wire->parent(), out);
        const QPoint port = out->rect().center();
        QCOMPARE(node->childAt(port.x(), port.y()), out);
        QVERIFY(!out->child(7) && !node->child(2) && !wire->child(0));

        QAccessibleActionInterface *action = node->actionInterface();
        QVERIFY(action && action->actionNames().size() == 2);
        const QSignalSpy activated(m_view.get(), &TeamGraphView::agentActivated);
        action->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(m_view->selectedNode(), 1);
        QVERIFY(activated.isEmpty());
        action->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.count(), 1);
        m_view->setDefinition({});
        QVERIFY(!wire->isValid() && wire->text(QAccessible::Name).isEmpty());
    }

    void pictures_data()
    {
        QTest::addColumn<QString>("templateId");
        QTest::addColumn<bool>("placed");
        QTest::addColumn<bool>("dark");
        QTest::newRow("sequential") << u"market-analysis"_s << false << false;
        QTest::newRow("conditional") << u"customer-service"_s << false << true;
        QTest::newRow("conditional, placed") << u"customer-service"_s << true << false;
        QTest::newRow("feedback") << u"software-dev"_s << true << false;
    }

    /// Every shape as a picture; kept where RENUM_PICTURES says.
    void pictures()
    {
        QFETCH(QString, templateId);
        QFETCH(bool, placed);
        QFETCH(bool, dark);
        m_theme->setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const WorkflowDefinition workflow = shippedWorkflow(templateId);
        m_view->setDefinition(placed ? workflow : withoutPositions(workflow));
        m_view->selectNode(2);
        const QImage image = m_view->grab().toImage();
        for (std::size_t i = 0; i < m_view->graph().nodes.size(); ++i)
            QVERIFY(colorsIn(image, m_view->nodeRect(static_cast<int>(i))).size() > 2);
        const QString folder = qEnvironmentVariable("RENUM_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(image.save(u"%1/graph-%2.png"_s.arg(
                folder, QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-'))));
    }

    void emptyDefinition()
    {
        m_view->setDefinition({});
        QCOMPARE(m_view->graph().nodes.size(), 2U);
        QVERIFY(!m_view->grab().toImage().isNull());
        m_view->setExecution(Execution()); // no plan yet: nothing changes
        QCOMPARE(m_view->graph().nodes.size(), 2U);
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TeamGraphView> m_view;
};

QTEST_MAIN(TestGraphView)
#include "tst_graph_view.moc"
