// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/interventions/intervention.h"

#include <QToolBar>

#include <map>

namespace renum::ui {

class Theme;

/// What can be done to the execution that is watched and its steps, as one row of buttons; what has
/// no place goes into a menu at its end. What cannot be done now is there, disabled, and says why.
/// It owns the actions whose buttons are in the header, too. Away once the execution is over.
class InterventionBar : public QToolBar {
    Q_OBJECT

public:
    explicit InterventionBar(Theme *theme, QWidget *parent = nullptr);

    /// The scene is looked at once; nothing of it is kept.
    void show(const InterventionScene &scene);
    using QToolBar::show;
    /// For the window's list of commands, with the keys that they have.
    [[nodiscard]] QList<QAction *> commands() const;
    [[nodiscard]] QAction *action(Intervention what) const { return m_actions.at(what); }

signals:
    void chosen(renum::ui::Intervention what);

private:
    void makeAction(Intervention what);
    void addGroup(std::initializer_list<Intervention> group);
    void dress(Intervention what);

    Theme *m_theme;
    std::map<Intervention, QAction *> m_actions;
    std::map<QAction *, QList<QAction *>> m_groups; ///< by the separator before them
};

} // namespace renum::ui
