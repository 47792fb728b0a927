// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/dice.h"

#include <QString>
#include <QStringList>

namespace renum::test {

/// What an agent that got this prompt writes for its team: blocks of actions with every tool,
/// sensible and not, among blocks that nobody can read. It names agents and messages that the
/// prompt told it of.
[[nodiscard]] QString randomTalk(Dice &dice, const QString &prompt);

/// The text in pieces, cut anywhere.
[[nodiscard]] QStringList randomPieces(Dice &dice, const QString &text);

} // namespace renum::test
