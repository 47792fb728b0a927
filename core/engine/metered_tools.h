// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_tools.h"
#include "core/agents/answer_leave.h"

#include <functional>
#include <memory>

namespace renum {

/// The tools of one attempt's runs, with the attempt's say in how often their model is asked.
class MeteredTools : public AgentTools, public AnswerLeave {
public:
    using Leave = std::function<QCoro::Task<Result<void>>(Usage soFar, std::stop_token stop)>;

    MeteredTools(std::shared_ptr<AgentTools> tools, Leave leave);

    [[nodiscard]] Json functions() const override { return m_tools->functions(); }
    [[nodiscard]] QCoro::Task<AgentToolAnswer> call(
        QString name, Json arguments, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> mayAskAgain(Usage soFar, std::stop_token stop) override;

private:
    std::shared_ptr<AgentTools> m_tools;
    Leave m_leave;
};

} // namespace renum
