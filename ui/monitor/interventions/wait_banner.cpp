// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/wait_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

ColorToken textColor(Look look)
{
    switch (look) {
    case Look::OkBanner:
        return ColorToken::Ok;
    case Look::WarnBanner:
        return ColorToken::Warn;
    case Look::ErrBanner:
        return ColorToken::Err;
    default:
        return ColorToken::AccentStrong;
    }
}

} // namespace

WaitBanner::WaitBanner(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, Theme::Space2);
    m_row->addWidget(m_text, 1);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    ui::setLook(this, m_line.look);
    setTextLook(m_text, TextStyle::Body, textColor(m_line.look));
}

void WaitBanner::setLine(const WaitLine &line)
{
    if (line == m_line)
        return;
    const bool otherLook = line.look != m_line.look;
    m_line = line;
    m_text->setText(line.text);
    setAccessibleName(line.text);
    if (!otherLook)
        return;
    ui::setLook(this, line.look);
    setTextLook(m_text, TextStyle::Body, textColor(line.look));
}

void WaitBanner::setActions(const InterventionScene &scene)
{
    const std::vector<Intervention> offered = waitActions(scene);
    if (offered != m_offered) {
        m_offered = offered;
        for (QPushButton *old : std::exchange(m_buttons, {})) {
            old->hide();
            old->deleteLater(); // it may be the one that was clicked
        }
        for (const Intervention what : offered) {
            auto *button = new QPushButton(this);
            button->setObjectName(nameOf(what) + u"Offer"_s);
            connect(button, &QPushButton::clicked, this, [this, what] { emit chosen(what); });
            m_row->addWidget(button);
            m_buttons.append(button);
        }
    }
    for (std::size_t i = 0; i < m_offered.size(); ++i) {
        QPushButton *button = m_buttons.at(qsizetype(i));
        button->setText(titleOf(m_offered[i], scene));
        button->setToolTip(toolTipOf(m_offered[i], scene));
    }
}

QString WaitBanner::text() const
{
    return m_line.text;
}

} // namespace renum::ui
