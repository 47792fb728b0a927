// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connection_choice.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QByteArray>
#include <QDir>
#include <QMetaEnum>
#include <QSettings>
#include <QStringList>

namespace renum::ui {

/// One row of the table of settings: where it is kept and what it is when nothing sensible is
/// there.
template<typename T>
struct Setting {
    const char *key;
    T fallback;
};

namespace settings {
inline constexpr Setting<Theme::Mode> ThemeMode { "look/theme", Theme::Mode::System };
inline constexpr Setting<Language::Choice> LanguageChoice { "look/language",
    Language::Choice::System };
inline const Setting<QString> CurrentPage { "window/page", {} };
inline const Setting<QByteArray> WindowGeometry { "window/geometry", {} };
inline constexpr Setting<ConnectionKind> Connection { "connection/kind", ConnectionKind::Demo };
inline constexpr Setting<SecretKind> ConnectionSecret { "connection/secret", SecretKind::Token };
inline const Setting<QString> ConnectionUrl { "connection/url", {} };
inline const Setting<QString> SupabaseUrl { "connection/supabaseUrl", {} };
inline const Setting<QString> SupabaseKey { "connection/supabaseAnonKey", {} };
inline const Setting<QString> ChosenKeys { "keys/chosen", {} }; ///< JSON: command to keys
inline const Setting<QByteArray> MonitorArrangement { "monitor/arrangement", {} };
inline const Setting<QStringList> OpenExecutions { "monitor/open", {} }; ///< in tabs
inline constexpr Setting<bool> NotifyFinished { "notify/finished", true };
inline constexpr Setting<bool> NotifyFailed { "notify/failed", true };
inline constexpr Setting<bool> NotifyApproval { "notify/approval", true };
inline constexpr Setting<bool> NotifyBudget { "notify/budget", true };
inline constexpr Setting<bool> ToolsAllowed { "connection/tools", false };
inline const Setting<QString> ToolsUrl { "connection/toolsUrl", {} };
} // namespace settings

/// What the application remembers, in one file. Never holds a secret. A value that makes no sense
/// is read as the fallback; a file that cannot be parsed is kept as a copy beside it.
class AppSettings {
public:
    explicit AppSettings(const QString &file);

    template<typename T>
    [[nodiscard]] T value(const Setting<T> &setting) const
    {
        const QVariant stored = m_store.value(QLatin1StringView(setting.key));
        if constexpr (std::is_enum_v<T>) {
            bool known = false;
            const QByteArray name = stored.toString().toLatin1();
            const int value = QMetaEnum::fromType<T>().keyToValue(name.constData(), &known);
            return known ? static_cast<T>(value) : setting.fallback;
        } else {
            return stored.canConvert<T>() ? stored.value<T>() : setting.fallback;
        }
    }

    template<typename T>
    void setValue(const Setting<T> &setting, const T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            const char *name = QMetaEnum::fromType<T>().valueToKey(static_cast<int>(value));
            m_store.setValue(QLatin1StringView(setting.key), QString::fromLatin1(name));
        } else {
            m_store.setValue(QLatin1StringView(setting.key), value);
        }
    }

    /// Where its file lies: other things that are remembered lie beside it.
    [[nodiscard]] QDir folder() const;
    /// The damaged file's copy, when there was one.
    [[nodiscard]] const QString &damagedCopy() const noexcept { return m_damagedCopy; }

private:
    QString m_damagedCopy; ///< before the store, which would overwrite the file
    QSettings m_store;
};

} // namespace renum::ui
