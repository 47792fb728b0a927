// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/runs/service.h"
#include "core/model/result.h"
#include "core/net/clock.h"

#include <QString>

#include <memory>

namespace renum::sim {

/// Keeps what happened in a file, so that a simulator that starts again goes on with it. The file
/// is replaced as a whole: a crash leaves the old one or the new one.
class StateFile {
public:
    /// Both must outlive this.
    StateFile(Clock *clock, Service *service, QString path);

    /// Takes up what the file holds; no file is no error. A file that cannot be used is left alone:
    /// nothing is written before this has succeeded.
    [[nodiscard]] Result<void> load();
    /// Something has changed: it is written soon.
    void changed();
    /// It is written now.
    void write();

private:
    Clock *m_clock;
    Service *m_service;
    QString m_path;
    std::unique_ptr<Clock::Timer> m_timer;
    bool m_loaded = false;
    bool m_failed = false; ///< told already
};

} // namespace renum::sim
