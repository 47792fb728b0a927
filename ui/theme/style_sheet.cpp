// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include "ui/theme/type_scale.h"

#include <QFile>
#include <QHash>

#include <array>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array LookNames { "page", "panel", "panel-alt", "rail", "rail-button", "header",
    "card", "card-button", "segment-button", "canvas", "primary", "danger", "quiet", "link", "chip",
    "toast", "accent-banner", "ok-banner", "warn-banner", "err-banner", "line" };
static_assert(LookNames.size() == static_cast<std::size_t>(Look::Line) + 1);

constexpr std::array TextStyleNames { "small", "label", "body", "body-strong", "title", "headline",
    "figure", "mono" };
static_assert(TextStyleNames.size() == static_cast<std::size_t>(TextStyle::Mono) + 1);

constexpr std::array ColorNames { "window", "panel", "panel-alt", "line", "canvas", "canvas-dot",
    "text", "text-dim", "text-faint", "accent", "accent-bg", "accent-text", "accent-strong", "ok",
    "ok-bg", "warn", "warn-bg", "err", "err-bg", "neutral", "neutral-bg" };
static_assert(ColorNames.size() == static_cast<std::size_t>(ColorTokenCount));

constexpr std::array TextColors { ColorToken::Text, ColorToken::TextDim, ColorToken::TextFaint,
    ColorToken::AccentStrong, ColorToken::Ok, ColorToken::Warn, ColorToken::Err,
    ColorToken::Neutral };

template<typename Names, typename Enum>
QString nameAt(const Names &names, Enum value)
{
    return QLatin1StringView(names.at(static_cast<std::size_t>(value)));
}

QHash<QString, QString> placeholders(const ThemeColors &colors)
{
    QHash<QString, QString> values;
    for (int i = 0; i < ColorTokenCount; ++i) {
        const auto token = static_cast<ColorToken>(i);
        values.insert(nameOf(token), colors.color(token).name());
    }
    const auto pixels = [&values](const QString &name, int value) {
        values.insert(name, QString::number(value) + u"px"_s);
    };
    pixels(u"control-radius"_s, Theme::ControlRadius);
    pixels(u"card-radius"_s, Theme::CardRadius);
    pixels(u"pill-radius"_s, Theme::TargetSize / 2);
    // Frame and padding are outside of a style sheet's height.
    pixels(u"control-inner"_s, Theme::ControlHeight - 2 * (Theme::Hairline + Theme::Space1));
    pixels(u"target-inner"_s, Theme::TargetSize - 2 * Theme::Hairline);
    pixels(u"icon-size"_s, Theme::SmallIconSize);
    pixels(u"space-1"_s, Theme::Space1);
    pixels(u"space-1-focus"_s, Theme::Space1 - 1);
    pixels(u"space-2"_s, Theme::Space2);
    pixels(u"space-3"_s, Theme::Space3);
    pixels(u"space-3-focus"_s, Theme::Space3 - 1);
    pixels(u"space-4"_s, Theme::Space4);
    pixels(u"space-6"_s, Theme::Space6);
    values.insert(u"scheme"_s, colors.isDark() ? u"dark"_s : u"light"_s);
    return values;
}

QString replacePlaceholders(const QString &text, const QHash<QString, QString> &values)
{
    QString out;
    out.reserve(text.size() * 2);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'@') {
            out += text.at(i);
            continue;
        }
        qsizetype end = i + 1;
        while (end < text.size() && (text.at(end).isLetterOrNumber() || text.at(end) == u'-'))
            ++end;
        const QString name = text.mid(i + 1, end - i - 1);
        Q_ASSERT_X(values.contains(name), "application.qss", qUtf8Printable(name));
        out += values.value(name);
        i = end - 1;
    }
    return out;
}

/// One rule for each text style and text colour that setTextLook() can name.
QString textRules(const ThemeColors &colors, const QFont &base)
{
    QString rules;
    for (std::size_t i = 0; i < TextStyleNames.size(); ++i) {
        const auto style = static_cast<TextStyle>(i);
        rules
            += u"*[textStyle=\"%1\"] { %2 }\n"_s.arg(nameOf(style), fontDeclarations(style, base));
    }
    for (const ColorToken token : TextColors)
        rules += u"*[textColor=\"%1\"] { color: %2; }\n"_s.arg(
            nameOf(token), colors.color(token).name());
    return rules;
}

QString readSheet()
{
    QFile file(u":/renum/theme/application.qss"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString nameOf(Look look)
{
    return nameAt(LookNames, look);
}

QString nameOf(TextStyle style)
{
    return nameAt(TextStyleNames, style);
}

QString nameOf(ColorToken token)
{
    return nameAt(ColorNames, token);
}

QString buildStyleSheet(const ThemeColors &colors, const QFont &base)
{
    static const QString sheet = readSheet();
    QHash<QString, QString> values = placeholders(colors);
    values.insert(u"font-small"_s, fontDeclarations(TextStyle::Small, base));
    values.insert(u"font-label"_s, fontDeclarations(TextStyle::Label, base));
    values.insert(u"font-strong"_s, fontDeclarations(TextStyle::BodyStrong, base));
    return replacePlaceholders(sheet, values) + textRules(colors, base);
}

} // namespace renum::ui
