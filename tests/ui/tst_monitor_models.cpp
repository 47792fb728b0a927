// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/markdown_view.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class TestMonitorModels : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        // The offscreen platform says of every window that it has no size hints.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void markdownGrowsInPlace()
    {
        Theme theme(Theme::Mode::Light);
        MarkdownView view(&theme);
        view.resize(500, 300);
        QString text = u"# Trends\n\nDemand **grows"_s;
        view.setSource(text, MarkdownView::Mode::Growing);
        QTRY_COMPARE(view.toPlainText(), u"Trends\nDemand **grows▌"_s);
        text += u" fast**.\n\nNext"_s;
        view.setSource(text, MarkdownView::Mode::Growing);
        QTRY_COMPARE(view.toPlainText(), u"Trends\nDemand grows fast.\nNext▌"_s);
        view.setSource(text, MarkdownView::Mode::Complete);
        QTRY_COMPARE(view.toPlainText(), u"Trends\nDemand grows fast.\nNext"_s);
        view.setSource(text, MarkdownView::Mode::Raw);
        QTRY_COMPARE(view.toPlainText(), text);
        view.setSource(u"Other"_s, MarkdownView::Mode::Growing);
        QTRY_COMPARE(view.toPlainText(), u"Other▌"_s);
        view.setSource({}, MarkdownView::Mode::Complete);
        QTRY_COMPARE(view.toPlainText(), QString());
    }

    void markdownIsSafe()
    {
        Theme theme(Theme::Mode::Light);
        MarkdownView view(&theme);
        view.resize(500, 300);
        view.show();
        view.setSource(u"<b>html</b> ![pic](file:///etc/passwd) ![web](http://127.0.0.1:1/x.png) "
                       "https://example.org [link](https://example.org)"_s,
            MarkdownView::Mode::Complete);
        QVERIFY(view.toPlainText().contains(u"<b>html</b>"_s));
        QVERIFY(!view.document()
                     ->resource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s))
                     .isValid());
        QVERIFY(!(view.textInteractionFlags() & Qt::LinksAccessibleByMouse));
        QVERIFY(!(view.textInteractionFlags() & Qt::LinksAccessibleByKeyboard));
        QVERIFY(!view.grab().toImage().isNull());
    }

    void longMarkdownNeedsSeveralFrames()
    {
        Theme theme(Theme::Mode::Light);
        MarkdownView view(&theme);
        view.resize(500, 300);
        QString text;
        for (int i = 0; i < 4000; ++i)
            text += u"Paragraph %1 with **bold** words.\n\n"_s.arg(i);
        view.setSource(text, MarkdownView::Mode::Complete);
        QVERIFY(!view.isSettled());
        QTRY_VERIFY_WITH_TIMEOUT(view.isSettled(), 60'000);
        QVERIFY(view.toPlainText().endsWith(u"Paragraph 3999 with bold words."_s));
    }

    void tooLongMarkdownIsCut()
    {
        Theme theme(Theme::Mode::Light);
        MarkdownView view(&theme);
        view.setSource(QString(MarkdownView::MostCharacters + 5, u'x'), MarkdownView::Mode::Raw);
        QCOMPARE(view.source().size(), MarkdownView::MostCharacters);
    }
};

QTEST_MAIN(TestMonitorModels)
#include "tst_monitor_models.moc"
