// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/page.h"

class QComboBox;
class QLabel;

namespace renum::ui {

class AppSettings;
class BuilderHabits;
class ConnectionController;
class Language;
class Theme;

/// What the settings page changes. All outlive it.
struct SettingsParts {
    Workspace *workspace = nullptr;
    ConnectionController *connection = nullptr;
    Theme *theme = nullptr;
    Language *language = nullptr;
    AppSettings *settings = nullptr;
    BuilderHabits *builder = nullptr; ///< null: nothing to set there
};

/// Looks, language, where agents run, and agents of one's own. Every change works at once.
class SettingsPage : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(const SettingsParts &parts, QWidget *parent = nullptr);

    [[nodiscard]] static PageEntry entry();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeAppearance();
    QWidget *makeNotices();
    QWidget *makeBuilder();
    QWidget *makeConnection();
    QWidget *makeEndpoints();
    QWidget *makeAgents();
    void retranslate();
    void themeChosen(int index);
    void languageChosen(int index);

    SettingsParts m_parts;
    QLabel *m_appearanceTitle = nullptr;
    QLabel *m_themeLabel = nullptr;
    QComboBox *m_theme = nullptr;
    QLabel *m_languageLabel = nullptr;
    QComboBox *m_language = nullptr;
    QLabel *m_noticesTitle = nullptr;
    QLabel *m_builderTitle = nullptr;
    QLabel *m_connectionTitle = nullptr;
    QLabel *m_connectionHint = nullptr;
    QLabel *m_endpointsTitle = nullptr;
    QLabel *m_agentsTitle = nullptr;
};

} // namespace renum::ui
