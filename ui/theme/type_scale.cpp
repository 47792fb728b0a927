// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/type_scale.h"

#include <QFontDatabase>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Step {
    double pixels; ///< at a base of 13
    QFont::Weight weight;
};
constexpr double BasePixels = 13;

Step stepOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Small:
        return { 11, QFont::Normal };
    case TextStyle::Label:
        return { 12, QFont::Normal };
    case TextStyle::Body:
        return { BasePixels, QFont::Normal };
    case TextStyle::BodyStrong:
        return { BasePixels, QFont::DemiBold };
    case TextStyle::Title:
        return { 15, QFont::DemiBold };
    case TextStyle::Headline:
        return { 20, QFont::DemiBold };
    case TextStyle::Figure:
        return { 26, QFont::DemiBold };
    case TextStyle::Mono:
        return { 12, QFont::Normal };
    }
    Q_UNREACHABLE();
}

} // namespace

QFont scaledFont(TextStyle style, const QFont &base)
{
    const Step step = stepOf(style);
    const double factor = step.pixels / BasePixels;
    QFont font = base;
    if (style == TextStyle::Mono)
        font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    if (base.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(base.pixelSize() * factor)));
    else
        font.setPointSizeF(base.pointSizeF() * factor);
    font.setWeight(step.weight);
    return font;
}

QString fontDeclarations(TextStyle style, const QFont &base)
{
    const QFont font = scaledFont(style, base);
    QString css = font.pixelSize() > 0
        ? u"font-size: %1px; font-weight: %2;"_s.arg(font.pixelSize()).arg(font.weight())
        : u"font-size: %1pt; font-weight: %2;"_s.arg(font.pointSizeF(), 0, 'f', 2)
              .arg(font.weight());
    if (style == TextStyle::Mono)
        css += u" font-family: \"%1\";"_s.arg(font.family());
    return css;
}

} // namespace renum::ui
