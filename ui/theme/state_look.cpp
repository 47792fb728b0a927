// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

StateLook Theme::look(StepStatus status)
{
    switch (status) {
    case StepStatus::Pending:
        return { u"pending"_s, tr("Waiting"), ColorToken::Neutral, ColorToken::NeutralBackground };
    case StepStatus::Running:
        return { u"running"_s, tr("Running"), ColorToken::AccentStrong,
            ColorToken::AccentBackground };
    case StepStatus::Completed:
        return { u"check"_s, tr("Done"), ColorToken::Ok, ColorToken::OkBackground };
    case StepStatus::Failed:
        return { u"cross"_s, tr("Failed"), ColorToken::Err, ColorToken::ErrBackground };
    case StepStatus::Skipped:
        return { u"dash"_s, tr("Skipped"), ColorToken::Neutral, ColorToken::NeutralBackground };
    case StepStatus::Cancelled:
        return { u"stop"_s, tr("Stopped"), ColorToken::Neutral, ColorToken::NeutralBackground };
    }
    Q_UNREACHABLE();
}

StateLook Theme::look(ExecutionStatus status)
{
    switch (status) {
    case ExecutionStatus::Pending:
        return look(StepStatus::Pending);
    case ExecutionStatus::Running:
        return look(StepStatus::Running);
    case ExecutionStatus::Completed:
        return look(StepStatus::Completed);
    case ExecutionStatus::Failed:
        return look(StepStatus::Failed);
    case ExecutionStatus::Cancelled:
        return look(StepStatus::Cancelled);
    }
    Q_UNREACHABLE();
}

StateLook Theme::look(const StepRecord &step)
{
    const bool retrying = step.retryAt && !isTerminal(step.status);
    if (retrying)
        return { u"retry"_s, tr("Retry"), ColorToken::Warn, ColorToken::WarnBackground };
    return look(step.status);
}

} // namespace renum::ui
