// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/teams_header.h"

#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <chrono>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto TypingPause = 200ms;
constexpr int SearchWidth = 8 * Theme::ControlHeight;
} // namespace

TeamsHeader::TeamsHeader(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_back(new QPushButton(this))
    , m_type(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_new(new QPushButton(this))
    , m_delete(new QPushButton(this))
    , m_edit(new QPushButton(this))
    , m_run(new QPushButton(this))
{
    setLook(m_back, Look::QuietButton);
    setLook(m_type, Look::Chip);
    setLook(m_delete, Look::DangerButton);
    setLook(m_run, Look::PrimaryButton);
    m_back->setObjectName(u"backToTeams"_s);
    m_search->setObjectName(u"teamSearch"_s);
    m_new->setObjectName(u"newTeam"_s);
    m_delete->setObjectName(u"deleteTeam"_s);
    m_edit->setObjectName(u"editTeam"_s);
    m_run->setObjectName(u"runTeam"_s);
    m_back->setIcon(theme->icon(u"back"_s, ColorToken::TextDim));
    m_new->setIcon(theme->icon(u"plus"_s, ColorToken::TextDim));
    m_edit->setIcon(theme->icon(u"builder"_s, ColorToken::TextDim));
    m_run->setIcon(theme->icon(u"play"_s, ColorToken::AccentText));
    m_search->addAction(theme->icon(u"search"_s, ColorToken::TextDim), QLineEdit::LeadingPosition);
    m_search->setFixedWidth(SearchWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(m_type, 0, Qt::AlignVCenter);
    layout->addStretch();
    layout->addWidget(m_back);
    layout->addWidget(m_search);
    layout->addWidget(m_new);
    layout->addWidget(m_delete);
    layout->addWidget(m_edit);
    layout->addWidget(m_run);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    // Only now: making the button costs more than all others of the header together.
    connect(
        m_search, &QLineEdit::textChanged, m_search,
        [this] { m_search->setClearButtonEnabled(true); }, Qt::SingleShotConnection);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this,
        [this] { emit searchChanged(m_search->text().trimmed()); });
    connect(m_run, &QPushButton::clicked, this, &TeamsHeader::runClicked);
    connect(m_delete, &QPushButton::clicked, this, &TeamsHeader::deleteClicked);
    connect(m_back, &QPushButton::clicked, this, &TeamsHeader::backClicked);
    connect(m_edit, &QPushButton::clicked, this, &TeamsHeader::editClicked);
    connect(m_new, &QPushButton::clicked, this, &TeamsHeader::newClicked);
    showListTools();
}

void TeamsHeader::showListTools()
{
    m_shownType.reset();
    for (QWidget *widget : { static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_type),
             static_cast<QWidget *>(m_delete) })
        widget->hide();
    m_search->show();
    m_new->show();
    retranslate();
}

void TeamsHeader::showTeamTools(const Team &team)
{
    m_shownType = team.workflow.type;
    for (QWidget *widget : { static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_type),
             static_cast<QWidget *>(m_delete) })
        widget->show();
    m_search->hide();
    m_new->hide();
    retranslate();
}

void TeamsHeader::setRunnable(bool runnable)
{
    m_run->setEnabled(runnable);
    m_delete->setEnabled(runnable);
    m_edit->setEnabled(runnable);
}

void TeamsHeader::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TeamsHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TeamsHeader::retranslate()
{
    m_back->setText(tr("All teams"));
    m_back->setToolTip(tr("Back to the list (Esc)"));
    m_search->setPlaceholderText(tr("Search teams…"));
    m_search->setAccessibleName(tr("Search teams"));
    m_search->setToolTip(tr("Searches names and descriptions (Ctrl+F)"));
    m_new->setText(tr("New team"));
    m_new->setToolTip(tr("Begins an empty team in the builder (Ctrl+N)"));
    m_edit->setText(tr("Edit"));
    m_edit->setToolTip(tr("Opens this team in the builder (Ctrl+E)"));
    m_delete->setText(tr("Delete"));
    m_delete->setToolTip(tr("Deletes this team after asking"));
    m_run->setText(tr("Run"));
    m_run->setToolTip(
        m_shownType ? tr("Run this team (Ctrl+R)") : tr("Run the selected team (Ctrl+R)"));
    if (m_shownType)
        m_type->setText(format::workflowType(*m_shownType));
}

} // namespace renum::ui
