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
    int number = 0; ///< the n-th that was started, from 1; set by the world
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
    size_t firstKept = 0; ///< a replay begins here
    int toolSessions = 0; ///< MCP sessions that each use of a tool opens; 0: no tool is called
    bool orphaned = false; ///< the service was restarted while it worked: nobody works on it

    [[nodiscard]] bool running() const { return status == QLatin1String("running"); }
};

/// A start that has been accepted before its thread was made (V2b, suna-api §4.4).
struct PendingStart {
    Timestamp readyAt {};
    QString agentId;
    QString model;
};

struct ThreadRecord {
    QString id;
    QString projectId;
    QString name;
    Timestamp createdAt {};
    Timestamp updatedAt {};
    std::vector<StoredMessage> messages;
    std::vector<RunRecord *> runs; ///< oldest first; owned by the world
    std::optional<PendingStart> pendingStart = {};
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
