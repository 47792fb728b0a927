// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/qt_compat.h"
#include "ui/theme/icon_engine.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme_colors.h"
#include "ui/theme/type_scale.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QStyleFactory>

namespace renum::ui {

using namespace Qt::StringLiterals;

class Theme::Private {
public:
    /// The palette Qt would use without us.
    [[nodiscard]] QPalette systemPalette() const;
    [[nodiscard]] ThemeColors choose();
    void apply();

    Mode mode = Mode::System;
    bool installed = false;
    bool applying = false;
    bool custom = false;
    std::shared_ptr<ThemeColors> colors = std::make_shared<ThemeColors>(ThemeColors::light());
};

QPalette Theme::Private::systemPalette() const
{
    if (installed)
        QApplication::setPalette(QPalette());
    return QGuiApplication::palette();
}

ThemeColors Theme::Private::choose()
{
    custom = false;
    if (mode != Mode::System)
        return mode == Mode::Dark ? ThemeColors::dark() : ThemeColors::light();
    const QPalette system = systemPalette();
    custom = isCustomPalette(system);
    if (custom)
        return ThemeColors::fromPalette(system);
    const bool dark = qt_compat::systemPrefersDark().value_or(isDarkPalette(system));
    return dark ? ThemeColors::dark() : ThemeColors::light();
}

void Theme::Private::apply()
{
    const QScopedValueRollback guard(applying, true);
    *colors = choose();
    if (!installed)
        return;
    QApplication::setPalette(custom ? QPalette() : colors->palette());
    qApp->setStyleSheet(buildStyleSheet(*colors, QApplication::font()));
}

Theme::Theme(Mode mode, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->mode = mode;
    d->apply();
}

Theme::~Theme() = default;

void Theme::install()
{
    if (d->installed)
        return;
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    d->installed = true;
    d->apply();
    qApp->installEventFilter(this);
    qt_compat::onColorSchemeChanged(this, [this] {
        d->apply();
        emit changed();
    });
    emit changed();
}

Theme::Mode Theme::mode() const noexcept
{
    return d->mode;
}

void Theme::setMode(Mode mode)
{
    if (mode == d->mode)
        return;
    d->mode = mode;
    d->apply();
    emit changed();
}

std::optional<Theme::Mode> Theme::modeFromName(const QString &name)
{
    if (name == "system"_L1)
        return Mode::System;
    if (name == "light"_L1)
        return Mode::Light;
    if (name == "dark"_L1)
        return Mode::Dark;
    return std::nullopt;
}

bool Theme::isDark() const noexcept
{
    return d->colors->isDark();
}

bool Theme::usesSystemPalette() const noexcept
{
    return d->custom;
}

QColor Theme::color(ColorToken token) const
{
    return d->colors->color(token);
}

QColor Theme::seriesColor(int index) const
{
    return d->colors->series(index);
}

QFont Theme::font(TextStyle style) const
{
    return scaledFont(style, QApplication::font());
}

QIcon Theme::icon(const QString &name, ColorToken token) const
{
    return icon(name, token, token);
}

QIcon Theme::icon(const QString &name, ColorToken token, ColorToken checked) const
{
    return QIcon(new IconEngine(name, token, checked, d->colors));
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    const bool systemChanged = event->type() == QEvent::ApplicationPaletteChange
        || event->type() == QEvent::ApplicationFontChange;
    if (systemChanged && watched == qApp && !d->applying) {
        d->apply();
        emit changed();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace renum::ui
