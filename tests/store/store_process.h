// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace renum::test {

/// The helper program store_driver, which uses a store in a process of its own.
class StoreProcess {
public:
    explicit StoreProcess(const QStringList &arguments);
    /// Runs it under another program, for example a tracer: `wrapper` is that and its arguments.
    StoreProcess(QStringList wrapper, const QStringList &arguments);
    /// Kills it when it still runs.
    ~StoreProcess();
    StoreProcess(const StoreProcess &) = delete;
    StoreProcess &operator=(const StoreProcess &) = delete;

    /// The next line it printed; empty at the end, or when none comes within half a minute.
    [[nodiscard]] QString nextLine();
    /// Waits for its end; true when it ended by itself, with success.
    [[nodiscard]] bool endsWell();
    /// SIGKILL, then waits for its end; what it had printed can still be read.
    void kill();

    /// Permissions as of chmod.
    static void setMode(const QString &path, int mode);

private:
    QProcess m_process;
};

} // namespace renum::test
