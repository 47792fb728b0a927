// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/difference_model.h"
#include "ui/monitor/context/json_difference_view.h"
#include "ui/monitor/context/text_difference_view.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Json> value(const char *text)
{
    return std::make_shared<const Json>(Json::parse(text));
}

} // namespace

class TestDifferenceView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void onlyWhatDiffersIsListed()
    {
        JsonDifferenceView view(&m_theme);
        const QAbstractItemModelTester tester(
            view.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view.resize(500, 300);
        view.show();
        auto *summary = view.findChild<QLabel *>(u"differenceSummary"_s);
        QCOMPARE(summary->text(), u"Nothing is different."_s);
        view.setValues(value(R"({"a":1,"same":0,"gone":[1],"text":"one two"})"),
            value(R"({"a":2,"same":0,"new":{"x":1},"text":"one three"})"));
        QCOMPARE(summary->text(), u"2 value(s) changed · 1 added · 1 removed"_s);
        const DifferenceModel &model = *view.model();
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0, 0, {}).data().toString(), u"~ a"_s);
        QCOMPARE(model.index(1, 0, {}).data().toString(), u"− gone"_s);
        QCOMPARE(model.index(1, DifferenceModel::Before, {}).data().toString(), u"[1 item(s)]"_s);
        QCOMPARE(model.index(2, 0, {}).data(Qt::AccessibleTextRole).toString(),
            u"new added: {1 key(s)}"_s);
        QCOMPARE(model.index(0, 0, {}).data(Qt::AccessibleTextRole).toString(),
            u"a changed from 1 to 2"_s);

        auto *tree = view.findChild<QTreeView *>(u"differenceTree"_s);
        auto *words = view.findChild<TextDifferenceView *>(u"differenceWords"_s);
        QVERIFY(!words->isVisible());
        tree->setCurrentIndex(model.index(3, 0, {}));
        QVERIFY(words->isVisible());
        QTRY_COMPARE(words->toPlainText(), u"one twothree"_s);
    }

    void wholesAndNothingsAreShown()
    {
        JsonDifferenceView view(&m_theme);
        view.setValues(nullptr, value("[1,2]"));
        QCOMPARE(view.model()->rowCount(), 1);
        view.setValues(value("1"), value("\"1\""));
        QCOMPARE(view.model()->rowCount(), 1);
        view.setValues(value(R"({"a":{"b":1}})"), value(R"({"a":{"b":2}})"));
        QCOMPARE(view.model()->rowCount(view.model()->index(0, 0, {})), 1);
        view.setValues(nullptr, nullptr);
        QCOMPARE(view.model()->rowCount(), 0);
    }

    void wordsAreMarkedNotByColourAlone()
    {
        TextDifferenceView view(&m_theme);
        view.setTexts(u"the old word"_s, u"the new word"_s);
        QTRY_VERIFY(view.isSettled());
        QCOMPARE(view.toPlainText(), u"the oldnew word"_s);
        QTextCursor cursor(view.document());
        cursor.setPosition(6);
        QVERIFY(cursor.charFormat().fontStrikeOut());
        cursor.setPosition(9);
        QVERIFY(cursor.charFormat().fontUnderline());
        QVERIFY(!cursor.charFormat().fontStrikeOut());
        cursor.setPosition(2);
        QVERIFY(!cursor.charFormat().fontUnderline());
    }

    void longTextsDoNotHoldTheWindow()
    {
        QString before;
        for (int i = 0; i < 20'000; ++i)
            before += u"word%1 "_s.arg(i) + (i % 12 == 0 ? u"\n"_s : QString());
        QString after = before;
        after.replace(u"word700 "_s, u"other "_s);
        TextDifferenceView view(&m_theme);
        view.setTexts(u"a"_s, u"b"_s);
        view.setTexts(before, after);
        QVERIFY(!view.isSettled());
        QTRY_VERIFY_WITH_TIMEOUT(view.isSettled(), 20'000);
        QCOMPARE(view.difference().size(), std::size_t(4));
        QVERIFY(view.toPlainText().contains(u"word700other"_s));
        // Only the last that was asked for is shown.
        view.setTexts(before, after);
        view.setTexts(u"one"_s, u"one"_s);
        QTRY_COMPARE(view.toPlainText(), u"one"_s);
    }

private:
    Theme m_theme { Theme::Mode::Light };
};

QTEST_MAIN(TestDifferenceView)
#include "tst_difference_view.moc"
