// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/scenario/scenario.h"
#include "core/model/problem.h"
#include "core/model/result.h"

#include <QByteArrayView>

namespace renum::sim {

struct ScenarioReading {
    Scenario scenario;
    Problems problems; ///< all of them; the scenario is usable only when empty
};
[[nodiscard]] ScenarioReading readScenario(const Json &json);

/// Parses and validates. The error's message names every problem by its JSON pointer.
[[nodiscard]] Result<Scenario> parseScenario(QByteArrayView bytes, const QString &sourceName);
/// A file, or the built-in demo scenario when the name is empty.
[[nodiscard]] Result<Scenario> loadScenario(const QString &fileName);

} // namespace renum::sim
