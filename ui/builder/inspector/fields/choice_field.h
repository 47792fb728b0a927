// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/inspector/fields/field.h"

#include <vector>

class QComboBox;

namespace renum::ui {

struct Choice {
    QString value; ///< as it is stored
    QString text; ///< as it is shown
    friend bool operator==(const Choice &, const Choice &) = default;
};

/// One of several values, or where it is open, one that the person writes.
class ChoiceField : public Field {
    Q_OBJECT

public:
    enum class Kind {
        Closed, ///< a value that is none of the choices is shown beside them
        Open, ///< any text; what is shown for a choice means its value
    };
    explicit ChoiceField(Kind kind, QWidget *parent = nullptr);

    void setChoices(const std::vector<Choice> &choices);
    void show(const QString &value);
    using QWidget::show;
    void setPlaceholder(const QString &text);
    [[nodiscard]] QString value() const;
    void openList();

signals:
    /// One of the list.
    void chosen(const QString &value);
    /// Typed; only where it is open.
    void typed(const QString &value);

private:
    [[nodiscard]] QString valueOf(const QString &text) const;
    [[nodiscard]] QString textOf(const QString &value) const;
    void rebuild();

    QComboBox *m_box;
    Kind m_kind;
    std::vector<Choice> m_choices;
    QString m_value;
};

} // namespace renum::ui
