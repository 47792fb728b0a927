// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/wrapped_label.h"

#include <QtTest>

using namespace renum::ui;
using namespace Qt::StringLiterals;

/// The label that remembers its heights gives those that a QLabel measures.
class tst_WrappedLabel : public QObject {
    Q_OBJECT

private slots:
    void measuresAsALabelDoes();
    void measuresAnewWhenItsTextChanges();
    void measuresAnewWhenItsFontChanges();

private:
    static void compareHeights(const WrappedLabel &label)
    {
        QLabel plain(label.text());
        plain.setTextFormat(Qt::PlainText);
        plain.setWordWrap(true);
        plain.setFont(label.font());
        for (const int width : { 40, 120, 121, 400, 120 })
            QCOMPARE(label.heightForWidth(width), plain.heightForWidth(width));
    }

    const QString m_text = u"Three agents, one after the other, write a report about a market."_s;
};

void tst_WrappedLabel::measuresAsALabelDoes()
{
    const WrappedLabel label(m_text);
    compareHeights(label);
    QVERIFY(label.heightForWidth(40) > label.heightForWidth(400));
}

void tst_WrappedLabel::measuresAnewWhenItsTextChanges()
{
    WrappedLabel label(m_text);
    const int tall = label.heightForWidth(120);
    label.setText(u"Short"_s);
    QVERIFY(label.heightForWidth(120) < tall);
    compareHeights(label);
}

void tst_WrappedLabel::measuresAnewWhenItsFontChanges()
{
    WrappedLabel label(m_text);
    const int before = label.heightForWidth(120);
    QFont larger = label.font();
    larger.setPointSizeF(2 * larger.pointSizeF());
    label.setFont(larger);
    QVERIFY(label.heightForWidth(120) > before);
    compareHeights(label);
}

QTEST_MAIN(tst_WrappedLabel)
#include "tst_wrapped_label.moc"
