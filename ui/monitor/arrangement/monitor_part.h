// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "ui/monitor/replay/monitor_moment.h"

#include <QString>

#include <functional>

class QWidget;

namespace renum::ui {

/// A view of one execution, as the monitor arranges it: what is shown where, and how it is told.
struct MonitorPart {
    /// Where it is until the person moves it. Parts in one place are tabs, in the order they were
    /// added.
    enum class Place { Top, Middle, Bottom, BottomRight, Side };

    QString id; ///< stable: the remembered arrangement knows it by this
    std::function<QString()> title; ///< in the language of the moment
    QWidget *widget = nullptr; ///< taken over
    Place place = Place::Bottom;
    /// The moment is another one, or time has passed. Not called while nobody can see the widget.
    std::function<void(const MonitorMoment &)> show = {};
    /// This agent was chosen, in whichever view.
    std::function<void(const AgentId &)> select = {};
    /// Another execution is opened: nothing borrowed may be kept.
    std::function<void()> clear = {};
};

} // namespace renum::ui
