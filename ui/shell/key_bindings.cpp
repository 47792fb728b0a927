// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_bindings.h"

#include "core/model/json.h"
#include "ui/settings/app_settings.h"

#include <QAction>

#include <algorithm>

namespace renum::ui {

KeyBindings::KeyBindings(AppSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    read();
}

void KeyBindings::read()
{
    const QByteArray text = m_settings->value(settings::ChosenKeys).toUtf8();
    const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (!json.is_object())
        return;
    for (const auto &[command, keys] : json.items()) {
        if (keys.is_string())
            m_chosen.insert(QString::fromStdString(command),
                QKeySequence(toQString(keys), QKeySequence::PortableText));
    }
}

void KeyBindings::write()
{
    Json json = Json::object();
    for (auto it = m_chosen.cbegin(); it != m_chosen.cend(); ++it)
        json[it.key().toStdString()] = it.value().toString(QKeySequence::PortableText);
    m_settings->setValue(settings::ChosenKeys, compactJsonText(json));
}

void KeyBindings::adopt(const QList<QAction *> &commands)
{
    m_known.removeIf([](const auto &entry) { return entry.value().action.isNull(); });
    for (QAction *action : commands) {
        const QString name = action->objectName();
        const QList<Known> known = m_known.values(name);
        const bool isKnown = std::ranges::any_of(
            known, [action](const Known &entry) { return entry.action == action; });
        if (name.isEmpty() || isKnown)
            continue;
        m_known.insert(name, { action, action->shortcuts() });
        if (isChosen(name))
            apply(name);
    }
}

void KeyBindings::choose(const QString &command, const QKeySequence &keys)
{
    m_chosen.insert(command, keys);
    apply(command);
    write();
}

void KeyBindings::reset(const QString &command)
{
    if (!m_chosen.remove(command))
        return;
    apply(command);
    write();
}

void KeyBindings::apply(const QString &command)
{
    const auto chosen = m_chosen.constFind(command);
    const QList<Known> known = m_known.values(command);
    for (const Known &entry : known) {
        if (!entry.action)
            continue;
        if (chosen == m_chosen.cend())
            entry.action->setShortcuts(entry.own);
        else
            entry.action->setShortcuts(
                chosen->isEmpty() ? QList<QKeySequence>() : QList<QKeySequence> { *chosen });
    }
}

const QAction *KeyBindings::usedBy(
    const QKeySequence &keys, const QAction *except, const QList<QAction *> &commands)
{
    if (keys.isEmpty())
        return nullptr;
    const auto found = std::ranges::find_if(commands, [&](const QAction *action) {
        return action != except && action->shortcuts().contains(keys);
    });
    return found == commands.cend() ? nullptr : *found;
}

} // namespace renum::ui
