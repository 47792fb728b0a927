// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme_colors.h"

#include <algorithm>
#include <cmath>

namespace renum::ui {

namespace {

struct TokenValue {
    ColorToken token;
    QRgb light;
    QRgb dark;
};

// The table of the visual design. AccentStrong, AccentText, Neutral and the state backgrounds are
// chosen for a contrast of at least 4.5 : 1 wherever they carry words.
constexpr std::array<TokenValue, ColorTokenCount> TokenValues { {
    { ColorToken::Window, 0xfff6f7f9, 0xff14171c },
    { ColorToken::Panel, 0xffffffff, 0xff1b1f26 },
    { ColorToken::PanelAlt, 0xfffafbfc, 0xff20252d },
    { ColorToken::Line, 0xffe1e4ea, 0xff2d333d },
    { ColorToken::Canvas, 0xffeef0f4, 0xff171a20 },
    { ColorToken::CanvasDot, 0xffd5d9e1, 0xff2a2f38 },
    { ColorToken::Text, 0xff1b2330, 0xffe6e9ef },
    { ColorToken::TextDim, 0xff667085, 0xff9aa4b2 },
    { ColorToken::TextFaint, 0xff98a2b3, 0xff6b7585 },
    { ColorToken::Accent, 0xff3b6cf6, 0xff6d93ff },
    { ColorToken::AccentBackground, 0xffe9effe, 0xff22304f },
    { ColorToken::AccentText, 0xffffffff, 0xff0b1020 },
    { ColorToken::AccentStrong, 0xff2b5ae6, 0xff8aa8ff },
    { ColorToken::Ok, 0xff15803d, 0xff4cc176 },
    { ColorToken::OkBackground, 0xffecf8f0, 0xff17301f },
    { ColorToken::Warn, 0xffb45309, 0xffe5a844 },
    { ColorToken::WarnBackground, 0xfffef5e8, 0xff3a2a0f },
    { ColorToken::Err, 0xffc0262d, 0xfff2777c },
    { ColorToken::ErrBackground, 0xfffdeaeb, 0xff3f1f24 },
    { ColorToken::Neutral, 0xff5b6577, 0xff9aa4b2 },
    { ColorToken::NeutralBackground, 0xffeef0f4, 0xff2a303a },
} };

constexpr std::array<QRgb, 4> LightSeries { 0xff3b6cf6, 0xff8b5cf6, 0xff0d9488, 0xffd97706 };
constexpr std::array<QRgb, 4> DarkSeries { 0xff6d93ff, 0xffa78bfa, 0xff2dd4bf, 0xfff0a94a };

constexpr double TextContrast = 4.5;
/// Above this, black and white are as far apart as they get: only high-contrast schemes do that.
constexpr double ExtremeContrast = 20.5;
/// Desktops' own greys are tinted up to about 0.2 (HSV).
constexpr double TintedSaturation = 0.3;

std::size_t indexOf(ColorToken token)
{
    return static_cast<std::size_t>(token);
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto channel
        = [share](float x, float y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
        channel(a.blueF(), b.blueF()));
}

bool isTinted(const QColor &color)
{
    // Nearly black colours have a meaningless saturation.
    return color.valueF() > 0.1 && color.hsvSaturationF() > TintedSaturation;
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

bool isDarkPalette(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window))
        < luminance(palette.color(QPalette::WindowText));
}

bool isCustomPalette(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    if (isTinted(window) || isTinted(text))
        return true;
    const bool flat
        = palette.color(QPalette::Button) == window && palette.color(QPalette::Base) == window;
    return flat && contrastRatio(window, text) > ExtremeContrast;
}

ThemeColors ThemeColors::light()
{
    ThemeColors colors;
    for (const TokenValue &value : TokenValues)
        colors.m_colors.at(indexOf(value.token)) = QColor::fromRgb(value.light);
    std::ranges::transform(
        LightSeries, colors.m_series.begin(), [](QRgb rgb) { return QColor::fromRgb(rgb); });
    return colors;
}

ThemeColors ThemeColors::dark()
{
    ThemeColors colors;
    colors.m_dark = true;
    for (const TokenValue &value : TokenValues)
        colors.m_colors.at(indexOf(value.token)) = QColor::fromRgb(value.dark);
    std::ranges::transform(
        DarkSeries, colors.m_series.begin(), [](QRgb rgb) { return QColor::fromRgb(rgb); });
    return colors;
}

ThemeColors ThemeColors::fromPalette(const QPalette &palette)
{
    ThemeColors colors = isDarkPalette(palette) ? dark() : light();
    const QColor window = palette.color(QPalette::Window);
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::WindowText);
    const QColor highlight = palette.color(QPalette::Highlight);
    const auto set = [&colors](ColorToken token, const QColor &color) {
        colors.m_colors.at(indexOf(token)) = color;
    };
    set(ColorToken::Window, window);
    set(ColorToken::Panel, base);
    set(ColorToken::PanelAlt, window);
    set(ColorToken::Line, text);
    set(ColorToken::Canvas, window);
    set(ColorToken::CanvasDot, mix(window, text, 0.3));
    for (const ColorToken token : { ColorToken::Text, ColorToken::TextDim, ColorToken::TextFaint })
        set(token, text);
    set(ColorToken::Accent, highlight);
    set(ColorToken::AccentText, palette.color(QPalette::HighlightedText));
    for (const ColorToken token : { ColorToken::AccentBackground, ColorToken::OkBackground,
             ColorToken::WarnBackground, ColorToken::ErrBackground, ColorToken::NeutralBackground })
        set(token, base);
    set(ColorToken::AccentStrong, highlight);
    set(ColorToken::Neutral, text);
    for (const ColorToken token :
        { ColorToken::AccentStrong, ColorToken::Ok, ColorToken::Warn, ColorToken::Err }) {
        if (contrastRatio(colors.color(token), base) < TextContrast)
            set(token, text);
    }
    return colors;
}

