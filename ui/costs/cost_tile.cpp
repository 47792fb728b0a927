// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/cost_tile.h"

#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int TileWidth = 5 * Theme::ControlHeight;

QLabel *makeLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

CostTile::CostTile(const QString &objectName, QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel(this, u"tileTitle"_s))
    , m_figure(makeLabel(this, u"tileFigure"_s))
    , m_note(makeLabel(this, u"tileNote"_s))
    , m_action(new QPushButton(this))
{
    setObjectName(objectName);
    setLook(this, Look::Card);
    setMinimumWidth(TileWidth);
    setTextLook(m_title, TextStyle::Label, ColorToken::TextDim);
    setTextLook(m_figure, TextStyle::Figure);
    setTextLook(m_note, TextStyle::Label, ColorToken::TextDim);
    m_note->setWordWrap(true);
    m_action->setObjectName(objectName + u"Action"_s);
    setLook(m_action, Look::LinkButton);
    m_action->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, Theme::Space3);
    column->setSpacing(Theme::Space1);
    column->addWidget(m_title);
    column->addWidget(m_figure);
    auto *below = new QHBoxLayout;
    below->addWidget(m_note, 1);
    below->addWidget(m_action);
    column->addLayout(below);
    column->addStretch(1);
    connect(m_action, &QPushButton::clicked, this, &CostTile::actionTriggered);
}

void CostTile::showFigure(
    const QString &title, const QString &figure, const QString &note, ColorToken noteColor)
{
    m_title->setText(title);
    m_figure->setText(figure);
    m_note->setText(note);
    setTextLook(m_note, TextStyle::Label, noteColor);
    //: what, how much, and a remark: for screen readers
    setAccessibleName(tr("%1: %2. %3").arg(title, figure, note));
}

void CostTile::setAction(const QString &text, const QString &toolTip)
{
    m_action->setText(text);
    m_action->setToolTip(toolTip);
    m_action->setVisible(!text.isEmpty());
}

QString CostTile::figure() const
{
    return m_figure->text();
}

QString CostTile::note() const
{
    return m_note->text();
}

} // namespace renum::ui
