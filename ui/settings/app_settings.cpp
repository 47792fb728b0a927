// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/app_settings.h"

#include <QFile>
#include <QFileInfo>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Copies a file that is no settings file, so that writing does not destroy it. Returns the copy.
QString keepDamagedCopy(const QString &file)
{
    if (!QFile::exists(file))
        return {};
    const QSettings probe(file, QSettings::IniFormat);
    // Sections are parsed when they are asked for; only then is a wrong one noticed.
    if (probe.allKeys().isEmpty() && probe.status() == QSettings::NoError)
        return {};
    if (probe.status() != QSettings::FormatError)
        return {};
    const QString copy = file + u".damaged"_s;
    QFile::remove(copy);
    return QFile::copy(file, copy) ? copy : QString();
}

} // namespace

QDir AppSettings::folder() const
{
    return QFileInfo(m_store.fileName()).dir();
}

AppSettings::AppSettings(const QString &file)
    : m_damagedCopy(keepDamagedCopy(file))
    , m_store(file, QSettings::IniFormat)
{
}

} // namespace renum::ui
