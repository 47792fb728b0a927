// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_projection.h"
#include "core/store/store.h"

#include <QCoroTask>
#include <QEventLoop>
#include <QPointer>

#include <memory>
#include <optional>
#include <utility>

namespace renum::test {

template<typename T>
QCoro::Task<> keepAnswer(
    QCoro::Task<T> task, std::shared_ptr<std::optional<T>> kept, QPointer<QEventLoop> loop)
{
    T answer = co_await task;
    kept->emplace(std::move(answer));
    if (loop)
        loop->quit();
}

/// Waits for an answer of the store.
template<typename T>
T answerOf(QCoro::Task<T> task)
{
    QEventLoop loop;
    const auto kept = std::make_shared<std::optional<T>>();
    const QCoro::Task<> keeping = keepAnswer(std::move(task), kept, QPointer(&loop));
    if (!kept->has_value())
        loop.exec();
    return *std::move(*kept);
}

/// Opens, or fails the calling test through a null pointer with the error printed.
[[nodiscard]] std::unique_ptr<Store> openStore(const QString &file);

/// A lower-case UUID that follows from a number.
[[nodiscard]] QString uuidOf(int number);

/// The log of one execution, event by event, with seq and time counted.
class LogBuilder {
public:
    explicit LogBuilder(int number = 1, qint64 lastSeq = 0);

    [[nodiscard]] const ExecutionId &id() const noexcept { return m_id; }
    [[nodiscard]] const TeamId &team() const noexcept { return m_team; }
    void setTeam(const TeamId &team) { m_team = team; }
    [[nodiscard]] qint64 lastSeq() const noexcept { return m_seq; }

    [[nodiscard]] ExecutionEvent execution(const char *eventType, Json data = Json::object());
    /// `data` gets step_id and agent_id of the step.
    [[nodiscard]] ExecutionEvent step(
        const char *eventType, const QString &step, Json data = Json::object());
    [[nodiscard]] ExecutionEvent context(
        const QString &key, const Json &value, const char *scope = "context_object");
    [[nodiscard]] ExecutionEvent log(const QString &message);

    /// execution_created, plan_created with these steps, execution_started.
    [[nodiscard]] ExecutionEvents beginning(const QStringList &steps);
    /// Everything a step writes that goes well.
    [[nodiscard]] ExecutionEvents wholeStep(const QString &step, const QString &result);

private:
    [[nodiscard]] ExecutionEvent next(const char *type, const char *eventType, Json data);

    ExecutionId m_id;
    TeamId m_team;
    qint64 m_seq = 0;
    Timestamp m_time;
};

/// A plan of these steps, one after the other.
[[nodiscard]] ExecutionPlan planOf(const QStringList &steps);
[[nodiscard]] Team teamOf(int number, const QString &name);
[[nodiscard]] Execution foldOf(const ExecutionEvents &events);

} // namespace renum::test
