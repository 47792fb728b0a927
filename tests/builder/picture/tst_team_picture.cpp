// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/picture/picture_test.h"
#include "ui/builder/picture/team_picture.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

/// Everything written in a drawing; nothing when it is not XML.
QString wordsIn(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    QStringList words;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            words << reader.text().toString().simplified();
    }
    return reader.hasError() ? QString() : words.join(u'\n');
}

int pagesIn(const QByteArray &pdf)
{
    static const QRegularExpression page(u"/Type\\s*/Page\\b"_s);
    auto found = page.globalMatch(QString::fromLatin1(pdf));
    int count = 0;
    for (; found.hasNext(); found.next())
        ++count;
    return count;
}

/// Width and height of the first page, in points.
QSizeF pageOf(const QByteArray &pdf)
{
    static const QRegularExpression box(u"/MediaBox\\s*\\[0 0 ([\\d.]+) ([\\d.]+)\\]"_s);
    const QRegularExpressionMatch match = box.match(QString::fromLatin1(pdf));
    return { match.captured(1).toDouble(), match.captured(2).toDouble() };
}

} // namespace

class tst_TeamPicture : public QObject {
    Q_OBJECT

private slots:
    void init();
    void drawingsHoldTheNamesAsText();
    void hostileNamesStayReadable();
    void imagesAreTwiceTheSize();
    void printsAreOnePage_data();
    void printsAreOnePage();
    void detailDoesNotDependOnTheSize();
    void themesHaveTheirOwnColours();
    void marksOfProblemsStayInside();
    void anEmptyTeamIsAPicture();
    void aThousandMembers();
    void aLongChainIsMadeSmaller();

private:
    Theme m_light { Theme::Mode::Light };
    Theme m_dark { Theme::Mode::Dark };
    const GraphModel m_graph = chainOf({ u"Researcher"_s, u"Critic & <Judge>"_s });
};

void tst_TeamPicture::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void tst_TeamPicture::drawingsHoldTheNamesAsText()
{
    const TeamPicture picture(m_graph, &m_light, TeamPicture::Ground::Canvas);
    const QByteArray svg = picture.svg(u"Market <analysis>"_s);
    const QString words = wordsIn(svg);
    for (const QString &expected : { u"Market <analysis>"_s, u"Prompt"_s, u"Researcher"_s,
             u"Critic & <Judge>"_s, u"Say what you see."_s, u"Result"_s })
        QVERIFY2(words.contains(expected), qPrintable(expected + u" in "_s + words));
    const QString box
        = u"viewBox=\"0 0 %1 %2\""_s.arg(picture.size().width()).arg(picture.size().height());
    QVERIFY(svg.contains(box.toLatin1()));
}

void tst_TeamPicture::hostileNamesStayReadable()
{
    const QStringList names { u"Be\u0001ll"_s, u"No\uffff\ufffeone"_s, u"]]></text>"_s,
        QString(QChar(0xd83e)), u"🧪"_s.repeated(255) };
    const TeamPicture picture(chainOf(names), &m_light, TeamPicture::Ground::Canvas);
    for (const QString &title : names) {
        const QString words = wordsIn(picture.svg(title));
        QVERIFY2(words.contains(u"]]></text>"_s), qPrintable(words));
        QVERIFY(words.contains(u"Result"_s));
    }
    QCOMPARE(pagesIn(picture.pdf(names.first())), 1);
}

void tst_TeamPicture::imagesAreTwiceTheSize()
{
    const TeamPicture picture(m_graph, &m_light, TeamPicture::Ground::Canvas);
    const QImage image = picture.image();
    QCOMPARE(image.size(), picture.size() * 2);
    QVERIFY(coloursOf(image).size() > 20);
    // The margin is canvas, without the dots of the grid.
    for (int x = 0; x < image.width(); ++x) {
        for (const int y : { 0, 2, image.height() - 1 })
            QCOMPARE(image.pixelColor(x, y), m_light.color(ColorToken::Canvas));
    }
}

void tst_TeamPicture::printsAreOnePage_data()
{
    QTest::addColumn<GraphModel>("graph");
    QTest::addColumn<bool>("across");
    GraphModel tall = chainOf({ u"A"_s, u"B"_s, u"C"_s });
    for (std::size_t i = 0; i < tall.nodes.size(); ++i)
        tall.nodes[i].position = QPointF(0, 400.0 * static_cast<double>(i));
    QTest::newRow("wide") << m_graph << true;
    QTest::newRow("tall") << tall << false;
    QTest::newRow("larger than the page") << gridOf(300) << true;
}

