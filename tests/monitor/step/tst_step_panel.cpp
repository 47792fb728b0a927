// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/event_script.h"
#include "ui/monitor/context/text_difference_view.h"
#include "ui/monitor/markdown_view.h"
#include "ui/monitor/replay/monitor_state.h"
#include "ui/monitor/step/context_changes_view.h"
#include "ui/monitor/step/document_view.h"
#include "ui/monitor/step/input_text.h"
#include "ui/monitor/step/safe_text.h"
#include "ui/monitor/step/step_inspector.h"
#include "ui/monitor/step/usage_view.h"
#include "ui/text/money_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const AgentId Researcher(u"slot:researcher"_s);

ExecutionEvent contextChange(
    qint64 seq, const QString &key, const Json &before, const Json &after, bool deleted = false)
{
    ExecutionEvent event;
    event.seq = seq;
    event.type = u"context_change"_s;
    event.data = { { "key", key.toStdString() }, { "value", after }, { "previous_value", before },
        { "version", seq }, { "changed_by", "slot:researcher" }, { "scope", "context_object" },
        { "deleted", deleted } };
    return event;
}

QString cell(const QTreeWidget *tree, int row, int column)
{
    return tree->topLevelItem(row)->text(column);
}

} // namespace

/// One step in full: input, output, context, cost, and texts that mean no good.
class TestStepPanel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    }

    void terminalCodes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        const QString escape(QChar(0x1B));
        QTest::newRow("none") << u"a\tb\nc"_s << u"a\tb\nc"_s;
        QTest::newRow("colour") << escape + u"[1;31mred"_s + escape + u"[0m"_s << u"red"_s;
        QTest::newRow("title") << escape + u"]0;title"_s + QChar(0x07) + u"x"_s << u"x"_s;
        QTest::newRow("link") << escape + u"]8;;http://a"_s + escape + u"\\x"_s << u"x"_s;
        QTest::newRow("open code") << u"x"_s + escape + u"[12"_s << u"x"_s;
        QTest::newRow("open title") << u"x"_s + escape + u"]0;t"_s << u"x"_s;
        QTest::newRow("last") << u"x"_s + escape << u"x"_s;
        QTest::newRow("two characters") << escape + u"cx"_s << u"x"_s;
        QTest::newRow("bell and carriage return") << u"a\ab\rc"_s << u"abc"_s;
    }

    void terminalCodes()
    {
        QFETCH(QString, text);
        QFETCH(QString, clean);
        QCOMPARE(withoutTerminalCodes(text), clean);
        const QString visible = withVisibleControls(text);
        QCOMPARE(visible.size(), text.size());
        for (const QChar c : visible)
            QVERIFY(c >= u' ' || c == u'\n' || c == u'\t');
    }

    void rawHidesNothing()
    {
        DocumentView view(m_theme.get());
        const QString text = QChar(0x1B) + u"[31m**red**"_s;
        view.setDocument(text, DocumentView::Kind::Markdown, u"x.md"_s);
        QCOMPARE(view.view()->toPlainText(), u"red"_s);
        const QList<QToolButton *> buttons = view.findChildren<QToolButton *>();
        buttons.at(0)->click();
        QCOMPARE(view.view()->toPlainText(), QChar(0x241B) + u"[31m**red**"_s);
        buttons.at(1)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), text); // itself, not what is shown of it
    }

    void hostileTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("raw");
        const QString line(5'000'000, u'x');
        QString words;
        for (int i = 0; i < 700'000; ++i)
            words += u"word%1 "_s.arg(i % 10);
        QTest::newRow("5 MB without a break, rendered") << line << false;
        QTest::newRow("5 MB of words in a line, rendered") << words << false;
        QTest::newRow("5 MB of words in a line, raw") << words << true;
        QTest::newRow("html") << u"<script>alert(1)</script><img src=http://a/b.png>"_s << false;
        QTest::newRow("remote image") << u"![x](http://localhost:1/x.png)"_s << false;
        QTest::newRow("right to left") << QString(QChar(0x202E)) + u"abc שלום"_s << false;
    }

    /// Never more than a frame or two at once, and an end to it.
    void hostileTexts()
    {
        QFETCH(QString, text);
        QFETCH(bool, raw);
        DocumentView view(m_theme.get());
        view.resize(600, 400);
        view.show();
        QElapsedTimer clock;
        clock.start();
        view.setDocument(
            text, raw ? DocumentView::Kind::Plain : DocumentView::Kind::Markdown, u"x"_s);
        const qint64 first = clock.elapsed();
        QTRY_VERIFY_WITH_TIMEOUT(view.view()->isSettled(), 60'000);
        qInfo("shown after %lld ms, all of it after %lld ms", static_cast<long long>(first),
            static_cast<long long>(clock.elapsed()));
        QVERIFY(!view.view()->toPlainText().isEmpty());
        QCOMPARE(view.text(), text);
        QVERIFY(first < 1000);
    }

    void longTextsAreReadFromTheirBeginning()
    {
        DocumentView view(m_theme.get());
        view.resize(400, 300);
        view.setDocument(u"A line.\n\n"_s.repeated(400), DocumentView::Kind::Markdown, u"x"_s);
        view.show(); // only now
        QTRY_VERIFY(view.view()->isSettled());
        QTRY_VERIFY(view.view()->verticalScrollBar()->maximum() > 0);
        QCOMPARE(view.view()->verticalScrollBar()->value(), 0);
    }

    void whereTheInputCameFrom()
    {
        AttemptRecord attempt;
        const AgentNames names { { AgentId(u"a"_s), u"Ann"_s }, { AgentId(u"b"_s), u"Bob"_s } };
        QCOMPARE(inputText(attempt, names), QString());
        attempt.source = u"initial_prompt"_s;
        QCOMPARE(inputText(attempt, names), u"The prompt of the run, as it was asked."_s);
        attempt.source = u"combined"_s;
        attempt.inputs = { AgentId(u"a"_s), AgentId(u"b"_s), AgentId(u"c"_s) };
        attempt.contextVersion = 7;
        QCOMPARE(inputText(attempt, names),
            u"Put together from the results of Ann, Bob, c. It saw version 7 of what the team "
            "shares."_s);
        attempt.source = u"of a newer version"_s;
        QVERIFY(inputText(attempt, names).startsWith(u"From the results of Ann"_s));
    }

    void whatTheAgentChanged()
    {
        StepContext changes;
        changes.apply(contextChange(1, u"growth"_s, nullptr, 0.23));
        changes.apply(contextChange(2, u"sources"_s, Json::array({ 1 }), Json::array({ 1, 2 })));
        changes.apply(contextChange(3, u"growth"_s, 0.23, nullptr, true));
        changes.apply(contextChange(4, u"big"_s, nullptr, std::string(300'000, 'x')));
        changes.apply(contextChange(5, u"list"_s, nullptr, Json(std::vector<int>(20'000, 7))));
        ExecutionEvent other;
        other.type = u"team_message"_s;
        changes.apply(other);
        const QList<ContextTouch> touches = changes.of(Researcher);
        QCOMPARE(touches.size(), 5);
        QCOMPARE(touches.at(0).before, QString());
        QCOMPARE(touches.at(0).after, u"0.23"_s);
        QVERIFY(touches.at(1).before.contains(u'1'));
        QCOMPARE(touches.at(2).after, QString());
        QCOMPARE(touches.at(3).after.size(), StepContext::MostText);
        QCOMPARE(touches.at(4).after, u"[ … ]"_s);

        ContextChangesView view(m_theme.get());
        const auto *tree = view.findChild<QTreeWidget *>();
        QVERIFY(view.findChild<QLabel *>()->isVisibleTo(&view));
        view.setTouches(touches);
        QVERIFY(!view.findChild<QLabel *>()->isVisibleTo(&view));
        QCOMPARE(tree->topLevelItemCount(), 5);
        QCOMPARE(cell(tree, 0, 1), u"(none)"_s);
        QCOMPARE(cell(tree, 2, 2), u"(deleted)"_s);
        // What is not the same in the chosen one; what comes later does not take the choice away.
        const auto *words = view.findChild<TextDifferenceView *>();
        QCOMPARE(words->toPlainText(), u"0.23"_s);
        view.findChild<QTreeWidget *>()->setCurrentItem(tree->topLevelItem(1));
        const QString second = words->toPlainText();
        QVERIFY(second.contains(u'1'));
        view.setTouches(touches + QList<ContextTouch>(1, touches.first()));
        QCOMPARE(tree->topLevelItemCount(), 6);
        QCOMPARE(tree->indexOfTopLevelItem(tree->currentItem()), 1);
        QCOMPARE(words->toPlainText(), second);
        for (int i = 0; i < 2 * StepContext::MostTouches; ++i)
            changes.apply(contextChange(i, u"k"_s, i, i + 1));
        QCOMPARE(changes.of(Researcher).size(), StepContext::MostTouches);
    }

    void whatItTook()
    {
        Usage usage;
        usage.modelName = u"gpt"_s;
        usage.tokensInput = 1200;
        usage.requestCount = 3;
        usage.otherTokens = { { u"audio"_s, 5 } };
        const auto value = [&usage](const QString &what) {
            for (const QStringList &row : usageRows(usage)) {
                if (row.first() == what)
                    return row.last();
            }
            return QString();
        };
        QCOMPARE(value(u"Tokens read"_s), u"1,200"_s);
        QCOMPARE(value(u"Tokens written"_s), u"not known"_s); // not zero
        QCOMPARE(value(u"Tokens “audio”"_s), u"5"_s);
        QCOMPARE(value(u"Cost"_s), u"not known"_s);
        usage.cost = Cost::ofCall(CostBasis::Unpriced, 0);
        QCOMPARE(value(u"Cost"_s), u"not known: the model has no price"_s);
        usage.cost.add(Cost::ofCall(CostBasis::Computed, 31'200'000));
        QVERIFY(value(u"Cost"_s).startsWith(u"≈ "_s));
        QCOMPARE(value(u"Cost"_s), format::money(usage.cost));
        QVERIFY(value(u"Where the amounts come from"_s).contains(u"1 from the price table"_s));
        usage.estimated = true;
        QCOMPARE(value(u"Tokens read"_s), u"≈ 1,200"_s);
    }

    void whoseResultItIsWhenNobodyWasCalled()
    {
        EventScript script(u"e"_s, u"Team"_s, shippedWorkflow(u"market-analysis"_s), {});
        script.begin(u"p"_s);
        MonitorState state;
        const ExecutionEvents events = script.take();
        for (const ExecutionEvent &event : events)
            state.apply(event);
        StepInspector panel(m_theme.get());
        panel.show();
        panel.showAgent(Researcher);
        const auto *note = panel.findChild<QLabel *>(u"stepNote"_s);
        const auto noteAfter = [&](const char *type, const Json &data) {
            ExecutionEvent event = events.last();
            event.seq = state.seq() + 1;
            event.type = u"step_update"_s;
            event.eventType = QString::fromLatin1(type);
            event.agentId = Researcher;
            event.data = data;
            event.data["step_id"] = Researcher.toString().toStdString();
            state.apply(event);
            const MonitorState moment = state;
            panel.setSource(&moment, {});
            const QString text = note->isVisible() ? note->text() : QString();
            panel.clear();
            panel.showAgent({});
            panel.showAgent(Researcher);
            return text;
        };
        QVERIFY(noteAfter("step_reused", { { "kept", true } }).contains(u"was kept"_s));
        QVERIFY(noteAfter("step_reused", { { "from_execution", "e-0" } }).contains(u"goes on"_s));
        QCOMPARE(noteAfter("step_started", { { "attempt", 1 } }), QString());
    }

    void allTabsOfAStep()
    {
        EventScript script(u"e"_s, u"Team"_s, shippedWorkflow(u"market-analysis"_s), {});
        script.begin(u"p"_s).start(u"researcher"_s).write(u"researcher"_s, u"Words"_s);
        script.complete(u"researcher"_s, u"All **words**."_s);
        MonitorState state;
        const ExecutionEvents events = script.take();
        for (const ExecutionEvent &event : events)
            state.apply(event);
        state.apply(contextChange(events.size() + 1, u"k"_s, 1, 2));
        StepInspector panel(m_theme.get());
        panel.show();
        panel.setSource(&state, {});
        panel.showAgent(Researcher);
        auto *tabs = panel.findChild<QTabWidget *>();
        QCOMPARE(tabs->tabText(StepInspector::ContextTab), u"Context ±1"_s);
        for (int tab = 0; tab < tabs->count(); ++tab)
            tabs->setCurrentIndex(tab);
        QCOMPARE(tabs->widget(StepInspector::ContextTab)
                     ->findChild<QTreeWidget *>()
                     ->topLevelItemCount(),
            1);
        const auto *usage = qobject_cast<QTreeWidget *>(tabs->widget(StepInspector::UsageTab));
        QVERIFY(usage->topLevelItemCount() > 3);
        QVERIFY(tabs->widget(StepInspector::InputTab)
                    ->findChild<MarkdownView *>()
                    ->toPlainText()
                    .contains(u"# Not a heading"_s)); // exactly as sent
        QEvent change(QEvent::LanguageChange);
        for (QWidget *widget : panel.findChildren<QWidget *>())
            QApplication::sendEvent(widget, &change);
        QApplication::sendEvent(&panel, &change);
        QCOMPARE(tabs->tabText(StepInspector::OutputTab), u"Output"_s);

        // At an instant before it was planned there is nothing to say.
        const MonitorState before;
        panel.setSource(&before, {});
        QCOMPARE(tabs->tabText(StepInspector::ContextTab), u"Context"_s);
        QVERIFY(tabs->widget(StepInspector::OutputTab)
                    ->findChild<MarkdownView *>()
                    ->toPlainText()
                    .isEmpty());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestStepPanel)
#include "tst_step_panel.moc"
