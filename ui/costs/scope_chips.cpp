// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/scope_chips.h"

#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

ScopeChips::ScopeChips(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::Space2);
    m_row->addStretch(1);
    hide();
}

void ScopeChips::addChip(const Chip &chip)
{
    auto *button = new QPushButton(m_theme->icon(u"cross"_s, ColorToken::TextDim), chip.text, this);
    button->setObjectName(chip.name);
    button->setIconSize({ Theme::Space3, Theme::Space3 });
    button->setToolTip(tr("Do not narrow to this any more"));
    button->setAccessibleName(tr("Narrowed to %1. Press to take that away.").arg(chip.text));
    setLook(button, Look::Chip);
    connect(button, &QPushButton::clicked, this,
        [this, without = chip.without] { emit scopeChosen(without); });
    m_row->insertWidget(m_row->count() - 1, button);
    button->show();
}

QList<ScopeChips::Chip> ScopeChips::chipsOf(const CostScope &scope, const CostNames &names)
{
    QList<Chip> chips;
    const auto add = [&](const QString &name, const QString &text) -> CostScope & {
        chips.append({ name, text, scope });
        return chips.last().without;
    };
    if (scope.stretch.first)
        add(u"chipDays"_s, daysText(scope.stretch)).stretch = {};
    if (!scope.team.isEmpty())
        add(u"chipTeam"_s, names.team(scope.team)).team = {};
    if (!scope.agent.isEmpty())
        add(u"chipAgent"_s, names.agent(scope.agent)).agent = {};
    if (!scope.model.isEmpty())
        add(u"chipModel"_s, CostNames::model(scope.model)).model.clear();
    return chips;
}

void ScopeChips::showScope(const CostScope &scope, const CostNames &names)
{
    const QList<Chip> chips = chipsOf(scope, names);
    if (chips == m_chips)
        return; // the one that has the focus keeps it
    m_chips = chips;
    while (m_row->count() > 1) {
        QLayoutItem *item = m_row->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(!chips.isEmpty());
    for (const Chip &chip : chips)
        addChip(chip);
}

} // namespace renum::ui
