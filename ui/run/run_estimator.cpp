// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_estimator.h"

#include <QPointer>

#include <utility>

namespace renum::ui {

using namespace std::chrono_literals;

namespace {
constexpr auto Pause = 300ms;
}

RunEstimator::RunEstimator(CostBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &RunEstimator::askNow);
    connect(book, &CostBook::pricesChanged, this, [this] {
        if (m_question)
            m_pause.start();
    });
}

RunEstimator::~RunEstimator()
{
    m_request.request_stop();
}

void RunEstimator::ask(Question question)
{
    m_question = std::move(question);
    m_pause.start();
}

void RunEstimator::forget()
{
    m_pause.stop();
    m_request.request_stop();
    m_question.reset();
    take(std::nullopt);
}

void RunEstimator::askNow()
{
    m_request.request_stop();
    m_request = std::stop_source();
    m_tasks.start(read(*m_question, m_request.get_token()));
}

QCoro::Task<> RunEstimator::read(Question question, std::stop_token stop)
{
    const QPointer<RunEstimator> self(this);
    const Result<RunEstimate> answer
        = co_await m_book->estimate(question.team, question.plan, question.prompt, stop);
    if (!self || stop.stop_requested())
        co_return;
    take(answer ? std::optional(*answer) : std::nullopt);
}

void RunEstimator::take(std::optional<RunEstimate> estimate)
{
    m_estimate = std::move(estimate);
    emit changed();
}

ExecutionPlan withoutKept(ExecutionPlan plan, const KeptResults &kept)
{
    for (PlanStep &step : plan.steps)
        step.isActive = step.isActive && !kept.contains(step.agentId);
    return plan;
}

} // namespace renum::ui
