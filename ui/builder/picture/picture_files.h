// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "ui/graph/graph_model.h"

#include <QObject>
#include <QThreadPool>

namespace renum::ui {

class TeamGraphView;

/// A team's graph as a picture in a file that the person chooses: SVG, PNG or, to print, PDF.
/// Pixels are encoded and files written on a thread of their own.
class PictureFiles : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`. `theme` outlives this.
    PictureFiles(const Theme *theme, QWidget *window);
    ~PictureFiles() override;

    /// Exports what `view` shows now, even if it is closed before a file is chosen.
    void askAndExport(const TeamGraphView *view, const QString &team);
    /// The suffix of `path` decides; another one than the three gets .png appended, and then no
    /// file that exists is replaced.
    void write(const QString &path, const GraphModel &graph, const QString &team);

signals:
    void written(const QString &path);
    /// The message is a sentence for the person.
    void failed(const renum::Error &error);

private:
    const Theme *m_theme;
    QWidget *m_window;
    QThreadPool m_pool;
};

} // namespace renum::ui
