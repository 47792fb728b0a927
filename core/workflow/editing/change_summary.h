// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace renum {

/// What was changed from one version of a team to another, for a sentence about it.
struct ChangeSummary {
    /// A member that both versions have.
    struct Member {
        QString name;
        QStringList fields; ///< as TeamDifference::field
        friend bool operator==(const Member &, const Member &) = default;
    };
    QStringList added; ///< names of members
    QStringList removed;
    QStringList moved; ///< at another place of the order, and nothing else
    std::vector<Member> changed;
    QStringList fields; ///< of the team itself
    bool arranged = false; ///< something is at another place of the canvas

    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const ChangeSummary &, const ChangeSummary &) = default;
};

/// Pure.
[[nodiscard]] ChangeSummary changeSummary(const TeamDraft &before, const TeamDraft &after);

/// Whether a field, as in TeamDifference, is only about where something is drawn.
[[nodiscard]] bool isArrangement(const QString &field);

} // namespace renum
