// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"
#include "ui/builder/inspector/fields/choice_field.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace renum::ui {

class Theme;

/// Where the text of an input comes from: one source or several, one below the other.
class SourceList : public Field {
    Q_OBJECT

public:
    explicit SourceList(Theme *theme, QWidget *parent = nullptr);

    struct Content {
        std::vector<InputSource> sources;
        std::vector<Choice> producers; ///< members whose result there can be
        QStringList keys; ///< of the context, to suggest
    };
    void show(const Content &content);
    using QWidget::show;
    void retranslate();

signals:
    /// `key` is for merging what is typed; empty for everything else.
    void edited(const std::vector<renum::InputSource> &sources, const QString &key);

private:
    struct Row {
        QWidget *widget;
        ChoiceField *source;
        ChoiceField *variable;
        QToolButton *remove;
    };
    [[nodiscard]] Row makeRow(std::size_t index);
    void connectRow(const Row &row, std::size_t index);
    void rebuild(std::size_t count);
    void showRow(std::size_t index);
    [[nodiscard]] std::vector<Choice> sourceChoices() const;
    void change(std::size_t index, const InputSource &source, const QString &key);

    Theme *m_theme;
    QVBoxLayout *m_rows;
    QPushButton *m_add;
    std::vector<Row> m_list;
    Content m_content;
};

} // namespace renum::ui
