// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/team_files.h"

#include "core/workspace/team_file.h"
#include "ui/text/file_name.h"

#include <QFileDialog>

namespace renum::ui {

using namespace Qt::StringLiterals;

TeamFiles::TeamFiles(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_pool.setMaxThreadCount(1);
}

TeamFiles::~TeamFiles()
{
    m_pool.waitForDone();
}

void TeamFiles::askAndRead()
{
    auto *dialog
        = new QFileDialog(m_window, tr("Import a team"), {}, tr("Teams (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TeamFiles::read);
    dialog->open();
}

void TeamFiles::askAndWrite(const TeamDraft &team)
{
    auto *dialog
        = new QFileDialog(m_window, tr("Export the team"), {}, tr("Teams (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(fileNameFor(team.name) + u".renum.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, team](const QString &path) { write(path, team); });
    dialog->open();
}

void TeamFiles::read(const QString &path)
{
    m_pool.start([this, path] {
        const Result<TeamReading> reading = loadTeamFile(path);
        const auto tell = [this, reading] {
            if (reading)
                emit wasRead(*reading);
            else
                emit failed(reading.error());
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void TeamFiles::write(const QString &path, const TeamDraft &team)
{
    m_pool.start([this, path, team] {
        const Result<void> saved = saveTeamFile(path, team);
        const auto tell = [this, saved, path] {
            if (saved)
                emit written(path);
            else
                emit failed(saved.error());
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

} // namespace renum::ui
