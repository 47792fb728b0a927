// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace renum::ui {

class InspectorPart;
class Section;
class Theme;

/// Parts one below the other, each in a section that folds; what is said of the target as a whole
/// stands above them.
class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    explicit InspectorPanel(Theme *theme, QWidget *parent = nullptr);

    enum class Fold { Open, Closed };
    /// `name` is the object name of its heading.
    void add(InspectorPart *part, const QString &name, Fold fold);

    void retranslate();
    /// The target is another one or has changed; `problems` begin at the target.
    void refresh(const Problems &problems);
    void forgetTyping();
    void focusFirstField();

private:
    struct Entry {
        InspectorPart *part;
        Section *section;
        bool shows = false; ///< the target, though maybe not as it is by now
        bool isStale = false; ///< it is folded, and the target has changed
    };
    Theme *m_theme;
    QLabel *m_general;
    QVBoxLayout *m_rows;
    std::vector<Entry> m_entries;
};

} // namespace renum::ui
