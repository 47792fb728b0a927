// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QList>
#include <QString>

namespace renum::ui {

/// Something that waits for the person, in any execution.
struct AttentionItem {
    enum class Kind {
        Approval,
        Breakpoint,
        Cap,
        Budget, ///< one over several executions: it goes on by itself once that allows
        Interrupted, ///< nobody drives it until the person lets it go on
    };
    Kind kind = Kind::Approval;
    ExecutionId execution;
    QString teamName;
    AgentId agent; ///< whose step; empty: it is about none
    QString stepName;
    QString budget; ///< the name of the one that holds it
    Breakpoint::Place place = Breakpoint::Place::Before;
    Timestamp since;

    friend bool operator==(const AttentionItem &, const AttentionItem &) = default;
};
using AttentionItems = QList<AttentionItem>;

/// What waits in this execution. Pure; nothing in one that is over or stops. One that was
/// interrupted waits as a whole; one that works for another is resumed with that.
[[nodiscard]] AttentionItems attentionOf(const Execution &execution);
/// What it is, in one line.
[[nodiscard]] QString attentionText(const AttentionItem &item);

/// Something that a person who looks elsewhere wants to be told.
enum class Notice { Finished, Failed, Approval, Budget };
/// What became of an execution since it was looked at last. Pure.
[[nodiscard]] QList<Notice> noticesOf(const Execution &before, const Execution &now);

/// How it may have stood at that time, as far as notices are concerned: what was asked since then
/// is not asked yet. Pure.
[[nodiscard]] Execution asItStoodAt(Execution execution, Timestamp then);

} // namespace renum::ui
