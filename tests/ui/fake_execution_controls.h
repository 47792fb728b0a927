// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/execution_controls.h"
#include "core/workspace/workspace.h"

#include <QList>

#include <utility>

namespace renum::ui {

/// ExecutionControls of a FakeWorkspace, which is its parent.
class FakeExecutionControls : public ExecutionControls {
    Q_OBJECT

public:
    using ExecutionControls::ExecutionControls;

    QList<TeamPart> parts; ///< of executePart

    [[nodiscard]] QCoro::Task<Result<Execution>> executePart(
        ExecuteRequest request, TeamPart part, std::stop_token stop) override
    {
        parts.append(std::move(part));
        return qobject_cast<Workspace *>(parent())->execute(std::move(request), stop);
    }
};

} // namespace renum::ui
