// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace renum::ui {

class Theme;

/// Fields that few people need, folded away under a button.
class Fold : public QWidget {
    Q_OBJECT

public:
    struct Words {
        QString closed; ///< what the button says
        QString open;
        QString help; ///< what is in there
    };
    /// Takes `fields` over. `name` names the button for tests.
    Fold(const Words &words, const QString &name, QWidget *fields, Theme *theme,
        QWidget *parent = nullptr);

    void setOpen(bool open);

signals:
    void toggled(bool open);

private:
    void showFields(bool shown);

    Words m_words;
    Theme *m_theme;
    QPushButton *m_button;
    QWidget *m_fields;
};

} // namespace renum::ui
