// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QLabel>

namespace renum::ui {

/// A label whose plain text breaks into lines. Nested layouts ask such a label for its height again
/// and again, and QLabel lays its text out for each answer; this one remembers them.
class WrappedLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget *parent = nullptr);
    explicit WrappedLabel(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    mutable QString m_measuredText;
    mutable QHash<int, int> m_heights; ///< by width
};

/// Such a label with its words and its place in the type scale.
[[nodiscard]] WrappedLabel *wrappedText(
    const QString &text, TextStyle style, ColorToken color, QWidget *parent);

} // namespace renum::ui
