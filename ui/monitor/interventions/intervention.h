// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QKeySequence>
#include <QMetaType>
#include <QString>

#include <array>
#include <vector>

namespace renum::ui {

/// Everything that a person can do to an execution while they watch it (features EX-11, EX-13 and
/// those of the monitor).
enum class Intervention {
    Pause,
    GoOn, ///< also with one that was interrupted
    StepOver, ///< goes on and holds before whatever starts next
    Stop,
    Approve,
    Reject,
    Retry, ///< a step, or what an ended execution did not complete
    GiveResult, ///< or skip the step
    SendMessage,
    Fork,
    EditContext,
    RaiseCap,
    Breakpoints,
};
inline constexpr std::array AllInterventions { Intervention::Pause, Intervention::GoOn,
    Intervention::StepOver, Intervention::Stop, Intervention::Approve, Intervention::Reject,
    Intervention::Retry, Intervention::GiveResult, Intervention::SendMessage, Intervention::Fork,
    Intervention::EditContext, Intervention::RaiseCap, Intervention::Breakpoints };

/// What is looked at.
struct InterventionScene {
    const Execution *execution = nullptr; ///< borrowed; null: none is open
    bool interrupted = false;
    bool stopPending = false; ///< a stop was asked for and is not in the log yet
    AgentId agent; ///< whose step is selected; may be empty
    bool pausePending = false; ///< to pause or to go on was asked for and has not been answered
};

/// The step that an intervention is about: the selected one, for approvals the one that asks.
/// Borrowed; null: none.
[[nodiscard]] const StepRecord *stepFor(Intervention what, const InterventionScene &scene);
/// Why it cannot be done now; empty when it can.
[[nodiscard]] QString refusalText(Intervention what, const InterventionScene &scene);
/// Whether it is of any use to offer it, be it disabled.
[[nodiscard]] bool isShown(Intervention what, const InterventionScene &scene);
[[nodiscard]] QString titleOf(Intervention what, const InterventionScene &scene);
/// What it does, or why it cannot be done.
[[nodiscard]] QString toolTipOf(Intervention what, const InterventionScene &scene);
/// For Theme::icon.
[[nodiscard]] QString iconOf(Intervention what);
/// The keys that begin it until the person chooses others.
[[nodiscard]] QKeySequence keysOf(Intervention what);
/// Its button is in the header, not in the row below: what is about the whole execution.
[[nodiscard]] bool isInHeader(Intervention what);
/// For tests and key bindings.
[[nodiscard]] QString nameOf(Intervention what);

/// What the line about the wait offers, the first being the main thing.
[[nodiscard]] std::vector<Intervention> waitActions(const InterventionScene &scene);

} // namespace renum::ui

Q_DECLARE_METATYPE(renum::ui::Intervention)
