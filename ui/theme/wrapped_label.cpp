// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/wrapped_label.h"

#include "ui/theme/look.h"

namespace renum::ui {

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

WrappedLabel::WrappedLabel(const QString &text, QWidget *parent)
    : WrappedLabel(parent)
{
    setText(text);
}

int WrappedLabel::heightForWidth(int width) const
{
    if (m_measuredText != text()) {
        m_heights.clear();
        m_measuredText = text();
    }
    const auto known = m_heights.constFind(width);
    if (known != m_heights.cend())
        return *known;
    ensurePolished(); // or its font changes while it is measured
    const int height = QLabel::heightForWidth(width);
    m_heights.insert(width, height);
    return height;
}

void WrappedLabel::changeEvent(QEvent *event)
{
    m_heights.clear(); // its font, perhaps
    QLabel::changeEvent(event);
}

WrappedLabel *wrappedText(const QString &text, TextStyle style, ColorToken color, QWidget *parent)
{
    auto *label = new WrappedLabel(text, parent);
    setTextLook(label, style, color);
    return label;
}

} // namespace renum::ui
