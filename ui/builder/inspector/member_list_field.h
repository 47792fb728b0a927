// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/fields/choice_field.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace renum::ui {

class ChoiceInput;
class Theme;

/// Several members of a team, each with a button that takes it out, and a list to add another from.
class MemberListField : public Field {
    Q_OBJECT

public:
    explicit MemberListField(Theme *theme, QWidget *parent = nullptr);

    /// What stands in the list to add from before anything is chosen.
    void setPrompt(const QString &prompt);
    /// `offered` are those that can be added; the words of both are for people.
    void show(const std::vector<Choice> &members, const std::vector<Choice> &offered);
    using QWidget::show;

signals:
    void added(const QString &id);
    void removed(const QString &id);

private:
    void offer(const std::vector<Choice> &offered);
    void rebuild();
    [[nodiscard]] QWidget *makeRow(const Choice &member);

    Theme *m_theme;
    ChoiceInput *m_add;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    std::vector<Choice> m_members;
    std::vector<Choice> m_offered;
    QString m_prompt;
};

} // namespace renum::ui
