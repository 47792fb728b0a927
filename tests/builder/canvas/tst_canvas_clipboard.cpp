// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/canvas/canvas_test.h"
#include "ui/builder/document/member_mime.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// Members on the system's clipboard.
class tst_CanvasClipboard : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnSurprises(); }
    void copyPasteDuplicate();
    void clipboardNonsense_data();
    void clipboardNonsense();
    void pasteAcrossTeams();
};

void tst_CanvasClipboard::copyPasteDuplicate()
{
    CanvasBench bench(joined(rowOf({ u"a"_s, u"b"_s }), u"a"_s, u"b"_s));
    bench.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(bench.selection.members().size(), 2);
    bench.key(Qt::Key_C, Qt::ControlModifier);
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    QVERIFY(mime->hasFormat(QString::fromLatin1(MembersMimeType)));
    QCOMPARE(mime->text().toUtf8(), mime->data(QString::fromLatin1(MembersMimeType)));
    bench.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.selection.members(), ids({ u"a-2"_s, u"b-2"_s }));
    QVERIFY(bench.isJoined(u"a-2"_s, u"b-2"_s));
    QCOMPARE(bench.member(u"a-2"_s).position, (CanvasPosition { 40, 40 }));
    bench.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.member(u"a-3"_s).position, (CanvasPosition { 80, 80 }));
    bench.selection.select(AgentId(u"b"_s));
    bench.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(bench.selection.members(), ids({ u"b-4"_s }));
    QVERIFY(bench.isJoined(u"a"_s, u"b-4"_s)); // what it got it goes on to get
    QCOMPARE(bench.steps(), 3);
    bench.selection.select(AgentId(u"a"_s));
    bench.key(Qt::Key_X, Qt::ControlModifier);
    QVERIFY(!bench.document.workflow().find(AgentId(u"a"_s)));
    bench.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(bench.document.workflow().find(AgentId(u"a"_s)));
}

void tst_CanvasClipboard::clipboardNonsense_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("Dear all,");
    QTest::newRow("broken") << QByteArray("{\"renum_members\":1,\"agents\":[{");
    QTest::newRow("another product") << QByteArray("{\"nodes\":[],\"connections\":{}}");
    QTest::newRow("newer") << QByteArray("{\"renum_members\":9,\"agents\":[{\"agent_id\":\"a\"}]}");
    QTest::newRow("deep") << QByteArray(200'000, '{');
    QTest::newRow("no text") << QByteArray("\xff\xfe\x00\x01", 4);
}

void tst_CanvasClipboard::clipboardNonsense()
{
    QFETCH(const QByteArray, text);
    CanvasBench bench(rowOf({ u"a"_s }));
    auto *mime = new QMimeData;
    mime->setData(QString::fromLatin1(MembersMimeType), text);
    QGuiApplication::clipboard()->setMimeData(mime);
    bench.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.steps(), 0);
    QVERIFY(!bench.hint().isEmpty());
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    bench.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.steps(), 0);
}

void tst_CanvasClipboard::pasteAcrossTeams()
{
    CanvasBench first(rowOf({ u"a"_s, u"b"_s }));
    first.selection.selectAll();
    first.key(Qt::Key_C, Qt::ControlModifier);
    CanvasBench second(rowOf({ u"z"_s }));
    second.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(second.document.workflow().agents.size(), 3U);
    QCOMPARE(second.selection.members(), ids({ u"a"_s, u"b"_s }));
}

QTEST_MAIN(tst_CanvasClipboard)
#include "tst_canvas_clipboard.moc"
