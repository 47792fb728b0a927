// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/form_look.h"

#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace renum::ui {

namespace {

QWidgetList labelsOf(const QFormLayout *form)
{
    QWidgetList labels;
    for (int row = 0; row < form->rowCount(); ++row) {
        const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
        if (item && item->widget())
            labels.append(item->widget());
    }
    return labels;
}

} // namespace

void dressForm(QFormLayout *form)
{
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(Theme::Space4);
    form->setVerticalSpacing(Theme::Space2);
    // Beside a field much taller than its text a form puts a label at the top: that is right only
    // where the field has several lines.
    for (int row = 0; row < form->rowCount(); ++row) {
        const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole);
        const QLayoutItem *field = form->itemAt(row, QFormLayout::FieldRole);
        const bool tall = field && field->expandingDirections().testFlag(Qt::Vertical);
        if (label && label->widget() && !tall)
            label->widget()->setMinimumHeight(Theme::ControlHeight);
    }
}

void alignForms(QWidget *parent)
{
    QWidgetList labels;
    const QList<QFormLayout *> forms = parent->findChildren<QFormLayout *>();
    for (const QFormLayout *form : forms)
        labels += labelsOf(form);
    int widest = 0;
    for (const QWidget *label : std::as_const(labels))
        widest = std::max(widest, label->sizeHint().width());
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(widest);
}

} // namespace renum::ui
