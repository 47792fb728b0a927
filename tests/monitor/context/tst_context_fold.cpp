// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/context/context_script.h"
#include "ui/monitor/context/context_panel_text.h"
#include "ui/monitor/context/context_tree_model.h"
#include "ui/monitor/context/json_text.h"
#include "ui/monitor/context/typed_value.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

using Scope = ContextChange::Scope;

ContextKey memory(const QString &key)
{
    return { Scope::SharedMemory, key };
}

} // namespace

class TestContextFold : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void beginsAsTheEngineBegins()
    {
        const ContextScript script({ u"a"_s });
        QCOMPARE(script.context.version(), 1);
        QVERIFY(script.context.values().contains(memory(u"known"_s)));
        QVERIFY(script.context.values().size() > 1); // the seeds
        QCOMPARE(versionText(script.context, 1), u"Version 1 · what it began with"_s);
    }

    void followsChanges()
    {
        ContextScript script({ u"a"_s });
        script.set(u"rate"_s, 0.23, u"a"_s).set(u"rate"_s, 0.25, u"person"_s);
        script.set(u"rate"_s, nullptr, u"system"_s);
        QVERIFY(!script.context.values().contains(memory(u"rate"_s)));
        QCOMPARE(*script.context.valuesAt(2)[memory(u"rate"_s)].value, Json(0.23));
        QCOMPARE(*script.context.valuesAt(3)[memory(u"rate"_s)].value, Json(0.25));
        const QList<ContextEntry> history = script.context.historyOf(memory(u"rate"_s));
        QCOMPARE(history.size(), 3);
        QCOMPARE(entryText(script.context, history.at(0)), u"Version 2 · A: 0.23"_s);
        QCOMPARE(entryText(script.context, history.at(1)), u"Version 3 · person: 0.25"_s);
        QCOMPARE(entryText(script.context, history.at(2)), u"Version 4 · Renum: deleted"_s);
        QCOMPARE(versionText(script.context, 3), u"Version 3 · person · 00:02"_s);
        QVERIFY(!script.context.maker(9));
    }

    void versionsAreCompared()
    {
        ContextScript script({ u"a"_s });
        script.set(u"rate"_s, 0.23, u"a"_s).set(u"rate"_s, 0.25, u"a"_s);
        script.set(u"new"_s, true, u"a"_s).set(u"known"_s, nullptr, u"a"_s);
        const ContextValues before = script.context.valuesAt(2);
        const ContextValues after = script.context.values();
        const JsonDifference difference = contextDifference(before, after);
        QCOMPARE(countOf(difference), (JsonDifferenceCount { 1, 1, 1 }));
        const JsonDifference named = namedDifference(difference);
        QCOMPARE(named.children.back().key, u"Memory: rate"_s);
        QVERIFY(contextDifference(after, after).kind == JsonDifference::Kind::Same);
    }

    void conflictsAndRestoresAreTold()
    {
        ContextScript script({ u"a"_s, u"b"_s, u"c"_s });
        ContextChange change;
        change.key = u"verdict"_s;
        change.value = "yes";
        change.changedBy = u"a"_s;
        change.version = 2;
        change.conflicts
            = { { u"verdict"_s, AgentId(u"a"_s), { AgentId(u"b"_s), AgentId(u"c"_s) } } };
        script.change(change);
        const ContextEntry entry = script.context.values()[{ Scope::ContextObject, u"verdict"_s }];
        QCOMPARE(conflictText(script.context, entry),
            u"“verdict” was also written by B, C; the value of A was kept."_s);
        change.version = 3;
        change.conflicts.clear();
        change.restoredFrom = 1;
        change.changedBy = u"me"_s;
        script.change(change);
        QCOMPARE(versionText(script.context, 3), u"Version 3 · me restored version 1"_s);
    }

    void damagedEventsAreLeftOut()
    {
        ContextScript script({ u"a"_s });
        script.add("context_change", "", { { "key", 7 } });
        script.add("execution_update", "plan_created", { { "plan", 7 } });
        QCOMPARE(script.context.version(), 1);
        const ContextFold nothing;
        QVERIFY(nothing.values().isEmpty());
        QCOMPARE(nothing.nameOf(u"x"_s), u"x"_s);
        QVERIFY(ContextScript({ u"a"_s }).context == ContextScript({ u"a"_s }).context);
        QVERIFY(!(ContextScript({ u"a"_s }).context == ContextScript({ u"b"_s }).context));
    }

    void treeKeepsWhatStays()
    {
        Theme theme(Theme::Mode::Light);
        ContextTreeModel model(&theme);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch while rows are put in
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        ContextScript script({ u"a"_s });
        script.set(u"b"_s, { { "x", { 1, 2 } } }, u"a"_s);
        model.setValues(script.context.values(), script.context);
        QVERIFY(!model.isMarked(memory(u"b"_s))); // all of it is new
        const QPersistentModelIndex stays(model.indexOf(memory(u"known"_s)));
        QVERIFY(stays.isValid());
        script.set(u"a"_s, 1, u"a"_s).set(u"b"_s, { { "x", 7 } }, u"a"_s);
        model.setValues(script.context.values(), script.context);
        QVERIFY(stays.isValid());
        QVERIFY(model.isMarked(memory(u"a"_s)) && model.isMarked(memory(u"b"_s)));
        QCOMPARE(model.indexOf(memory(u"a"_s)).row(), 0);
        QCOMPARE(model.indexOf(memory(u"b"_s)).siblingAtColumn(ContextTreeModel::ChangedBy).data(),
            QVariant(u"A"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!model.isMarked(memory(u"a"_s)), 10'000);
        // Back in time.
        model.setValues(script.context.valuesAt(1), script.context);
        QVERIFY(!model.indexOf(memory(u"a"_s)).isValid());
        QCOMPARE(reset.count(), 0);
    }

    void largeValuesAreMadeWhenLookedAt()
    {
        Theme theme(Theme::Mode::Light);
        ContextTreeModel model(&theme);
        ContextScript script({ u"a"_s });
        Json list = Json::array();
        for (int i = 0; i < 40'000; ++i)
            list.push_back(i);
        script.set(u"list"_s, list, u"a"_s);
        script.set(u"text"_s, std::string(262'000, 'x'), u"a"_s);
        QElapsedTimer clock;
        clock.start();
        model.setValues(script.context.values(), script.context);
        const QModelIndex index = model.indexOf(memory(u"list"_s));
        QCOMPARE(
            index.siblingAtColumn(ContextTreeModel::Value).data().toString(), u"[40000 item(s)]"_s);
        QCOMPARE(model.rowCount(index), 0);
        QVERIFY(model.canFetchMore(index));
        model.fetchMore(index);
        QCOMPARE(model.rowCount(index), int(ContextTreeModel::Batch));
        QCOMPARE(model.index(7, 0, index).data().toString(), u"7"_s);
        QVERIFY(model.indexOf(memory(u"text"_s))
                    .siblingAtColumn(ContextTreeModel::Value)
                    .data()
                    .toString()
                    .size()
            < 200);
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
    }

    void accessFollowsTheExecution()
    {
        Execution execution;
        QVERIFY(contextAccess(execution, false) == ContextAccess::Read);
        execution.status = ExecutionStatus::Running;
        QVERIFY(contextAccess(execution, false) == ContextAccess::Write);
        QVERIFY(contextAccess(execution, true) == ContextAccess::Read);
        execution.paused = true;
        QVERIFY(contextAccess(execution, false) == ContextAccess::Restore);
        execution.steps.emplace_back().status = StepStatus::Running;
        QVERIFY(contextAccess(execution, false) == ContextAccess::Write);
    }

    void previews_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("preview");
        QTest::newRow("number") << u"0.23"_s << u"0.23"_s;
        QTest::newRow("null") << u"null"_s << u"null"_s;
        QTest::newRow("text") << u"\"a\\nb\""_s << u"\"a b\""_s;
        QTest::newRow("empty object") << u"{}"_s << u"{}"_s;
        QTest::newRow("object") << u"{\"a\":1}"_s << u"{1 key(s)}"_s;
        QTest::newRow("list") << u"[1,2]"_s << u"[2 item(s)]"_s;
    }
    void previews()
    {
        QFETCH(QString, json);
        QTEST(jsonPreview(Json::parse(json.toStdString())), "preview");
    }

    void valuesAreTyped_data()
    {
        QTest::addColumn<ValueKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: refused
        QTest::newRow("text") << ValueKind::Text << u"0.5"_s << u"\"0.5\""_s;
        QTest::newRow("number") << ValueKind::Number << u" 0.5 "_s << u"0.5"_s;
        QTest::newRow("no number") << ValueKind::Number << u"half"_s << QString();
        QTest::newRow("a text is no number") << ValueKind::Number << u"\"1\""_s << QString();
        QTest::newRow("truth") << ValueKind::Truth << u"true"_s << u"true"_s;
        QTest::newRow("no truth") << ValueKind::Truth << u"1"_s << QString();
        QTest::newRow("json") << ValueKind::Json << u"{\"a\": [1]}"_s << u"{\"a\":[1]}"_s;
        QTest::newRow("no json") << ValueKind::Json << u"{a}"_s << QString();
        QTest::newRow("too large") << ValueKind::Text << QString(262'144, u'x') << QString();
    }
    void valuesAreTyped()
    {
        QFETCH(ValueKind, kind);
        QFETCH(QString, text);
        const Result<Json> value = typedValue(kind, text);
        QTEST(value ? compactJsonText(*value) : QString(), "expected");
        if (value)
            QVERIFY(kindOf(*value) == kind);
    }
};

QTEST_MAIN(TestContextFold)
#include "tst_context_fold.moc"
