// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_tool_xml.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;

class SunaToolXmlTest : public QObject {
    Q_OBJECT

private slots:
    void hidesToolXml_data();
    void hidesToolXml();
    void learnsTags();
    void readsTheCalls();
    void isQuickOnHostileText();
};

void SunaToolXmlTest::hidesToolXml_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");
    QTest::newRow("none") << u"plain <b>text</b> a < b"_s << u"plain <b>text</b> a < b"_s;
    QTest::newRow("block") << u"A <function_calls><invoke name=\"x\"></invoke></function_calls>B"_s
                           << u"A B"_s;
    QTest::newRow("bare invoke") << u"A<invoke name='x'>…</invoke>"_s << u"A"_s;
    QTest::newRow("old form") << u"A\n<create-file path=\"a>b\">x</create-file>\nB"_s
                              << u"A\n\nB"_s;
    QTest::newRow("self-closing") << u"A<browser-click index=\"3\" />B"_s << u"AB"_s;
    QTest::newRow("unterminated") << u"Done.<function_calls><invoke name=\"x\">"_s << u"Done."_s;
    QTest::newRow("cut tag") << u"Done.<function_c"_s << u"Done."_s;
    QTest::newRow("cut opening tag") << u"Done.<invoke name=\"x"_s << u"Done."_s;
    QTest::newRow("prose at the end") << u"x <"_s << u"x <"_s;
    QTest::newRow("begins like a tool")
        << u"a <bro and <complet> b"_s << u"a <bro and <complet> b"_s;
    QTest::newRow("longer name") << u"<completely>x</completely>"_s
                                 << u"<completely>x</completely>"_s;
    QTest::newRow("two blocks") << u"<ask>q</ask>1<complete></complete>2"_s << u"12"_s;
    QTest::newRow("empty") << QString() << QString();
}

void SunaToolXmlTest::hidesToolXml()
{
    QFETCH(const QString, text);
    QFETCH(const QString, visible);
    QCOMPARE(splitToolXml(text).visible, visible);
    for (qsizetype at = 0; at <= text.size(); ++at) {
        ToolXmlFilter filter;
        QString seen = filter.feed(QStringView(text).left(at));
        // What is shown once is never taken back.
        QVERIFY2(visible.startsWith(seen), qPrintable(seen));
        seen += filter.feed(QStringView(text).mid(at));
        seen += filter.finish();
        QCOMPARE(seen, visible);
    }
}

void SunaToolXmlTest::learnsTags()
{
    const QString text = u"A<my-tool>x</my-tool>B"_s;
    QCOMPARE(splitToolXml(text).visible, text);
    QCOMPARE(splitToolXml(text, { u"my-tool"_s }).visible, u"AB"_s);
}

void SunaToolXmlTest::readsTheCalls()
{
    const SplitText split = splitToolXml(
        u"<function_calls>\n<invoke name=\"create_file\">\n<parameter name=\"file_path\">a.md"
        "</parameter>\n<parameter name=\"text\">1 < 2</parameter></invoke><invoke name=\"ask\">"
        "</invoke></function_calls><complete>All done</complete>"_s);
    QCOMPARE(split.visible, QString());
    QCOMPARE(split.calls.size(), 3);
    QCOMPARE(split.calls.at(0).name, u"create_file"_s);
    QCOMPARE(split.calls.at(0).argumentsJson(), u"{\"file_path\":\"a.md\",\"text\":\"1 < 2\"}"_s);
    QCOMPARE(split.calls.at(1).parameter(u"text"_s), QString());
    QCOMPARE(split.calls.at(2).name, u"complete"_s);
    QCOMPARE(split.calls.at(2).parameter(u"text"_s), u"All done"_s);
}

void SunaToolXmlTest::isQuickOnHostileText()
{
    // Quadratic work would take minutes here.
    QString text = QString(2'000'000, u'<') + u"<function_calls>"_s;
    ToolXmlFilter filter;
    qsizetype shown = filter.feed(text).size();
    for (int i = 0; i < 20'000; ++i)
        shown += filter.feed(u"<invoke name=\"a\">"_s).size();
    QCOMPARE(shown, 2'000'000);
}

QTEST_GUILESS_MAIN(SunaToolXmlTest)
#include "tst_suna_tool_xml.moc"
