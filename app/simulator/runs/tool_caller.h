// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/wire_json.h"
#include "core/net/http_client.h"
#include "core/net/task_scope.h"

#include <QCoroTask>
#include <QString>
#include <QUrl>

#include <deque>
#include <memory>
#include <stop_token>

namespace renum::sim {

/// A call of a tool on an MCP server.
struct ToolOrder {
    QString runId;
    QUrl url;
    QString tool;
    Json arguments = Json::object();
};

/// Calls tools as Suna's runner does (suna-api §2.5): over streamable HTTP, in a session of its own
/// for each call, without the headers that the agent's entry names, with 15 s to connect and 30 s
/// for the call. What came of it is kept for tests; the run goes on as its scenario says.
class ToolCaller {
public:
    /// `clock` must outlive the caller.
    explicit ToolCaller(Clock *clock);

    void call(const ToolOrder &order);
    /// Every call: run, tool, session, and the text or the error that came back (null: not yet).
    [[nodiscard]] WireJson toJson() const;
    /// Ends every call and forgets them.
    void clear();

private:
    struct Record;
    struct Session;
    [[nodiscard]] QCoro::Task<> perform(
        ToolOrder order, std::shared_ptr<Record> record, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QString>> callInSession(
        ToolOrder order, std::shared_ptr<Record> record, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Json>> post(
        Session *session, Json message, std::stop_token stop);

    HttpClient m_http;
    std::deque<std::shared_ptr<Record>> m_records;
    std::unique_ptr<TaskScope> m_tasks;
};

} // namespace renum::sim
