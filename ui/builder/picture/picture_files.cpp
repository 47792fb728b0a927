// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/picture/picture_files.h"

#include "ui/builder/picture/picture_file.h"
#include "ui/graph/team_graph_view.h"
#include "ui/text/file_name.h"

#include <QFileDialog>

namespace renum::ui {

using namespace Qt::StringLiterals;

PictureFiles::PictureFiles(const Theme *theme, QWidget *window)
    : QObject(window)
    , m_theme(theme)
    , m_window(window)
{
    m_pool.setMaxThreadCount(1);
}

PictureFiles::~PictureFiles()
{
    m_pool.waitForDone();
}

void PictureFiles::askAndExport(const TeamGraphView *view, const QString &team)
{
    auto *dialog = new QFileDialog(m_window, tr("Export as a picture"));
    dialog->setObjectName(u"exportPictureDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    const std::pair<QString, QString> kinds[] = {
        { u"svg"_s, tr("Drawing, sharp at any size (*.svg)") },
        { u"png"_s, tr("Image (*.png)") },
        { u"pdf"_s, tr("Page to print (*.pdf)") },
    };
    QStringList filters;
    for (const auto &[suffix, filter] : kinds) {
        filters << filter;
        connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, suffix = suffix, filter = filter](const QString &chosen) {
                if (chosen == filter)
                    dialog->setDefaultSuffix(suffix);
            });
    }
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(kinds[0].first);
    dialog->selectFile(fileNameFor(team));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, team, graph = view->graph()](const QString &path) { write(path, graph, team); });
    dialog->open();
}

void PictureFiles::write(const QString &path, const GraphModel &graph, const QString &team)
{
    const std::optional<PictureFormat> format = pictureFormatOf(path);
    const QString target = format ? path : path + u".png"_s;
    // Nobody was asked about replacing this one.
    if (!format && QFileInfo::exists(target)) {
        emit failed(pictureExists(target));
        return;
    }
    const PictureContent content
        = paintPicture(graph, *m_theme, format.value_or(PictureFormat::Png), team);
    m_pool.start([this, target, content] {
        const Result<void> saved = writePicture(target, content);
        const auto tell = [this, saved, target] {
            if (saved)
                emit written(target);
            else
                emit failed(saved.error());
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

} // namespace renum::ui
