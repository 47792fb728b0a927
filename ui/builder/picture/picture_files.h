// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "ui/builder/picture/picture_work.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <memory>

class QProgressDialog;

namespace renum::ui {

class TeamGraphView;

/// A team's graph as a picture in a file that the person chooses: SVG, PNG or, to print, PDF. It is
/// painted a little at a time, so that the window stays alive; pixels are encoded and files written
/// on a thread of their own. What takes long shows how far it is and can be cancelled.
class PictureFiles : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`. `theme` outlives this.
    PictureFiles(const Theme *theme, QWidget *window);
    ~PictureFiles() override;

    /// Exports what `view` shows now, even if it is closed before a file is chosen.
    void askAndExport(const TeamGraphView *view, const QString &team);
    /// The suffix of `path` decides; another one than the three gets .png appended, and then no
    /// file that exists is replaced. One picture at a time: another one waits.
    void write(const QString &path, const GraphModel &graph, const QString &team);
    /// The pictures that are not painted yet are not made.
    void cancel();

signals:
    void written(const QString &path);
    /// The message is a sentence for the person.
    void failed(const renum::Error &error);

private:
    struct Order {
        QString path;
        PictureFormat format;
        GraphModel graph;
        QString team;
    };
    void begin();
    void goOn();
    void save(const QString &path, const PictureContent &content);
    void showProgress();

    const Theme *m_theme;
    QWidget *m_window;
    std::deque<Order> m_orders; ///< the first one is being painted
    std::unique_ptr<PictureWork> m_work;
    QPointer<QProgressDialog> m_progress;
    QTimer m_next;
    QThreadPool m_pool;
};

} // namespace renum::ui
