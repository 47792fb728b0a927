// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Colours, sizes and fonts live in ui/theme alone.
class tst_Literals : public QObject {
    Q_OBJECT

private slots:
    void rulesFindWhatTheyShould_data();
    void rulesFindWhatTheyShould();
    void noneOutsideOfTheTheme();
};

namespace {

const QList<QRegularExpression> &rules()
{
    static const QList<QRegularExpression> list {
        // colours
        QRegularExpression(u"\"#[0-9a-fA-F]{3,8}\""_s),
        QRegularExpression(u"QColor\\s*[({]\\s*[0-9\"]"_s),
        QRegularExpression(u"qRgba?\\("_s),
        QRegularExpression(u"Qt::(red|green|blue|white|black|gr[ae]y|yellow|cyan|magenta"
                           "|dark\\w+|light[A-Z]\\w+)\\b"_s),
        // fonts
        QRegularExpression(u"\\bQFont\\s*\\("_s),
        QRegularExpression(u"set(Point|Pixel)Size"_s),
        QRegularExpression(u"setFamil(y|ies)"_s),
        QRegularExpression(u"setStyleSheet\\("_s),
        // sizes
        QRegularExpression(
            u"set(Fixed|Minimum|Maximum)(Width|Height|Size)\\((?![^)]*Theme::)[^)A-Za-z]*[1-9]"_s),
        QRegularExpression(u"set(ContentsMargins|Spacing|IconSize|Indent)\\([^)A-Za-z]*[1-9]"_s),
    };
    return list;
}

bool breaksARule(const QString &line)
{
    for (const QRegularExpression &rule : rules()) {
        if (rule.match(line).hasMatch())
            return true;
    }
    return false;
}

} // namespace

void tst_Literals::rulesFindWhatTheyShould_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("found");
    QTest::newRow("hex") << u"pen.setColor(u\"#3b6cf6\"_s);"_s << true;
    QTest::newRow("rgb") << u"QColor(255, 0, 0)"_s << true;
    QTest::newRow("named") << u"painter.setBrush(Qt::red);"_s << true;
    QTest::newRow("font") << u"painter.setFont(QFont(u\"Arial\"_s));"_s << true;
    QTest::newRow("size") << u"label->setFixedWidth(120);"_s << true;
    QTest::newRow("margins") << u"layout->setContentsMargins(0, 4, 0, 0);"_s << true;
    QTest::newRow("token") << u"theme->color(ColorToken::Err)"_s << false;
    QTest::newRow("no margin") << u"layout->setContentsMargins(0, 0, 0, 0);"_s << false;
    QTest::newRow("named size") << u"label->setFixedWidth(2 * Theme::Space4);"_s << false;
    QTest::newRow("transparent") << u"pixmap.fill(Qt::transparent);"_s << false;
}

void tst_Literals::rulesFindWhatTheyShould()
{
    QFETCH(const QString, line);
    QTEST(breaksARule(line), "found");
}

void tst_Literals::noneOutsideOfTheTheme()
{
    QStringList found;
    int files = 0;
    QDirIterator it(QStringLiteral(RENUM_SOURCE_DIR) + u"/ui"_s, { u"*.cpp"_s, u"*.h"_s },
        QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (path.contains("/ui/theme/"_L1))
            continue;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++files;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (breaksARule(lines.at(i)))
                found.append(u"%1:%2 %3"_s.arg(path).arg(i + 1).arg(lines.at(i).trimmed()));
        }
    }
    QVERIFY(files > 20);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_Literals)
#include "tst_literals.moc"
