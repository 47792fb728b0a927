// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/tool_consent.h"

#include "ui/settings/form_look.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>

namespace renum::ui {

using namespace Qt::StringLiterals;

ToolConsent::ToolConsent(QWidget *parent)
    : QWidget(parent)
    , m_allow(new QCheckBox(this))
    , m_hint(new WrappedLabel(this))
    , m_address(new QWidget(this))
    , m_urlLabel(new QLabel(m_address))
    , m_url(new QLineEdit(m_address))
{
    m_allow->setObjectName(u"allowTools"_s);
    m_url->setObjectName(u"toolsUrl"_s);
    setTextLook(m_hint, TextStyle::Label, ColorToken::TextDim);
    auto *address = new QFormLayout(m_address);
    address->setContentsMargins(0, 0, 0, 0);
    address->addRow(m_urlLabel, m_url);
    dressForm(address);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::Space2, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_allow);
    layout->addWidget(m_hint);
    layout->addWidget(m_address);
    connect(m_allow, &QCheckBox::toggled, m_address, &QWidget::setVisible);
    retranslate();
    setTools({});
}

void ToolConsent::setTools(const TeamToolsChoice &tools)
{
    m_allow->setChecked(tools.mayChangeAgents);
    m_url->setText(tools.url);
    m_address->setVisible(tools.mayChangeAgents);
}

TeamToolsChoice ToolConsent::tools() const
{
    return { m_allow->isChecked(), m_url->text().trimmed() };
}

void ToolConsent::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ToolConsent::retranslate()
{
    m_allow->setText(tr("Give agents the team's tools while they work"));
    m_allow->setToolTip(tr("For members that call tools; the others write to the team in their "
                           "answers"));
    m_hint->setText(tr("Renum adds a tool server to the agent's settings when an execution begins "
                       "and takes it away at its end. Without this such members use the team's "
                       "protocol in their answers."));
    m_urlLabel->setText(tr("Reached at"));
    m_url->setPlaceholderText(tr("Empty: the server runs on this computer"));
    m_url->setToolTip(tr("The address under which the server reaches this computer, for example "
                         "that of a tunnel"));
    m_url->setAccessibleName(tr("Address of this computer for the team's tools"));
}

} // namespace renum::ui
