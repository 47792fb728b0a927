// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/look.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme_colors.h"
#include "ui/theme/type_scale.h"

#include <QDir>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class tst_Theme : public QObject {
    Q_OBJECT

private slots:
    void init();
    void textIsReadable_data();
    void textIsReadable();
    void seriesAreTellable();
    void followsTheChosenMode();
    void modesHaveNames();
    void customPaletteWins_data();
    void customPaletteWins();
    void customPaletteKeepsWordsReadable();
    void systemPaletteIsFollowed();
    void fontsScaleFromTheSystem();
    void styleSheetHasNoPlaceholderLeft();
    void iconsTakeTheColourOfTheMoment();
    void everyIconFileDraws();
    void everyStateHasIconWordAndColour();
    void labelsFollowTheTheme();
};

namespace {

struct Pair {
    ColorToken text;
    ColorToken surface;
};

const QList<Pair> &wordsOnSurfaces()
{
    static const QList<Pair> pairs { { ColorToken::Text, ColorToken::Window },
        { ColorToken::Text, ColorToken::Panel }, { ColorToken::Text, ColorToken::PanelAlt },
        { ColorToken::Text, ColorToken::Canvas },
        { ColorToken::Text, ColorToken::AccentBackground },
        { ColorToken::TextDim, ColorToken::Window }, { ColorToken::TextDim, ColorToken::Panel },
        { ColorToken::TextDim, ColorToken::PanelAlt },
        { ColorToken::AccentText, ColorToken::Accent },
        { ColorToken::AccentText, ColorToken::AccentStrong },
        { ColorToken::AccentStrong, ColorToken::Panel },
        { ColorToken::AccentStrong, ColorToken::AccentBackground },
        { ColorToken::Ok, ColorToken::Panel }, { ColorToken::Ok, ColorToken::OkBackground },
        { ColorToken::Warn, ColorToken::Panel }, { ColorToken::Warn, ColorToken::WarnBackground },
        { ColorToken::Err, ColorToken::Panel }, { ColorToken::Err, ColorToken::ErrBackground },
        { ColorToken::Neutral, ColorToken::NeutralBackground } };
    return pairs;
}

QPalette paletteOf(QRgb window, QRgb text, QRgb base, QRgb button)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::Highlight, QRgb(0xffffff00));
    palette.setColor(QPalette::HighlightedText, QRgb(0xff000000));
    return palette;
}

QColor centreOf(const QIcon &icon)
{
    return icon.pixmap(20, 20).toImage().pixelColor(10, 10);
}

} // namespace

void tst_Theme::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void tst_Theme::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_Theme::textIsReadable()
{
    QFETCH(const bool, dark);
    const ThemeColors colors = dark ? ThemeColors::dark() : ThemeColors::light();
    for (const Pair &pair : wordsOnSurfaces()) {
        const double contrast = contrastRatio(colors.color(pair.text), colors.color(pair.surface));
        QVERIFY2(contrast >= 4.5,
            qPrintable(
                u"%1 on %2: %3"_s.arg(nameOf(pair.text), nameOf(pair.surface)).arg(contrast)));
    }
}

void tst_Theme::seriesAreTellable()
{
    for (const ThemeColors &colors : { ThemeColors::light(), ThemeColors::dark() }) {
        QSet<QRgb> seen;
        for (int i = 0; i < 12; ++i)
            seen.insert(colors.series(i).rgb());
        QCOMPARE(seen.size(), 12);
        for (int i = 0; i < 4; ++i)
            QVERIFY(contrastRatio(colors.series(i), colors.color(ColorToken::Panel)) >= 3);
        QCOMPARE(colors.series(-1), colors.series(0));
    }
}

void tst_Theme::followsTheChosenMode()
{
    Theme theme(Theme::Mode::Light);
    theme.install();
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(theme.color(ColorToken::Window), QColor(0x14, 0x17, 0x1c));
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(ColorToken::Window));
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setMode(Theme::Mode::Light);
    QCOMPARE(theme.color(ColorToken::Window), QColor(0xf6, 0xf7, 0xf9));
}

