// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QByteArray>
#include <QTemporaryDir>

namespace renum::test {

/// The disk of a simulated machine: one database file, which may refuse to take more, and which is
/// put back to what it held when the process died.
class SimulatedDisk {
public:
    SimulatedDisk();

    [[nodiscard]] QString file() const;
    /// A new empty database.
    void format(Clock *clock);
    /// Events with this seq and later are refused from now on.
    void refuseFrom(qint64 seq);
    void acceptAgain();
    /// Keeps what a process that dies now leaves behind.
    void keep();
    /// After the store was closed: whatever it wrote since keep() never happened.
    void putBack();

private:
    QTemporaryDir m_folder;
    QByteArray m_empty;
    QByteArray m_kept;
    QByteArray m_keptLog;
};

} // namespace renum::test
