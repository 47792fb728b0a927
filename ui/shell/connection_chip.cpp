// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connection_chip.h"

#include "ui/text/connection_text.h"
#include "ui/theme/look.h"

#include <QEvent>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int DotSize = 12;

struct Health {
    QString icon;
    ColorToken color;
};

bool isWhole(const ConnectionStatus &status)
{
    return std::ranges::none_of(
        status.parts, [](const ConnectionPart &part) { return part.error.has_value(); });
}

Health healthOf(const ConnectionStatus &status)
{
    switch (status.state) {
    case ConnectionStatus::State::Unconfigured:
        return { u"plug"_s, ColorToken::Neutral };
    case ConnectionStatus::State::Connecting:
        return { u"pending"_s, ColorToken::Warn };
    case ConnectionStatus::State::Connected:
        return isWhole(status) ? Health { u"running"_s, ColorToken::Ok }
                               : Health { u"alert"_s, ColorToken::Warn };
    case ConnectionStatus::State::Failed:
        return { u"alert"_s, ColorToken::Err };
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionChip::ConnectionChip(Workspace *workspace, Theme *theme, QWidget *parent)
    : QToolButton(parent)
    , m_workspace(workspace)
    , m_theme(theme)
{
    setLook(this, Look::Chip);
    setObjectName(u"connectionChip"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({ DotSize, DotSize });
    setFocusPolicy(Qt::TabFocus);
    connect(workspace, &Workspace::connectionStatusChanged, this, &ConnectionChip::showStatus);
    showStatus(workspace->connectionStatus());
}

void ConnectionChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showStatus(m_workspace->connectionStatus());
    QToolButton::changeEvent(event);
}

void ConnectionChip::showStatus(const ConnectionStatus &status)
{
    const Health health = healthOf(status);
    setIcon(m_theme->icon(health.icon, health.color));
    setText(connectionSummary(status));
    setToolTip(connectionSentence(status));
    setAccessibleName(tr("Where work runs: %1").arg(text()));
    setAccessibleDescription(toolTip());
}

} // namespace renum::ui