void tst_Theme::modesHaveNames()
{
    QCOMPARE(Theme::modeFromName(u"dark"_s), Theme::Mode::Dark);
    QCOMPARE(Theme::modeFromName(u"light"_s), Theme::Mode::Light);
    QCOMPARE(Theme::modeFromName(u"system"_s), Theme::Mode::System);
    QVERIFY(!Theme::modeFromName(u"Dark"_s));
}

void tst_Theme::customPaletteWins_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<bool>("custom");
    QTest::addColumn<bool>("dark");
    const auto row = [](const char *name, const QPalette &palette, bool custom, bool dark) {
        QTest::newRow(name) << palette << custom << dark;
    };
    row("Fusion", paletteOf(0xffefefef, 0xff000000, 0xffffffff, 0xffefefef), false, false);
    row("Fusion dark", paletteOf(0xff323232, 0xffffffff, 0xff242424, 0xff323232), false, true);
    row("Breeze dark", paletteOf(0xff2a2e32, 0xfffcfcfc, 0xff1b1e20, 0xff31363b), false, true);
    row("macOS light", paletteOf(0xffececec, 0xff000000, 0xffffffff, 0xffececec), false, false);
    row("high contrast black", paletteOf(0xff000000, 0xffffffff, 0xff000000, 0xff000000), true,
        true);
    row("high contrast white", paletteOf(0xffffffff, 0xff000000, 0xffffffff, 0xffffffff), true,
        false);
    row("yellow on black", paletteOf(0xff000000, 0xffffff00, 0xff000000, 0xff000000), true, true);
    row("Solarized dark", paletteOf(0xff002b36, 0xff93a1a1, 0xff073642, 0xff002b36), true, true);
}

void tst_Theme::customPaletteWins()
{
    QFETCH(const QPalette, palette);
    QFETCH(const bool, custom);
    QFETCH(const bool, dark);
    QCOMPARE(isCustomPalette(palette), custom);
    QCOMPARE(isDarkPalette(palette), dark);
}

void tst_Theme::customPaletteKeepsWordsReadable()
{
    const QPalette palette = paletteOf(0xff000000, 0xffffff00, 0xff000000, 0xff000000);
    const ThemeColors colors = ThemeColors::fromPalette(palette);
    QCOMPARE(colors.color(ColorToken::Window), QColor(Qt::black));
    QCOMPARE(colors.color(ColorToken::Text), QColor(Qt::yellow));
    for (const Pair &pair : wordsOnSurfaces()) {
        if (pair.surface == ColorToken::AccentStrong)
            continue; // hovering swaps to the palette's own highlight there
        QVERIFY2(contrastRatio(colors.color(pair.text), colors.color(pair.surface)) >= 4.5,
            qPrintable(nameOf(pair.text)));
    }
}

void tst_Theme::systemPaletteIsFollowed()
{
    Theme theme(Theme::Mode::System);
    theme.install();
    const bool dark = isDarkPalette(QApplication::palette());
    QCOMPARE(theme.isDark(), dark);
    QVERIFY(!theme.usesSystemPalette());
    QSignalSpy changed(&theme, &Theme::changed);
    QEvent event(QEvent::ApplicationPaletteChange);
    QApplication::sendEvent(qApp, &event);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(ColorToken::Window));
}

void tst_Theme::fontsScaleFromTheSystem()
{
    QFont base = QApplication::font();
    base.setPointSizeF(13);
    QCOMPARE(scaledFont(TextStyle::Body, base).pointSizeF(), 13.0);
    QCOMPARE(scaledFont(TextStyle::Small, base).pointSizeF(), 11.0);
    QCOMPARE(scaledFont(TextStyle::Title, base).weight(), QFont::DemiBold);
    base.setPointSizeF(26);
    QCOMPARE(scaledFont(TextStyle::Small, base).pointSizeF(), 22.0);
    base.setPixelSize(26);
    QCOMPARE(scaledFont(TextStyle::Label, base).pixelSize(), 24);
}

