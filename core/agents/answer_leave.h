// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/model/usage.h"

#include <QCoroTask>

#include <stop_token>

namespace renum {

/// Who offers tools to a run may also have a say in what it spends: AgentTools that are this too
/// are asked before each further question to the model.
class AnswerLeave {
public:
    AnswerLeave() = default;
    AnswerLeave(const AnswerLeave &) = delete;
    AnswerLeave &operator=(const AnswerLeave &) = delete;
    virtual ~AnswerLeave() = default;

    /// Ends when the run, which has used `soFar`, may ask once more; with an error when it may not.
    [[nodiscard]] virtual QCoro::Task<Result<void>> mayAskAgain(Usage soFar, std::stop_token stop)
        = 0;
};

} // namespace renum
