// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/definitions_section.h"

#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

DefinitionsSection::DefinitionsSection(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_hint(new WrappedLabel(this))
    , m_list(new EntryList(theme, this))
    , m_add(new QPushButton(this))
{
    setTextLook(m_hint, TextStyle::Body, ColorToken::TextDim);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(m_hint);
    layout->addWidget(m_list);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_list, &EntryList::editAsked, this, &DefinitionsSection::edit);
    connect(m_list, &EntryList::removeAsked, this, &DefinitionsSection::removeAsked);
    connect(workspace, &Workspace::ownAgentsChanged, this, &DefinitionsSection::reload);
}

void DefinitionsSection::showFailure(const Error &error)
{
    emit toastRequested({ errorText(error), {}, {}, true });
}

void DefinitionsSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showEntries();
    }
    QWidget::changeEvent(event);
}

} // namespace renum::ui