void tst_Theme::styleSheetHasNoPlaceholderLeft()
{
    for (const ThemeColors &colors : { ThemeColors::light(), ThemeColors::dark() }) {
        const QString sheet = buildStyleSheet(colors, QApplication::font());
        QVERIFY(sheet.contains(colors.color(ColorToken::Panel).name()));
        QVERIFY(!sheet.contains(u'@'));
        QCOMPARE(sheet.count(u'{'), sheet.count(u'}'));
    }
}

void tst_Theme::iconsTakeTheColourOfTheMoment()
{
    Theme theme(Theme::Mode::Light);
    const QIcon icon = theme.icon(u"stop"_s, ColorToken::Err, ColorToken::Ok);
    QCOMPARE(centreOf(icon), theme.color(ColorToken::Err));
    QCOMPARE(icon.pixmap(QSize(20, 20), QIcon::Normal, QIcon::On).toImage().pixelColor(10, 10),
        theme.color(ColorToken::Ok));
    QCOMPARE(icon.pixmap(QSize(20, 20), QIcon::Disabled).toImage().pixelColor(10, 10),
        theme.color(ColorToken::TextFaint));
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(centreOf(icon), theme.color(ColorToken::Err));
    QVERIFY(theme.icon(u"no such icon"_s).isNull());
}

void tst_Theme::everyIconFileDraws()
{
    const Theme theme(Theme::Mode::Light);
    const QStringList files
        = QDir(QStringLiteral(RENUM_SOURCE_DIR) + u"/resources/icons"_s).entryList({ u"*.svg"_s });
    QVERIFY(files.size() >= 28);
    for (const QString &file : files) {
        const QIcon icon = theme.icon(file.chopped(4));
        QVERIFY2(!icon.isNull(), qPrintable(file));
        const QImage image = icon.pixmap(20, 20).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixelColor(x, y).alpha() > 0 ? 1 : 0;
        }
        QVERIFY2(inked > 5, qPrintable(file));
    }
}

void tst_Theme::everyStateHasIconWordAndColour()
{
    const Theme theme(Theme::Mode::Light);
    QSet<QString> words;
    for (const StepStatus status :
        { StepStatus::Pending, StepStatus::Running, StepStatus::Completed, StepStatus::Failed,
            StepStatus::Skipped, StepStatus::Cancelled }) {
        const StateLook look = Theme::look(status);
        QVERIFY(!theme.icon(look.icon).isNull());
        words.insert(look.word);
    }
    QCOMPARE(words.size(), 6);
    QCOMPARE(Theme::look(ExecutionStatus::Failed).word, Theme::look(StepStatus::Failed).word);
    StepRecord step;
    step.status = StepStatus::Running;
    step.retryAt = Timestamp {};
    QCOMPARE(Theme::look(step).icon, u"retry"_s);
    step.status = StepStatus::Completed;
    QCOMPARE(Theme::look(step).icon, u"check"_s);
}

void tst_Theme::labelsFollowTheTheme()
{
    Theme theme(Theme::Mode::Light);
    theme.install();
    QLabel label(u"Words"_s);
    setTextLook(&label, TextStyle::Title, ColorToken::Err);
    label.ensurePolished();
    QCOMPARE(label.palette().color(QPalette::WindowText), theme.color(ColorToken::Err));
    QCOMPARE(label.font().weight(), int(QFont::DemiBold));
    theme.setMode(Theme::Mode::Dark);
    label.ensurePolished();
    QCOMPARE(label.palette().color(QPalette::WindowText), theme.color(ColorToken::Err));
    setTextLook(&label, TextStyle::Body, ColorToken::Ok);
    QCOMPARE(label.palette().color(QPalette::WindowText), theme.color(ColorToken::Ok));
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