void tst_TeamPicture::printsAreOnePage()
{
    QFETCH(GraphModel, graph);
    QFETCH(bool, across);
    const TeamPicture picture(graph, &m_light, TeamPicture::Ground::Paper);
    const QByteArray pdf = picture.pdf(u"Team"_s);
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(pdf.size() > 2000);
    QCOMPARE(pagesIn(pdf), 1);
    const QSizeF page = pageOf(pdf);
    QVERIFY(!page.isEmpty());
    QCOMPARE(page.width() > page.height(), across);
}

void tst_TeamPicture::detailDoesNotDependOnTheSize()
{
    // Titles and texts are left out of a view that is this far out.
    const TeamPicture picture(m_graph, &m_light, TeamPicture::Ground::Paper);
    const auto inkAt = [&](const QSize &size) {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(0);
        QPainter painter(&image);
        picture.paint(painter, image.rect());
        painter.end();
        const QImage same
            = image.scaled(picture.size() / 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        double sum = 0;
        for (int y = 0; y < same.height(); ++y) {
            for (int x = 0; x < same.width(); ++x)
                sum += same.pixelColor(x, y).lightnessF() * same.pixelColor(x, y).alphaF();
        }
        return sum;
    };
    const double full = inkAt(picture.size());
    const double small = inkAt(picture.size() / 8);
    QVERIFY2(qAbs(small - full) < 0.03 * full, qPrintable(u"%1 %2"_s.arg(small).arg(full)));
}

void tst_TeamPicture::themesHaveTheirOwnColours()
{
    const TeamPicture light(m_graph, &m_light, TeamPicture::Ground::Canvas);
    const TeamPicture dark(m_graph, &m_dark, TeamPicture::Ground::Canvas);
    QCOMPARE(dark.image().pixelColor(1, 1), m_dark.color(ColorToken::Canvas));
    QVERIFY(coloursOf(dark.image()).contains(m_dark.color(ColorToken::Panel).rgb()));
    QVERIFY(!coloursOf(dark.image()).contains(m_light.color(ColorToken::Canvas).rgb()));
    const QByteArray canvas = m_dark.color(ColorToken::Canvas).name().toLatin1();
    QVERIFY(dark.svg({}).contains(canvas));
    QVERIFY(!light.svg({}).contains(canvas));
}

void tst_TeamPicture::marksOfProblemsStayInside()
{
    GraphModel wrong = m_graph;
    wrong.nodes[1].alert = GraphNode::Alert::Error;
    const TeamPicture plain(m_graph, &m_light, TeamPicture::Ground::Canvas);
    const TeamPicture marked(wrong, &m_light, TeamPicture::Ground::Canvas);
    QCOMPARE(marked.image(), plain.image());
}

void tst_TeamPicture::anEmptyTeamIsAPicture()
{
    for (const GraphModel &graph : { chainOf({}), GraphModel() }) {
        const TeamPicture picture(graph, &m_light, TeamPicture::Ground::Canvas);
        QVERIFY(!picture.size().isEmpty());
        QCOMPARE(picture.image().size(), picture.size() * 2);
        QVERIFY(wordsIn(picture.svg(u"Nobody"_s)).contains(u"Nobody"_s));
        QCOMPARE(pagesIn(picture.pdf({})), 1);
    }
}

void tst_TeamPicture::aThousandMembers()
{
    const TeamPicture picture(gridOf(1000), &m_light, TeamPicture::Ground::Canvas);
    const QString words = wordsIn(picture.svg({}));
    QVERIFY(words.contains(u"Agent 0\n"_s));
    QVERIFY(words.contains(u"Agent 999"_s));
    const QImage image = picture.image();
    QVERIFY(qint64(image.width()) * image.height() <= 64'000'000);
    QVERIFY(image.width() > picture.size().width() / 2);
    QCOMPARE(pagesIn(picture.pdf({})), 1);
}

void tst_TeamPicture::aLongChainIsMadeSmaller()
{
    GraphModel graph = gridOf(400);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        graph.nodes[i].position = QPointF(300.0 * static_cast<double>(i), 0);
    const TeamPicture picture(graph, &m_light, TeamPicture::Ground::Canvas);
    QVERIFY(picture.size().width() > 100'000);
    const QImage image = picture.image();
    QCOMPARE(image.width(), 30'000);
    QVERIFY(coloursOf(image).size() > 20);
}

QTEST_MAIN(tst_TeamPicture)
#include "tst_team_picture.moc"
