// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "core/workflow/editing/team_part.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace renum::ui {

/// What a run dialog begins with.
struct RunOffer {
    Team team;
    QStringList samplePrompts = {};
    QString prompt = {}; ///< already in the editor
    std::optional<TeamPart> part = {}; ///< only this part of the team
    KeptResults kept = {}; ///< those that stand in, of members of what runs
    QHash<AgentId, QString> keptFrom = {}; ///< where each comes from, as words
};

} // namespace renum::ui
