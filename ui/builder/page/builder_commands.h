// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace renum::ui {

class Theme;

/// What can be done with a team as a whole: menus, buttons, keys and the list of commands share
/// these.
class BuilderCommands : public QObject {
    Q_OBJECT

public:
    /// The actions are added to `page`, where their keys work.
    BuilderCommands(Theme *theme, QWidget *page);

    QAction *newTeam = nullptr;
    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *save = nullptr;
    QAction *plan = nullptr;
    QAction *run = nullptr;
    QAction *importTeam = nullptr;
    QAction *exportTeam = nullptr;
    QAction *exportPicture = nullptr;
    QAction *saveTemplate = nullptr;
    QAction *replaceMissing = nullptr;
    QAction *versions = nullptr;
    QAction *close = nullptr;

    void retranslate();
};

} // namespace renum::ui
