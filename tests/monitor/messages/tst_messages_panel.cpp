// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/messages/message_script.h"
#include "ui/monitor/markdown_view.h"
#include "ui/monitor/messages/diagram_view.h"
#include "ui/monitor/messages/messages_panel.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class TestMessagesPanel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_script = std::make_unique<MessageScript>(QStringList { u"a"_s, u"b"_s, u"c"_s });
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_panel = std::make_unique<MessagesPanel>(m_theme.get());
        m_panel->resize(700, 500);
        m_panel->setSource(&m_script->flow);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_theme.reset();
        m_script.reset();
    }

    void saysWhenThereIsNothing()
    {
        QVERIFY(find<QLabel>(u"noMessages"_s)->isVisible());
        QVERIFY(!find<QPushButton>(u"clearMessageFilter"_s)->isVisible());
        talk();
        QVERIFY(!find<QLabel>(u"noMessages"_s)->isVisible());
        QVERIFY(diagram()->isVisible());
    }

    void messagesAreChosenByKeys()
    {
        talk();
        const QSignalSpy agent(m_panel.get(), &MessagesPanel::agentChosen);
        const QSignalSpy moment(m_panel.get(), &MessagesPanel::momentChosen);
        diagram()->setFocus();
        diagram()->setCurrentIndex(m_panel->model()->index(0, 0));
        QTest::keyClick(diagram(), Qt::Key_Down);
        QCOMPARE(agent.last().at(0).value<AgentId>(), AgentId(u"b"_s));
        QCOMPARE(
            find<QLabel>(u"messageTitle"_s)->text(), u"reply from B to A · 1.0 s later · unread"_s);
        QCOMPARE(find<MarkdownView>(u"messageText"_s)->toPlainText(), u"Abraciclo, p. 12"_s);
        QTest::keyClick(diagram(), Qt::Key_Return);
        QCOMPARE(moment.count(), 1);
        QCOMPARE(moment.at(0).at(0).toLongLong(), m_script->flow.messages().at(1).seq);
    }

    void linkedMessagesAreFound()
    {
        talk();
        auto *linked = find<QPushButton>(u"linkedMessage"_s);
        diagram()->setCurrentIndex(m_panel->model()->index(1, 0));
        QCOMPARE(linked->text(), u"Show the request"_s);
        linked->click();
        QCOMPARE(diagram()->currentIndex().row(), 0);
        QCOMPARE(linked->text(), u"Show the answer"_s);
        // Even when the filter hides it.
        find<QComboBox>(u"messageKindFilter"_s)->setCurrentIndex(2);
        QCOMPARE(m_panel->model()->rowCount(), 1);
        linked->click();
        QCOMPARE(m_panel->model()->rowCount(), 3);
        QCOMPARE(diagram()->currentIndex().row(), 1);
    }

    void filtersAndTheirWayBack()
    {
        talk();
        auto *agents = find<QComboBox>(u"messageAgentFilter"_s);
        QCOMPARE(agents->count(), 4);
        agents->setCurrentIndex(3);
        QCOMPARE(m_panel->model()->rowCount(), 1); // the broadcast
        find<QComboBox>(u"messageKindFilter"_s)->setCurrentIndex(4);
        QCOMPARE(m_panel->model()->rowCount(), 0);
        auto *all = find<QPushButton>(u"clearMessageFilter"_s);
        QVERIFY(all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(m_panel->model()->rowCount(), 3);
        find<QCheckBox>(u"openMessagesOnly"_s)->setChecked(true);
        QCOMPARE(m_panel->model()->rowCount(), 2);
    }

    void anotherExecutionForgetsTheFilter()
    {
        talk();
        find<QComboBox>(u"messageAgentFilter"_s)->setCurrentIndex(3);
        MessageScript other({ u"x"_s, u"y"_s });
        other.say(u"m"_s, u"x"_s, u"y"_s, u"hi"_s);
        m_panel->clear();
        QCOMPARE(find<QComboBox>(u"messageAgentFilter"_s)->currentIndex(), 0);
        m_panel->setSource(&other.flow);
        QCOMPARE(m_panel->model()->rowCount(), 1);
        QCOMPARE(find<QComboBox>(u"messageAgentFilter"_s)->count(), 3);
        m_panel->clear();
        QCOMPARE(m_panel->model()->rowCount(), 0);
    }

    void listAndDiagramShareTheSelection()
    {
        talk();
        diagram()->setCurrentIndex(m_panel->model()->index(2, 0));
        QTest::mouseClick(find<QToolButton>(u"messagesAsList"_s), Qt::LeftButton);
        auto *list = find<QTreeView>(u"messageList"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->currentIndex().row(), 2);
        QTest::mouseClick(find<QToolButton>(u"messagesAsDiagram"_s), Qt::LeftButton);
        QVERIFY(diagram()->isVisible());
        m_panel->selectAgent(AgentId(u"c"_s)); // it got the broadcast
        QCOMPARE(diagram()->currentIndex().row(), 2);
    }

    void rowsAreAccessible()
    {
        talk();
        QAccessibleInterface *all = QAccessible::queryAccessibleInterface(diagram());
        QVERIFY(all);
        QCOMPARE(all->child(0)->text(QAccessible::Name), u"request from A to B: source?"_s);
    }

    void thousandsScrollSmoothly()
    {
        for (int i = 0; i < 5000; ++i)
            m_script->say(QString::number(i), u"a"_s, u"c"_s, u"line %1"_s.arg(i));
        m_panel->refresh();
        QVERIFY(!m_panel->grab().isNull());
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 20; ++i) {
            diagram()->scrollTo(m_panel->model()->index(i * 200, 0));
            diagram()->viewport()->repaint();
        }
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    }

    void isDrawnInBothThemes()
    {
        talk();
        m_script->timeOut(u"t"_s, u"a"_s, u"none"_s).ask(u"q"_s, u"c"_s, u"a"_s, u"open?"_s);
        m_panel->refresh();
        for (const Theme::Mode mode : { Theme::Mode::Light, Theme::Mode::Dark }) {
            m_theme->setMode(mode);
            m_theme->install();
            diagram()->setCurrentIndex(m_panel->model()->index(0, 0));
            QTRY_VERIFY(find<MarkdownView>(u"messageText"_s)->height() < m_panel->height() / 2);
            const QImage drawn = m_panel->grab().toImage();
            const QPoint inside = diagram()->viewport()->mapTo(
                m_panel.get(), diagram()->viewport()->rect().bottomRight() - QPoint(2, 2));
            QCOMPARE(drawn.pixelColor(inside), m_theme->color(ColorToken::Panel));
        }
    }

private:
    void talk()
    {
        m_script->ask(u"m1"_s, u"a"_s, u"b"_s, u"source?"_s)
            .say(u"m2"_s, u"b"_s, u"a"_s, u"Abraciclo, p. 12"_s, MessageType::Response, u"m1"_s)
            .say(u"m3"_s, u"b"_s, {}, u"hello all"_s)
            .read(u"b"_s, { u"m1"_s });
        m_panel->refresh();
    }
    template<typename T>
    T *find(const QString &name)
    {
        return m_panel->findChild<T *>(name);
    }
    DiagramView *diagram() { return find<DiagramView>(u"messageDiagram"_s); }

    std::unique_ptr<MessageScript> m_script;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MessagesPanel> m_panel;
};

QTEST_MAIN(TestMessagesPanel)
#include "tst_messages_panel.moc"
