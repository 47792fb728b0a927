// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/look.h"

#include "ui/theme/style_sheet.h"

#include <QStyle>
#include <QVariant>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

void setProperty(QWidget *widget, const char *name, const QString &value)
{
    if (widget->property(name).toString() == value)
        return;
    widget->setProperty(name, value);
    // A style sheet looks at properties only when a widget is polished.
    if (widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    widget->update();
}

} // namespace

void setLook(QWidget *widget, Look look)
{
    widget->setAttribute(Qt::WA_StyledBackground);
    setProperty(widget, "look", nameOf(look));
}

void setTextLook(QWidget *widget, TextStyle style, ColorToken color)
{
    setProperty(widget, "textStyle", nameOf(style));
    setProperty(widget, "textColor", nameOf(color));
}

} // namespace renum::ui
