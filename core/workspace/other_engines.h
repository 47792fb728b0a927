// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/net/clock.h"
#include "core/store/control_requests.h"
#include "core/workspace/execution_wish.h"

#include <QObject>

#include <chrono>
#include <stop_token>

namespace renum {

/// Asks the engine of another program on this computer, which drives an execution, to do what a
/// person wants of it, and waits for its answer. On the engine thread.
class OtherEngines : public QObject {
    Q_OBJECT

public:
    /// Contract §4.6: an answer comes after 15 s at the latest.
    static constexpr std::chrono::milliseconds Patience { 15'000 };

    /// All of them outlive it.
    OtherEngines(
        Store *store, Clock *clock, IdSource *ids, QString dataDir, QObject *parent = nullptr);
    ~OtherEngines() override;

    /// Errors: those of the wish; execution_not_active when that engine is gone or does not answer.
    [[nodiscard]] QCoro::Task<Result<void>> ask(
        ExecutionId execution, QString owner, ExecutionWish wish);

private:
    QCoro::Task<Result<void>> awaitAnswer(QString id, QString owner);

    ControlRequests m_requests;
    Clock *m_clock;
    IdSource *m_ids;
    QString m_dataDir;
    std::stop_source m_ending;
};

} // namespace renum
