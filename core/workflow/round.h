// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/transition.h"

namespace renum {

/// Looks at every candidate once, against one version of the context: starts those that can run,
/// skips those that cannot, leaves those whose condition may still become true. When nothing can
/// run, the closing pass of contract §3.7.4 skips what is left of the latter.
void formRound(Transition &t);

/// Lets a step that a person had repeated take part in the round under way, where the strategy lets
/// steps run side by side. Otherwise it waits for the next round, as what builds on this one does.
void joinRound(Transition &t, Transition::StepIndex i);

/// Writes the results of the round's completed steps into the context, as one version.
void consolidateRound(Transition &t);

/// What the round's failures mean for the execution, and whether feedback sends it back.
void settleRound(Transition &t);

} // namespace renum
