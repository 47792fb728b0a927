// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/settings/app_settings.h"
#include "ui/settings/builder_section.h"
#include "ui/settings/connection_form.h"
#include "ui/settings/endpoints_section.h"
#include "ui/settings/form_look.h"
#include "ui/settings/notices_section.h"
#include "ui/settings/own_agents_section.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ColumnWidth = 20 * Theme::ControlHeight;

/// A card with a heading; returns its layout.
QVBoxLayout *makeSection(QFrame *card, QLabel *title)
{
    setLook(card, Look::Card);
    setTextLook(title, TextStyle::Title);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(Theme::Space6, Theme::Space4, Theme::Space6, Theme::Space6);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(title);
    return layout;
}

} // namespace

SettingsPage::SettingsPage(const SettingsParts &parts, QWidget *parent)
    : Page(parent)
    , m_parts(parts)
{
    setLook(this, Look::Page);
    auto *content = new QWidget;
    setLook(content, Look::Page);
    auto *column = new QWidget(content);
    column->setMaximumWidth(ColumnWidth);
    auto *cards = new QVBoxLayout(column);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(Theme::Space4);
    cards->addWidget(makeAppearance());
    cards->addWidget(makeNotices());
    if (m_parts.builder)
        cards->addWidget(makeBuilder());
    cards->addWidget(makeConnection());
    cards->addWidget(makeEndpoints());
    cards->addWidget(makeAgents());
    cards->addStretch();
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space6);
    row->addWidget(column, 1, Qt::AlignTop);
    row->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    retranslate();
}

QWidget *SettingsPage::makeAppearance()
{
    auto *card = new QFrame;
    m_appearanceTitle = new QLabel(card);
    m_themeLabel = new QLabel(card);
    m_languageLabel = new QLabel(card);
    m_theme = new QComboBox(card);
    m_theme->setObjectName(u"themeChoice"_s);
    for (const Theme::Mode mode : { Theme::Mode::System, Theme::Mode::Light, Theme::Mode::Dark })
        m_theme->addItem({}, QVariant::fromValue(mode));
    m_theme->setCurrentIndex(m_theme->findData(QVariant::fromValue(m_parts.theme->mode())));
    m_language = new QComboBox(card);
    m_language->setObjectName(u"languageChoice"_s);
    for (const Language::Choice choice : { Language::Choice::System, Language::Choice::English,
             Language::Choice::BrazilianPortuguese })
        m_language->addItem({}, QVariant::fromValue(choice));
    m_language->setCurrentIndex(
        m_language->findData(QVariant::fromValue(m_parts.language->choice())));
    auto *form = new QFormLayout;
    form->addRow(m_themeLabel, m_theme);
    form->addRow(m_languageLabel, m_language);
    dressForm(form);
    makeSection(card, m_appearanceTitle)->addLayout(form);
    connect(m_theme, &QComboBox::activated, this, &SettingsPage::themeChosen);
    connect(m_language, &QComboBox::activated, this, &SettingsPage::languageChosen);
    return card;
}

QWidget *SettingsPage::makeNotices()
{
    auto *card = new QFrame;
    m_noticesTitle = new QLabel(card);
    makeSection(card, m_noticesTitle)->addWidget(new NoticesSection(m_parts.settings, card));
    return card;
}

QWidget *SettingsPage::makeBuilder()
{
    auto *card = new QFrame;
    m_builderTitle = new QLabel(card);
    makeSection(card, m_builderTitle)->addWidget(new BuilderSection(m_parts.builder, card));
    return card;
}

QWidget *SettingsPage::makeConnection()
{
    auto *card = new QFrame;
    m_connectionTitle = new QLabel(card);
    m_connectionHint = new QLabel(card);
    m_connectionHint->setWordWrap(true);
    setTextLook(m_connectionHint, TextStyle::Body, ColorToken::TextDim);
    QVBoxLayout *layout = makeSection(card, m_connectionTitle);
    layout->addWidget(m_connectionHint);
    layout->addWidget(
        new ConnectionForm(m_parts.workspace, m_parts.connection, m_parts.theme, card));
    return card;
}

QWidget *SettingsPage::makeEndpoints()
{
    auto *card = new QFrame;
    m_endpointsTitle = new QLabel(card);
    auto *section = new EndpointsSection(m_parts.workspace, m_parts.theme, card);
    connect(section, &EndpointsSection::toastRequested, this, &Page::toastRequested);
    makeSection(card, m_endpointsTitle)->addWidget(section);
    return card;
}

QWidget *SettingsPage::makeAgents()
{
    auto *card = new QFrame;
    m_agentsTitle = new QLabel(card);
    auto *section = new OwnAgentsSection(m_parts.workspace, m_parts.theme, card);
    connect(section, &OwnAgentsSection::toastRequested, this, &Page::toastRequested);
    makeSection(card, m_agentsTitle)->addWidget(section);
    return card;
}

PageEntry SettingsPage::entry()
{
    return { u"settings"_s, [] { return tr("Settings"); } };
}

void SettingsPage::themeChosen(int index)
{
    const auto mode = m_theme->itemData(index).value<Theme::Mode>();
    m_parts.settings->setValue(settings::ThemeMode, mode);
    m_parts.theme->setMode(mode);
}

void SettingsPage::languageChosen(int index)
{
    const auto choice = m_language->itemData(index).value<Language::Choice>();
    m_parts.settings->setValue(settings::LanguageChoice, choice);
    m_parts.language->apply(choice);
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void SettingsPage::retranslate()
{
    m_appearanceTitle->setText(tr("Appearance"));
    m_themeLabel->setText(tr("Colours"));
    m_theme->setItemText(0, tr("As the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_theme->setAccessibleName(m_themeLabel->text());
    m_languageLabel->setText(tr("Language"));
    m_language->setItemText(0, tr("As the system"));
    // Languages are named in themselves, so that everyone finds their own.
    m_language->setItemText(1, u"English"_s);
    m_language->setItemText(2, u"Português (Brasil)"_s);
    m_language->setAccessibleName(m_languageLabel->text());
    if (m_builderTitle)
        m_builderTitle->setText(tr("Builder"));
    m_endpointsTitle->setText(tr("Model endpoints"));
    m_agentsTitle->setText(tr("Agents of your own"));
    m_noticesTitle->setText(tr("Tell me when"));
    m_connectionTitle->setText(tr("Where agents run"));
    m_connectionHint->setText(
        tr("Teams are kept on this computer. Their agents run in the demo or on a Suna server. "
           "Executions that are running keep the connection they began with."));
}

} // namespace renum::ui
