// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/arrangement/monitor_part.h"

#include <QMainWindow>

#include <vector>

class QDockWidget;
class QMenu;

namespace renum::ui {

class PartTitle;
class Theme;

/// The parts of a monitor as docks: they can be moved, put one upon another, taken out to a window
/// of their own on another screen, and hidden. The arrangement can be stored.
class PartDocks : public QMainWindow {
    Q_OBJECT

public:
    explicit PartDocks(Theme *theme, QWidget *parent = nullptr);
    ~PartDocks() override;

    void add(MonitorPart part);
    /// Puts everything where it belongs at first.
    void arrange();

    /// Tells the parts that somebody can see; the others when they come into view.
    void show(const MonitorMoment &moment);
    void select(const AgentId &agent);
    /// Another execution is opened.
    void clear();

    /// To choose what is shown, and to have everything back where it was.
    [[nodiscard]] QMenu *viewsMenu() const noexcept { return m_views; }
    [[nodiscard]] QByteArray arrangement() const;
    /// False when the bytes make no sense, or are of other parts: then nothing changes.
    bool setArrangement(const QByteArray &arrangement);
    /// Brings a part into view, wherever it is.
    void bringForward(const QString &partId);

signals:
    /// A part has come into view and knows no moment.
    void momentNeeded();
    /// The person has moved or hidden something.
    void arrangementChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Docked {
        MonitorPart part;
        QDockWidget *dock = nullptr;
        PartTitle *title = nullptr;
        bool stale = true; ///< has not been told of the last moment
    };

    void retranslate();
    void makeMenu();
    [[nodiscard]] QDockWidget *leader(MonitorPart::Place place) const;
    void split(MonitorPart::Place from, MonitorPart::Place to, Qt::Orientation orientation);
    void divide();
    void tellChanged();
    void onMoved();
    void nameParts();

    Theme *m_theme;
    std::vector<Docked> m_parts;
    QMenu *m_views;
    QAction *m_reset;
    bool m_fresh = false; ///< arranged, but without sizes yet
    bool m_arranging = false;
    bool m_untouched = true; ///< nobody gave the parts places or sizes of their own
};

} // namespace renum::ui
