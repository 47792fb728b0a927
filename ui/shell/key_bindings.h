// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

class QAction;

namespace renum::ui {

class AppSettings;

/// Which keys do what: those that a command brings along, and what the person has chosen instead. A
/// command is known by its object name, which is kept with the choice.
class KeyBindings : public QObject {
    Q_OBJECT

public:
    /// `settings` outlives this.
    explicit KeyBindings(AppSettings *settings, QObject *parent = nullptr);

    /// Gives the commands the person's keys, now and whenever these change. Commands without a name
    /// are left alone; those that are known already as well.
    void adopt(const QList<QAction *> &commands);

    /// No key at all is a choice, too.
    void choose(const QString &command, const QKeySequence &keys);
    /// As it was brought along.
    void reset(const QString &command);
    [[nodiscard]] bool isChosen(const QString &command) const { return m_chosen.contains(command); }
    /// Another command among these that has the same keys; null: none.
    [[nodiscard]] static const QAction *usedBy(
        const QKeySequence &keys, const QAction *except, const QList<QAction *> &commands);

private:
    struct Known {
        QPointer<QAction> action;
        QList<QKeySequence> own;
    };
    void read();
    void write();
    void apply(const QString &command);

    AppSettings *m_settings;
    QHash<QString, QKeySequence> m_chosen;
    QMultiHash<QString, Known> m_known; ///< several pages may have the same command
};

} // namespace renum::ui
