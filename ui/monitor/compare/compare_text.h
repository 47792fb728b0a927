// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/run_comparison.h"

#include <QString>

/// How figures of two executions are written. Pure.
namespace renum::ui {

enum class Figure { Time, Tokens, Money };

/// One side: "18.2 s", "9.1k tok", "$0.0312"; a question mark for what is not known.
[[nodiscard]] QString figureText(Figure figure, std::optional<qint64> value);
/// "+2.1 s", "−300 tok", "+$0.0100"; empty when nothing changed or a side is not known.
[[nodiscard]] QString changeText(Figure figure, const FigureChange &change);
/// "18.2 s → 16.1 s (−2.1 s)"; "≈" in front where something was estimated.
[[nodiscard]] QString bothText(Figure figure, const FigureChange &change, bool approximate);
/// "Done", "Kept", "Not in this run".
[[nodiscard]] QString statusText(const std::optional<ComparedStep> &step);
/// "Analyst", "Analyst, round 2".
[[nodiscard]] QString stepText(const StepComparison &step);
/// "Market analysis · 3 Jan 12:04 · Done · retry".
[[nodiscard]] QString runText(const RunFacts &run);

} // namespace renum::ui
