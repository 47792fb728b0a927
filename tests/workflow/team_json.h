// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "core/workflow/validation.h"

#include <QByteArray>

/// Teams for tests, written as JSON.
namespace renum::test {

/// A team with that workflow. `'` stands for `"`, so that tables stay readable.
[[nodiscard]] TeamReading readTeam(QByteArray workflow, QByteArray agentIds = "[]");

/// Reads and validates. `maxAgents` as on a server unless told otherwise.
[[nodiscard]] Validation validate(const QByteArray &workflow, int maxAgents = 200);

/// The normalised draft of a workflow that must be valid.
[[nodiscard]] TeamDraft validDraft(const QByteArray &workflow);

/// Errors and warnings as `E W-01 /path` and `W W-04 /path`, in order.
[[nodiscard]] QStringList findings(const Problems &problems);

[[nodiscard]] Json json(QByteArray text);

} // namespace renum::test
