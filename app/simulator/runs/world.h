// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/runs/timeline.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

/// What the simulated service has stored. Plain data, no time of its own.
namespace renum::sim {

/// One event of a run's stream.
struct StreamEvent {
    qint64 milliseconds = 0; ///< with `number` the stream id of V3
    int number = 0;
    QByteArray json;
    Closing closing = Closing::No;
    bool liveOnly = false; ///< not part of a replay
    bool safeBoundary = false; ///< V2b may forget what lies before
};

struct RunRecord {
    QString id;
    QString threadId;
    QString agentId;
    QString prompt;
    QString model;
    QString response; ///< name of the scripted response
    QString status = QStringLiteral("running");
    QString error;
    Timestamp startedAt {};
    std::optional<Timestamp> completedAt;
    Timestamp visibleFrom {}; ///< routes do not find it before
    std::vector<StreamEvent> events;
    size_t firstKept = 0; ///< V2b: a replay begins here

    [[nodiscard]] bool running() const { return status == QLatin1String("running"); }
};

struct ThreadRecord {
    QString id;
    QString projectId;
    QString name;
    Timestamp createdAt {};
    Timestamp updatedAt {};
    std::vector<StoredMessage> messages;
    std::vector<RunRecord *> runs; ///< oldest first; owned by the world
    bool hasSandbox = true; ///< false for a V1 thread that was made behind the service's back

    /// The text of the newest user message; empty when there is none.
    [[nodiscard]] QString lastPrompt() const;
};

class World {
public:
    /// References and pointers stay valid until clear().
    ThreadRecord &addThread(ThreadRecord thread);
    RunRecord &addRun(RunRecord run); ///< its thread must exist
    [[nodiscard]] ThreadRecord *thread(const QString &id) const;
    [[nodiscard]] RunRecord *run(const QString &id) const;
    [[nodiscard]] const std::vector<std::unique_ptr<ThreadRecord>> &threads() const
    {
        return m_threads;
    }
    [[nodiscard]] const std::vector<std::unique_ptr<RunRecord>> &runs() const { return m_runs; }
    void clear();

private:
    std::vector<std::unique_ptr<ThreadRecord>> m_threads; ///< oldest first
    std::vector<std::unique_ptr<RunRecord>> m_runs; ///< oldest first
    QHash<QString, ThreadRecord *> m_threadById;
    QHash<QString, RunRecord *> m_runById;
};

} // namespace renum::sim
