// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/picture/picture_files.h"

#include "ui/builder/picture/picture_file.h"
#include "ui/graph/team_graph_view.h"
#include "ui/text/file_name.h"

#include <QFileDialog>
#include <QProgressDialog>

#include <chrono>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What the window may wait for between two events.
constexpr auto AtOnce = 4ms;
/// Shorter work shows no progress.
constexpr int PatienceMs = 400;

} // namespace

PictureFiles::PictureFiles(const Theme *theme, QWidget *window)
    : QObject(window)
    , m_theme(theme)
    , m_window(window)
{
    m_pool.setMaxThreadCount(1);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &PictureFiles::goOn);
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
    m_orders.push_back({ target, format.value_or(PictureFormat::Png), graph, team });
    if (m_orders.size() == 1)
        begin();
}

void PictureFiles::begin()
{
    const Order &order = m_orders.front();
    m_work = std::make_unique<PictureWork>(order.graph, *m_theme, order.format, order.team);
    m_next.start();
}

void PictureFiles::goOn()
{
    if (!m_work->goOn(AtOnce)) {
        showProgress();
        return;
    }
    m_next.stop();
    delete m_progress;
    const std::unique_ptr<PictureWork> work = std::move(m_work);
    save(m_orders.front().path, work->take());
    m_orders.pop_front();
    if (!m_orders.empty())
        begin();
}

void PictureFiles::showProgress()
{
    if (!m_progress) {
        m_progress
            = new QProgressDialog(tr("Painting the picture…"), tr("Cancel"), 0, 100, m_window);
        m_progress->setObjectName(u"pictureProgress"_s);
        m_progress->setWindowTitle(tr("Export as a picture"));
        m_progress->setMinimumDuration(PatienceMs);
        connect(m_progress, &QProgressDialog::canceled, this, &PictureFiles::cancel);
    }
    m_progress->setValue(m_work->progress());
}

void PictureFiles::cancel()
{
    m_next.stop();
    m_work.reset();
    m_orders.clear();
    if (m_progress)
        m_progress->deleteLater();
}

void PictureFiles::save(const QString &path, const PictureContent &content)
{
    m_pool.start([this, path, content] {
        const Result<void> saved = writePicture(path, content);
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
