// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_projection.h"
#include "tests/ui/fake_workspace.h"

#include <QPointer>

namespace renum::bench {

/// A workspace with one execution of as many events as asked for: each is made of its JSON when it
/// is read, so that a million take no room. Members write in turn.
class MonitorLog : public ui::FakeWorkspace {
public:
    MonitorLog(int stored, int members);

    [[nodiscard]] static ExecutionId id();
    [[nodiscard]] int stored() const noexcept { return m_stored; }
    /// Events from that seq on.
    [[nodiscard]] ExecutionEvents made(qint64 first, int count) const;
    /// They happen.
    void announce(const ExecutionEvents &events);

    [[nodiscard]] QCoro::Task<Result<renum::Execution>> execution(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ExecutionEvents>> events(
        ExecutionId id, qint64 after, int limit, std::stop_token stop) override;
    [[nodiscard]] std::unique_ptr<EventSubscription> subscribe(
        ExecutionId id, qint64 after) override;

private:
    [[nodiscard]] QByteArray frame(qint64 seq) const;

    int m_stored;
    int m_members;
    QByteArray m_created;
    QByteArray m_planned;
    QPointer<EventSubscription> m_subscription;
};

} // namespace renum::bench
