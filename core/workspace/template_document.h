// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

namespace renum {

/// A template as it is kept in a file (feature TP-02): a team file (contract §1.4.11) with slots
/// instead of agents, and who made it.
struct TemplateDocument {
    TeamTemplate content; ///< its id is not in the file
    TeamConfig config; ///< of the team
    QString author; ///< who made it; may be empty

    friend bool operator==(const TemplateDocument &, const TemplateDocument &) = default;
};

/// A team as a template: the place of each agent becomes a slot, named after the member. What looks
/// like a secret is left out. Pure.
[[nodiscard]] TemplateDocument templateOf(const TeamDraft &team);
/// Whether a team holds what looks like a secret, which a template leaves out.
[[nodiscard]] bool hasSecrets(const TeamDraft &team);

[[nodiscard]] Json toJson(const TemplateDocument &document);
/// Reads a template file; a team file as well, whose agents become slots. Errors: template_invalid,
/// whose `reason` is the first problem's sentence.
[[nodiscard]] Result<TemplateDocument> readTemplateDocument(const Json &json);

} // namespace renum
