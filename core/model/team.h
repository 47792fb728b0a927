// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/problem.h"
#include "core/model/result.h"
#include "core/model/timestamp.h"
#include "core/model/workflow_definition.h"

#include <QList>
#include <QString>

#include <vector>

namespace renum {

/// Contract §1.3.2. Unknown keys are kept in `extra`.
struct TeamConfig {
    std::optional<QString> modelName;
    std::optional<int> maxExecutionSeconds; ///< default 3600
    std::optional<int> stepTimeoutSeconds; ///< default 600
    std::optional<QString> toolsMode;
    std::optional<bool> notify;
    Json extra = Json::object();

    friend bool operator==(const TeamConfig &, const TeamConfig &) = default;
};

/// What a person writes when creating or changing a team (contract §1.4.1).
struct TeamDraft {
    QString name;
    QString description;
    std::vector<AgentId> agentIds; ///< empty: derived from the workflow (W-03)
    WorkflowDefinition workflow;
    TeamConfig config;

    friend bool operator==(const TeamDraft &, const TeamDraft &) = default;
};

/// A stored team (contract §1.3.1, table renum_agent_teams).
struct Team {
    TeamId id;
    QString name;
    QString description;
    std::vector<AgentId> agentIds;
    WorkflowDefinition workflow;
    TeamConfig config;
    bool isActive = true;
    int version = 1; ///< grows with every change; the ETag of the API
    Timestamp createdAt;
    Timestamp updatedAt;

    [[nodiscard]] TeamDraft draft() const;
    friend bool operator==(const Team &, const Team &) = default;
};

/// A place in a template that a real agent fills (contract §1.4.11).
struct TemplateSlot {
    QString slot; ///< without the `slot:` prefix
    QString role;
    QString description;
    QStringList suggestedTools;
    friend bool operator==(const TemplateSlot &, const TemplateSlot &) = default;
};

struct TeamTemplate {
    TemplateId id;
    QString name;
    QString description;
    QString category;
    WorkflowDefinition workflow; ///< agent ids are `slot:<name>`
    std::vector<TemplateSlot> slotList;
    /// Prompts that show what the team is for; the run dialog offers them.
    QStringList samplePrompts;
    friend bool operator==(const TeamTemplate &, const TeamTemplate &) = default;
};

[[nodiscard]] Json toJson(const TeamConfig &config);
/// The Team resource of contract §1.3.1 (never with keys).
[[nodiscard]] Json toJson(const Team &team);
[[nodiscard]] Json toJson(const TeamDraft &draft);

struct TeamReading {
    TeamDraft draft;
    Problems problems;
};
/// Reads a create body or an export document's `team`; all problems together.
[[nodiscard]] TeamReading readTeamDraft(const Json &json);

/// The export document of contract §1.4.11: format `renum.team`, version 1. No keys, no owner.
[[nodiscard]] Json teamExport(const TeamDraft &draft);
/// Reads a team file: an export document, or a bare create body.
[[nodiscard]] TeamReading readTeamFile(const Json &json);

[[nodiscard]] Result<TeamTemplate> readTemplate(const Json &json);

} // namespace renum
