// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/budget_keeper.h"
#include "core/engine/orchestrator.h"
#include "core/model/execution_projection.h"
#include "tests/engine/fake_backend.h"
#include "tests/support/virtual_clock.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace renum::test {

/// Ids that are the same in every run.
class CountingIds : public IdSource {
public:
    [[nodiscard]] QString next() override;

private:
    int m_last = 0;
};

/// An orchestrator over a real store and a fake service, in virtual time.
class EngineBench {
public:
    explicit EngineBench(EngineSettings settings = standardSettings());
    ~EngineBench();
    EngineBench(const EngineBench &) = delete;
    EngineBench &operator=(const EngineBench &) = delete;

    /// As in the product, with repeatable jitter.
    [[nodiscard]] static EngineSettings standardSettings();
    /// A team of these agents, each with the previous one's result as input.
    [[nodiscard]] static Team chain(const QStringList &agents, const char *type = "sequential");
    /// Reads a workflow as a person would write it.
    [[nodiscard]] static Team team(const char *workflow);

    [[nodiscard]] Result<ExecutionId> tryExecute(const Team &team,
        const QString &prompt = QStringLiteral("Do it"), const ExecutionConfig &config = {});
    /// tryExecute() that must succeed; returns once everything has come to rest.
    ExecutionId execute(const Team &team, const QString &prompt = QStringLiteral("Do it"),
        const ExecutionConfig &config = {});
    [[nodiscard]] Result<void> stop(const ExecutionId &id);
    [[nodiscard]] Result<void> close(const ExecutionId &id);
    /// The engine goes away as in a crash and another one comes; service and store stay.
    void restart();
    [[nodiscard]] Result<void> resume(const ExecutionId &id);
    /// In place of those there are; they hold from now on, and after a restart.
    void setBudgets(const Budgets &budgets);
    [[nodiscard]] BudgetStatus budget(const char *id);

    /// Waits until nothing happens any more without time passing: the store has written all, and
    /// what waited for it has gone on.
    void settle();
    /// As settle(), when questions to the store lead to each other, of which settle() sees nothing.
    void rest();
    /// Lets virtual time pass in steps, settling after each.
    void advance(
        std::chrono::milliseconds total, std::chrono::milliseconds step = std::chrono::seconds(1));

    // --- what came out -------------------------------------------------------------------------
    [[nodiscard]] const ExecutionEvents &published(const ExecutionId &id);
    /// Event types (or `type` where there is none), without step_output, progress and log.
    [[nodiscard]] QStringList story(const ExecutionId &id);
    [[nodiscard]] int count(const ExecutionId &id, QLatin1StringView eventType);
    /// The n-th event of that type, or an empty one.
    [[nodiscard]] ExecutionEvent event(
        const ExecutionId &id, QLatin1StringView eventType, int number = 0);
    [[nodiscard]] Execution execution(const ExecutionId &id);
    [[nodiscard]] Execution stored(const ExecutionId &id);
    [[nodiscard]] ExecutionEvents storedEvents(const ExecutionId &id);
    /// Empty when the log is as it must be: no gap, one terminal event, which is the last, and the
    /// store holds what was published. Else what is wrong.
    [[nodiscard]] QString flaw(const ExecutionId &id);

    QTemporaryDir dir;
    VirtualClock clock;
    CountingIds ids;
    std::unique_ptr<Store> store;
    std::shared_ptr<FakeBackend> backend;
    std::shared_ptr<BudgetKeeper> keeper; ///< once there were budgets
    std::unique_ptr<Orchestrator> orchestrator;
    QList<QPair<ExecutionId, Error>> broken;

private:
    void startEngine();
    [[nodiscard]] qsizetype activity() const;
    void writeSentinel();

    EngineSettings m_settings;
    Budgets m_budgets;
    QHash<ExecutionId, ExecutionEvents> m_published;
    qint64 m_sentinelSeq = 0;
};

} // namespace renum::test
