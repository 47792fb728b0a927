// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// English and Portuguese keep the region of the system where it speaks that language.
QLocale localeFor(Language::Choice choice)
{
    QLocale system = QLocale::system();
    if (system.language() == QLocale::C) // formats for programs, not for people
        system = QLocale(QLocale::English, QLocale::UnitedStates);
    switch (choice) {
    case Language::Choice::System:
        return system;
    case Language::Choice::English:
        return system.language() == QLocale::English ? system : QLocale(QLocale::English);
    case Language::Choice::BrazilianPortuguese:
        return QLocale(QLocale::Portuguese, QLocale::Brazil);
    }
    Q_UNREACHABLE();
}

} // namespace

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::apply(Choice choice)
{
    m_choice = choice;
    const QLocale locale = localeFor(choice);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, qtFolder))
        QCoreApplication::installTranslator(&m_qt);
    // English is what the source says, but for its plurals; so it serves every other language too.
    if (m_ours.load(locale, u"renum"_s, u"_"_s, u":/i18n"_s) || m_ours.load(u":/i18n/renum_en"_s))
        QCoreApplication::installTranslator(&m_ours);
}

std::optional<Language::Choice> Language::fromName(const QString &name)
{
    if (name == "system"_L1)
        return Choice::System;
    if (name == "en"_L1)
        return Choice::English;
    if (name == "pt_BR"_L1)
        return Choice::BrazilianPortuguese;
    return std::nullopt;
}

} // namespace renum::ui