QColor ThemeColors::color(ColorToken token) const
{
    return m_colors.at(indexOf(token));
}

QColor ThemeColors::series(int index) const
{
    const int count = static_cast<int>(m_series.size());
    const int position = std::max(index, 0);
    const QColor base = m_series.at(static_cast<std::size_t>(position % count));
    const int round = position / count;
    if (round == 0)
        return base;
    const QColor towards = color(round % 2 == 1 ? ColorToken::Text : ColorToken::Panel);
    return mix(base, towards, 0.3 / ((round + 1) / 2));
}

QPalette ThemeColors::palette() const
{
    QPalette palette;
    const auto set = [&palette, this](QPalette::ColorRole role, ColorToken token) {
        palette.setColor(QPalette::All, role, color(token));
    };
    set(QPalette::Window, ColorToken::Window);
    set(QPalette::WindowText, ColorToken::Text);
    set(QPalette::Base, ColorToken::Panel);
    set(QPalette::AlternateBase, ColorToken::PanelAlt);
    set(QPalette::Text, ColorToken::Text);
    set(QPalette::PlaceholderText, ColorToken::TextDim);
    set(QPalette::Button, ColorToken::PanelAlt);
    set(QPalette::ButtonText, ColorToken::Text);
    set(QPalette::BrightText, ColorToken::Err);
    set(QPalette::Light, ColorToken::Panel);
    set(QPalette::Mid, ColorToken::Line);
    set(QPalette::Dark, ColorToken::Line);
    set(QPalette::Shadow, ColorToken::Line);
    set(QPalette::Highlight, ColorToken::Accent);
    set(QPalette::HighlightedText, ColorToken::AccentText);
    set(QPalette::Link, ColorToken::AccentStrong);
    set(QPalette::LinkVisited, ColorToken::AccentStrong);
    set(QPalette::ToolTipBase, ColorToken::PanelAlt);
    set(QPalette::ToolTipText, ColorToken::Text);
    for (const QPalette::ColorRole role :
        { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, color(ColorToken::TextFaint));
    return palette;
}

} // namespace renum::ui
