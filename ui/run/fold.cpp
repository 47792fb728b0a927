// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/fold.h"

#include "ui/theme/look.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

Fold::Fold(const Words &words, const QString &name, QWidget *fields, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_theme(theme)
    , m_button(new QPushButton(this))
    , m_fields(fields)
{
    setLook(m_button, Look::LinkButton);
    m_button->setObjectName(name);
    m_button->setCheckable(true);
    m_button->setAutoDefault(false);
    m_button->setToolTip(words.help);
    m_fields->setParent(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space1);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(m_fields);
    connect(m_button, &QPushButton::toggled, this, [this](bool open) {
        showFields(open);
        emit toggled(open);
    });
    showFields(false);
}

void Fold::setOpen(bool open)
{
    m_button->setChecked(open);
}

void Fold::showFields(bool shown)
{
    m_fields->setVisible(shown);
    m_button->setText(shown ? m_words.open : m_words.closed);
    m_button->setIcon(
        m_theme->icon(shown ? u"chevron-down"_s : u"chevron"_s, ColorToken::AccentStrong));
}

} // namespace renum::ui
