// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGuiApplication>
#include <QObject>
#include <QStyleHints>

#include <optional>
#include <utility>

/// Every Qt version check of the interface is here. 6.4.2 is the floor.
namespace renum::ui::qt_compat {

/// Whether the system prefers dark, where Qt can tell (6.5 and later); else none, and the palette's
/// lightness has to answer.
[[nodiscard]] inline std::optional<bool> systemPrefersDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return std::nullopt;
}

/// Calls `changed` when the system switches between light and dark. Before 6.5 nothing tells but
/// QEvent::ApplicationPaletteChange.
template<typename Function>
void onColorSchemeChanged(QObject *context, Function changed)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, context,
        std::move(changed));
#else
    Q_UNUSED(context)
    Q_UNUSED(changed)
#endif
}

} // namespace renum::ui::qt_compat
