// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"
#include "core/net/one_shot.h"
#include "core/workspace/agent_connection.h"

#include <QObject>
#include <QProcess>
#include <QUrl>

#include <memory>
#include <optional>

namespace renum {

/// The simulator beside the application: a child process that ends with us. It is started once;
/// when it dies, that is told, never mended silently.
class DemoSimulator : public QObject {
    Q_OBJECT

public:
    /// `keeper` adopts the process when it is being ended, until it has; it must outlive this.
    DemoSimulator(DemoConnection options, Clock *clock, QObject *keeper);
    /// Ends the process, without waiting for it.
    ~DemoSimulator() override;

    /// Starts it and answers with its address. Errors: demo_unavailable.
    [[nodiscard]] QCoro::Task<Result<QUrl>> start(std::stop_token stop);

signals:
    /// It ended by itself after it had started.
    void died(const renum::Error &error);

private:
    void readLine();
    void ended();
    [[nodiscard]] QStringList arguments() const;

    DemoConnection m_options;
    Clock *m_clock;
    QObject *m_keeper;
    QProcess *m_process;
    QByteArray m_output;
    OneShot<Result<QUrl>> m_address;
    bool m_running = false;
};

} // namespace renum
