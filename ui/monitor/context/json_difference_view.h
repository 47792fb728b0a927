// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json_difference.h"

#include <QWidget>

#include <memory>

class QLabel;
class QTreeView;

namespace renum::ui {

class DifferenceModel;
class TextDifferenceView;
class Theme;

/// What is not the same in two JSON values: a tree, and of the value that is chosen in it the
/// words.
class JsonDifferenceView : public QWidget {
    Q_OBJECT

public:
    explicit JsonDifferenceView(const Theme *theme, QWidget *parent = nullptr);

    /// Null is a value that there is not.
    void setValues(std::shared_ptr<const Json> before, std::shared_ptr<const Json> after);
    /// `owner` keeps alive what the difference borrows from.
    void setDifference(JsonDifference difference, std::shared_ptr<const void> owner);
    [[nodiscard]] DifferenceModel *model() const { return m_model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showWords();

    DifferenceModel *m_model;
    QLabel *m_summary;
    QTreeView *m_tree;
    TextDifferenceView *m_words;
};

} // namespace renum::ui
